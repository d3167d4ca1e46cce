package io.github.assaymark.core.rete;

import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Function;
import io.github.assaymark.model.rule.SourcePlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random expressions of every kind over the facts that are bound. */
final class RandomExprs {
    private static final List<Expr.Comparison> ORDERS = List.of(
            Expr.Comparison.LESS,
            Expr.Comparison.LESS_OR_EQUAL,
            Expr.Comparison.GREATER,
            Expr.Comparison.GREATER_OR_EQUAL);

    private final Random random;
    private final RandomFacts values;
    private final int failing;
    private int line;

    /** {@code failing}: one expression in so many may throw; 0 for none. */
    RandomExprs(Random random, int failing) {
        this.random = random;
        this.values = new RandomFacts(random);
        this.failing = failing;
    }

    /** A condition over facts of these types; a role that is not bound is missing. */
    Expr condition(Map<Expr.Role, String> bound, int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            List<Expr> parts = new ArrayList<>();
            for (int i = 2 + random.nextInt(2); i > 0; i--) parts.add(condition(bound, depth - 1));
            return switch (random.nextInt(3)) {
                case 0 -> new Expr.And(parts, place());
                case 1 -> new Expr.Or(parts, place());
                default -> new Expr.Not(parts.get(0), place());
            };
        }
        if (failing > 0 && random.nextInt(failing) == 0) return failing(bound);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> equalsConstant(bound);
            case 3, 4 -> join(bound);
            case 5 -> order(bound);
            case 6 -> nothing(bound);
            case 7 -> in(bound);
            case 8 -> text(bound);
            case 9 -> list(bound);
            case 10 -> environment(bound);
            default -> prop(own(bound), bound, ValueType.BOOLEAN);
        };
    }

    /** An equality between the pattern's own fact and another one. */
    Expr join(Map<Expr.Role, String> bound) {
        List<Expr.Role> others =
                bound.keySet().stream().filter(role -> role != Expr.Role.OWN).toList();
        if (others.isEmpty()) return equalsConstant(bound);
        Expr.Role other = values.pick(others);
        Expr mine = prop(own(bound), bound, null);
        Expr theirs = prop(other, bound, mine.type());
        boolean swap = random.nextInt(4) == 0;
        return new Expr.Compare(
                random.nextInt(6) == 0 ? Expr.Comparison.NOT_EQUAL : Expr.Comparison.EQUAL,
                swap ? theirs : mine,
                swap ? mine : theirs,
                place());
    }

    private Expr equalsConstant(Map<Expr.Role, String> bound) {
        Expr prop = random.nextInt(3) == 0 ? prop(any(bound), bound, null) : kind(bound);
        Expr constant = constant(prop.type());
        return new Expr.Compare(
                random.nextInt(5) == 0 ? Expr.Comparison.NOT_EQUAL : Expr.Comparison.EQUAL, prop, constant, place());
    }

    /** A property that many patterns ask for, so that constants meet in the network's hash of constants. */
    private Expr kind(Map<Expr.Role, String> bound) {
        String type = bound.get(own(bound));
        return type == null || type.equals("PolicyValue") || type.equals("Repository")
                ? prop(own(bound), bound, null)
                : new Expr.Prop(own(bound), "x", type, "kind", ValueType.TEXT, place());
    }

    private Expr order(Map<Expr.Role, String> bound) {
        ValueType type = values.pick(List.of(ValueType.INTEGER, ValueType.INSTANT, ValueType.DURATION, ValueType.TEXT));
        Expr left = prop(any(bound), bound, type);
        Expr right = random.nextBoolean() ? constant(type) : prop(any(bound), bound, type);
        return new Expr.Compare(values.pick(ORDERS), left, right, place());
    }

    private Expr nothing(Map<Expr.Role, String> bound) {
        Expr prop = prop(any(bound), bound, null);
        return new Expr.Compare(
                random.nextBoolean() ? Expr.Comparison.EQUAL : Expr.Comparison.NOT_EQUAL,
                prop,
                new Expr.Const(null, prop.type(), place()),
                place());
    }

    private Expr in(Map<Expr.Role, String> bound) {
        Expr prop = prop(any(bound), bound, ValueType.TEXT);
        Expr options = switch (random.nextInt(3)) {
            case 0 -> new Expr.ParamRef("texts", ValueType.TEXT_LIST, place());
            case 1 -> prop(any(bound), bound, ValueType.TEXT_LIST);
            default -> new Expr.Const(values.texts(), ValueType.TEXT_LIST, place());
        };
        return new Expr.In(prop, options, place());
    }

    private Expr text(Map<Expr.Role, String> bound) {
        Expr prop = prop(any(bound), bound, ValueType.TEXT);
        Expr other = random.nextBoolean() ? constant(ValueType.TEXT) : prop(any(bound), bound, ValueType.TEXT);
        return switch (random.nextInt(8)) {
            case 0 -> new Expr.Matches(prop, "^a|b$", place());
            case 1 -> call(prop, Function.STARTS_WITH, other);
            case 2 -> call(prop, Function.ENDS_WITH, other);
            case 3 -> call(prop, Function.CONTAINS_TEXT, other);
            case 4 -> call(prop, Function.GLOB, new Expr.Const("a*/*", ValueType.TEXT, place()));
            case 5 -> call(prop, Function.IS_BLANK);
            case 6 ->
                new Expr.Compare(
                        Expr.Comparison.EQUAL,
                        call(prop, Function.LOWER),
                        new Expr.Arithmetic(false, other, constant(ValueType.TEXT), ValueType.TEXT, place()),
                        place());
            default ->
                new Expr.Compare(
                        values.pick(ORDERS), call(prop, Function.LENGTH), constant(ValueType.INTEGER), place());
        };
    }

    private Expr list(Map<Expr.Role, String> bound) {
        Expr prop = prop(any(bound), bound, ValueType.TEXT_LIST);
        Expr texts = random.nextBoolean()
                ? prop(any(bound), bound, ValueType.TEXT_LIST)
                : new Expr.Const(values.texts(), ValueType.TEXT_LIST, place());
        return switch (random.nextInt(7)) {
            case 5 -> call(prop, Function.ANY_MATCHES, new Expr.Const("^a|b$", ValueType.TEXT, place()));
            case 6 -> call(prop, Function.ALL_MATCH, new Expr.Const("[ab]", ValueType.TEXT, place()));
            case 0 -> call(prop, Function.CONTAINS_ITEM, prop(any(bound), bound, ValueType.TEXT));
            case 1 -> call(prop, Function.CONTAINS_ALL, texts);
            case 2 -> call(prop, Function.CONTAINS_ANY, texts);
            case 3 -> call(prop, Function.IS_EMPTY);
            default ->
                new Expr.Compare(
                        Expr.Comparison.EQUAL, call(prop, Function.SIZE), constant(ValueType.INTEGER), place());
        };
    }

    private Expr environment(Map<Expr.Role, String> bound) {
        Expr.Role role = any(bound);
        Expr now = new Expr.NowRef(place());
        Expr moment = prop(role, bound, ValueType.INSTANT);
        return switch (random.nextInt(4)) {
            case 0 -> new Expr.Compare(values.pick(ORDERS), moment, now, place());
            case 1 ->
                new Expr.Compare(
                        values.pick(ORDERS),
                        new Expr.Arithmetic(true, now, moment, ValueType.DURATION, place()),
                        constant(ValueType.DURATION),
                        place());
            case 2 ->
                new Expr.Compare(
                        Expr.Comparison.EQUAL,
                        prop(role, bound, ValueType.TEXT),
                        new Expr.ParamRef("text", ValueType.TEXT, place()),
                        place());
            default ->
                new Expr.Compare(
                        random.nextBoolean() ? Expr.Comparison.EQUAL : values.pick(ORDERS),
                        prop(role, bound, ValueType.INTEGER),
                        new Expr.ParamRef("number", ValueType.INTEGER, place()),
                        place());
        };
    }

    private Expr failing(Map<Expr.Role, String> bound) {
        if (random.nextBoolean())
            return new Expr.Compare(
                    values.pick(List.of(Expr.Comparison.EQUAL, Expr.Comparison.LESS)),
                    prop(any(bound), bound, ValueType.QUANTITY),
                    new Expr.Const(values.quantity(), ValueType.QUANTITY, place()),
                    place());
        return new Expr.Compare(
                values.pick(ORDERS),
                new Expr.Arithmetic(
                        random.nextBoolean(),
                        prop(any(bound), bound, ValueType.INTEGER),
                        constant(ValueType.INTEGER),
                        ValueType.INTEGER,
                        place()),
                constant(ValueType.INTEGER),
                place());
    }

    Expr.Const constant(ValueType type) {
        Object value = switch (type.kind()) {
            case TEXT -> values.pick(RandomFacts.TEXTS);
            case INTEGER -> (long) random.nextInt(4);
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> values.instant();
            case DURATION -> Duration.ofHours(12L * random.nextInt(4));
            case QUANTITY -> values.quantity();
            case ENUM -> values.pick(type.words());
            case TEXT_LIST -> values.texts();
        };
        return new Expr.Const(value, type, place());
    }

    /** A property of the fact in a role, of any kind but quantities when no type is given; else a constant. */
    Expr prop(Expr.Role role, Map<Expr.Role, String> bound, @Nullable ValueType wanted) {
        String name = Objects.requireNonNull(bound.get(role));
        FactType type = Objects.requireNonNull(Trial.CATALOGUE.type(name));
        List<Property> fitting = type.properties().stream()
                .filter(p -> wanted == null
                        ? p.type().kind() != ValueType.Kind.QUANTITY
                        : p.type().kind() == wanted.kind())
                .toList();
        if (fitting.isEmpty()) return constant(Objects.requireNonNull(wanted));
        Property property = values.pick(fitting);
        return new Expr.Prop(role, "x", name, property.name(), property.type(), place());
    }

    private static Expr.Role own(Map<Expr.Role, String> bound) {
        return bound.containsKey(Expr.Role.OWN) ? Expr.Role.OWN : Expr.Role.SUBJECT;
    }

    /** Mostly the pattern's own fact. */
    private Expr.Role any(Map<Expr.Role, String> bound) {
        return random.nextInt(4) > 0
                ? own(bound)
                : values.pick(List.copyOf(bound.keySet().stream().sorted().toList()));
    }

    private Expr.Call call(Expr receiver, Function function, Expr... arguments) {
        return new Expr.Call(receiver, function, List.of(arguments), place());
    }

    SourcePlace place() {
        return new SourcePlace("random.groovy", ++line, 1, "");
    }
}
