package io.github.assaymark.core.rete;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.rule.Section;
import io.github.assaymark.model.rule.SourcePlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random items of every kind of leaf; some leaves, and some patterns, come twice. */
final class RandomItems {
    private static final List<String> TYPES = List.of("Ant", "Bee", "Cat");
    private static final List<String> JUDGED = List.of("Ant", "Bee", "Cat", "Cat", "Repository");

    private static final List<Condition.Quantity> QUANTITIES = List.of(Condition.Quantity.values());

    private final Random random;
    private final RandomExprs exprs;
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    RandomItems(Random random, int failing) {
        this.random = random;
        this.exprs = new RandomExprs(random, failing);
    }

    List<Item> many(int count) {
        for (int i = 0; i < count; i++) items.add(item(i));
        return items;
    }

    /** The items in a pack that declares the parameters they read. */
    Pack pack(int count) {
        List<ParamDecl> params = List.of(
                new ParamDecl("text", ValueType.TEXT, null, "", exprs.place()),
                new ParamDecl("number", ValueType.INTEGER, List.of("1"), "", exprs.place()),
                new ParamDecl("texts", ValueType.TEXT_LIST, null, "", exprs.place()));
        Checklist checklist = new Checklist(
                "random/items",
                "Random items",
                "Cat",
                Checklist.WaiverPolicy.ALLOWED,
                params,
                List.of(new Section("all", "All", many(count))),
                exprs.place());
        return new Pack("random", "0", List.of(checklist));
    }

    private Item item(int number) {
        if (!items.isEmpty() && random.nextInt(5) == 0) {
            Item twin = items.get(random.nextInt(items.size()));
            return item(number, twin.judges(), twin.condition());
        }
        String judges = JUDGED.get(random.nextInt(JUDGED.size()));
        if (random.nextInt(4) > 0) return item(number, judges, leaf(judges));
        List<Condition> parts = List.of(leaf(judges), leaf(judges));
        Condition both = random.nextBoolean()
                ? new Condition.AllOf(null, parts, exprs.place())
                : new Condition.AnyOf(null, parts, exprs.place());
        return item(number, judges, both);
    }

    private Item item(int number, String judges, Condition condition) {
        return item(number, judges, condition, exprs.place());
    }

    static Item item(int number, String judges, Condition condition, SourcePlace place) {
        return new Item(
                "random.items.all.item-" + number,
                List.of(),
                "Item " + number,
                judges,
                Severity.BLOCKER,
                Phase.PRE_MERGE,
                Item.Rollout.BLOCK,
                null,
                null,
                List.of(),
                null,
                condition,
                null,
                null,
                place);
    }

    private Condition.Leaf leaf(String judges) {
        Pattern pattern = pattern(judges, null);
        return switch (random.nextInt(8)) {
            case 0 -> new Condition.Some(null, pattern, exprs.place());
            case 1 -> new Condition.No(null, pattern, exprs.place());
            case 2 -> new Condition.EveryMust(null, pattern, conjuncts(1, judges, pattern, null), exprs.place());
            case 3, 4 -> new Condition.EveryHas(null, pattern, pattern(judges, pattern), exprs.place());
            case 5 -> new Condition.EveryHasNo(null, pattern, pattern(judges, pattern), exprs.place());
            case 6 ->
                new Condition.Count(
                        null,
                        QUANTITIES.get(random.nextInt(3)),
                        random.nextBoolean()
                                ? exprs.constant(ValueType.INTEGER)
                                : new Expr.ParamRef("number", ValueType.INTEGER, exprs.place()),
                        pattern,
                        random.nextBoolean()
                                ? null
                                : exprs.prop(Expr.Role.OWN, bound(judges, pattern, null), ValueType.TEXT),
                        exprs.place());
            default ->
                new Condition.Attested(
                        null,
                        null,
                        null,
                        false,
                        pattern,
                        new Expr.Const(1L, ValueType.INTEGER, exprs.place()),
                        exprs.place());
        };
    }

    private Pattern pattern(String judges, @Nullable Pattern outer) {
        if (outer == null && !patterns.isEmpty() && random.nextInt(5) == 0) {
            Pattern known = patterns.get(random.nextInt(patterns.size()));
            if (!readsSubject(known)) return known;
        }
        String type = random.nextInt(12) == 0 ? "PolicyValue" : TYPES.get(random.nextInt(TYPES.size()));
        Pattern.Side side = random.nextInt(7) == 0 ? Pattern.Side.BASE : Pattern.Side.HEAD;
        boolean anywhere = random.nextInt(3) == 0;
        Pattern bare = new Pattern("x", type, side, anywhere, List.of(), Qualifiers.NONE, exprs.place());
        List<Expr> where = conjuncts(0, judges, bare, outer);
        Qualifiers qualifiers =
                type.equals("PolicyValue") || random.nextInt(4) > 0 ? Qualifiers.NONE : qualifiers(judges, bare, outer);
        Pattern pattern = new Pattern("x", type, side, anywhere, where, qualifiers, exprs.place());
        if (outer == null) patterns.add(pattern);
        return pattern;
    }

    private static boolean readsSubject(Pattern pattern) {
        return pattern.toString().contains("SUBJECT");
    }

    private Qualifiers qualifiers(String judges, Pattern own, @Nullable Pattern outer) {
        Map<Expr.Role, String> bound = bound(judges, own, outer);
        return new Qualifiers(
                random.nextInt(3) > 0 ? null : exprs.condition(bound, 1),
                random.nextInt(4) == 0,
                random.nextInt(3) > 0 ? null : exprs.condition(bound, 0),
                random.nextInt(3) > 0 ? null : Duration.ofHours(24),
                random.nextInt(3) > 0 ? null : Duration.ofHours(12),
                random.nextInt(3) > 0 ? null : exprs.prop(Expr.Role.OWN, bound, ValueType.INSTANT));
    }

    private List<Expr> conjuncts(int least, String judges, Pattern own, @Nullable Pattern outer) {
        List<Expr> all = new ArrayList<>();
        Map<Expr.Role, String> bound = bound(judges, own, outer);
        if (outer != null && random.nextInt(4) > 0) all.add(exprs.join(bound));
        for (int i = least + random.nextInt(3); i > 0; i--) all.add(exprs.condition(bound, 2));
        return all;
    }

    private static Map<Expr.Role, String> bound(String judges, Pattern own, @Nullable Pattern outer) {
        Map<Expr.Role, String> bound = new EnumMap<>(Expr.Role.class);
        bound.put(Expr.Role.OWN, own.factType());
        if (outer != null) bound.put(Expr.Role.OUTER, outer.factType());
        bound.put(Expr.Role.SUBJECT, judges);
        return bound;
    }
}
