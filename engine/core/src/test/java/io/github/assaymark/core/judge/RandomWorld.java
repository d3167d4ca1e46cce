package io.github.assaymark.core.judge;

import static io.github.assaymark.core.judge.Make.NOW;
import static io.github.assaymark.core.judge.Make.equal;
import static io.github.assaymark.core.judge.Make.outer;
import static io.github.assaymark.core.judge.Make.own;
import static io.github.assaymark.core.judge.Make.text;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random rules and facts with few different values, so that they meet. */
final class RandomWorld {
    private static final List<String> OWNERS = List.of("svc", "other", "");
    private static final List<String> JUDGED = List.of("Service", "Service", "Probe", "Repository");

    private final Random random;
    private final int items;

    RandomWorld(long seed, int items) {
        this.random = new Random(seed);
        this.items = items;
    }

    Pack pack() {
        List<Make.ItemMaker> made = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            Make.ItemMaker item = Make.item(id(i), condition(2, i)).judges(JUDGED.get(random.nextInt(JUDGED.size())));
            if (random.nextInt(4) == 0) item.appliesIf(condition(1, i));
            if (random.nextInt(6) == 0) item.effectiveFrom(NOW.plus(Duration.ofHours(random.nextInt(4))));
            made.add(item);
        }
        return Make.pack(
                random.nextBoolean() ? Checklist.WaiverPolicy.ALLOWED : Checklist.WaiverPolicy.FORBIDDEN,
                List.of(
                        new ParamDecl("kind", ValueType.TEXT, null, "", Make.PLACE),
                        new ParamDecl("kinds", ValueType.TEXT_LIST, List.of("a", "b"), "", Make.PLACE)),
                made.toArray(Make.ItemMaker[]::new));
    }

    Snapshot snapshot(int facts) {
        List<Fact> all = new ArrayList<>(List.of(Now.at(NOW)));
        for (int i = 0; i < facts; i++) all.add(fact());
        List<Fact> base = new ArrayList<>();
        for (int i = 0; i < facts / 3; i++) base.add(random.nextBoolean() ? probe() : partner());
        for (String owner : OWNERS) {
            all.add(Make.coverage("Probe", owner, Coverage.Status.COMPLETE));
            all.add(Make.coverage("Partner", owner, Coverage.Status.COMPLETE));
            all.add(Make.coverage("Service", owner, Coverage.Status.COMPLETE));
        }
        all.add(Make.coverage("Attestation", "", Coverage.Status.COMPLETE));
        Snapshot head = Snapshot.of(unique(all));
        return random.nextBoolean() ? head.comparedWith(Snapshot.of(unique(base))) : head;
    }

    FactDelta delta(Snapshot present) {
        List<Fact> removed = new ArrayList<>();
        List<Fact> added = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Fact fact = present.facts().get(random.nextInt(present.facts().size()));
            if (!(fact instanceof Now)) removed.add(fact);
        }
        for (int i = random.nextInt(4); i > 0; i--) added.add(fact());
        if (random.nextInt(5) == 0) {
            removed.addAll(present.facts(Now.class));
            added.add(Now.at(NOW.plus(Duration.ofMinutes(random.nextInt(300)))));
        }
        return new FactDelta(removed, added);
    }

    private static String id(int number) {
        return "test.list.s.i" + number;
    }

    private static Set<Fact> unique(List<Fact> facts) {
        return new LinkedHashSet<>(facts);
    }

    private Fact fact() {
        return switch (random.nextInt(16)) {
            case 0 -> Make.service(pick("svc", "other"));
            case 1 ->
                Make.coverage(
                        pick("Probe", "Partner", "Service", "Attestation"),
                        OWNERS.get(random.nextInt(3)),
                        any(List.of(Coverage.Status.values())));
            case 2 ->
                Make.waiver(
                        id(random.nextInt(items)),
                        pick("svc", "*", "p1"),
                        NOW.plus(Duration.ofHours(random.nextInt(4))));
            case 3 ->
                Make.attestation(
                        id(random.nextInt(items)),
                        pick("@kim", "@lee"),
                        random.nextInt(4) == 0 ? Decision.REJECTED : Decision.CONFIRMED,
                        NOW.minus(Duration.ofHours(random.nextInt(5) - 1)));
            case 4 -> random.nextBoolean() ? Param.of("kind", pick("a", "b")) : Param.of("kinds", pick("a", "c"));
            case 5, 6, 7, 8 -> partner();
            default -> probe();
        };
    }

    private Partner partner() {
        Partner partner = Partner.of("q" + random.nextInt(4), OWNERS.get(random.nextInt(3)), "p" + random.nextInt(6));
        return random.nextInt(3) == 0 ? partner.makeUnsure() : partner;
    }

    private Probe probe() {
        Probe probe = Probe.of("p" + random.nextInt(6), OWNERS.get(random.nextInt(3)))
                .kind(pick("a", "b", "c"))
                .unsure(random.nextInt(3) == 0);
        if (random.nextBoolean()) probe = probe.wrong();
        if (random.nextBoolean()) probe = probe.link(pick("a", "p1", "svc"));
        if (random.nextBoolean()) probe = probe.sha(pick("c0ffee", "bad"));
        if (random.nextInt(3) > 0) probe = probe.at(NOW.minus(Duration.ofHours(random.nextInt(4))));
        return probe;
    }

    /** {@code item} may ask for verdicts of items before it only. */
    private Condition condition(int depth, int item) {
        int kind = random.nextInt(depth > 0 ? 12 : 9);
        return switch (kind) {
            case 0 -> Make.some(first());
            case 1 -> Make.no(first());
            case 2 -> Make.everyMust(first(), conjunct());
            case 3 -> Make.everyHas(first(), second());
            case 4 -> Make.everyHasNo(first(), second());
            case 5, 6 -> count();
            case 7 -> attested();
            case 8 ->
                item == 0
                        ? Make.no(first())
                        : Make.verdictOf(random.nextBoolean(), id(random.nextInt(item)), id(random.nextInt(item)));
            case 9 -> Make.all(condition(depth - 1, item), condition(depth - 1, item));
            default -> Make.any(condition(depth - 1, item), condition(depth - 1, item));
        };
    }

    private Condition count() {
        Condition.Quantity quantity = any(List.of(Condition.Quantity.values()));
        Expr distinct = own("Probe", "link");
        return random.nextBoolean()
                ? Make.count(quantity, 1 + random.nextInt(2), first())
                : new Condition.Count(
                        null, quantity, Make.number(1 + random.nextInt(2)), first(), distinct, Make.PLACE);
    }

    private Condition attested() {
        return new Condition.Attested(
                null,
                random.nextBoolean() ? null : Make.list("privacy"),
                random.nextBoolean() ? null : Duration.ofHours(2),
                false,
                random.nextInt(3) == 0 ? first() : null,
                Make.number(1 + random.nextInt(2)),
                Make.PLACE);
    }

    private Pattern first() {
        List<Expr> where = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) where.add(conjunct());
        return dressed(Make.pattern("Probe", where.toArray(Expr[]::new)), true);
    }

    private Pattern second() {
        return dressed(Make.pattern("Partner", equal(own("Partner", "of"), outer("Probe", "key"))), false);
    }

    private Pattern dressed(Pattern pattern, boolean probe) {
        Pattern result = pattern;
        if (random.nextInt(3) == 0) result = Make.anywhere(result);
        if (random.nextInt(8) == 0) result = Make.base(result);
        if (random.nextBoolean()) return result;
        Duration hours = Duration.ofHours(1 + random.nextInt(3));
        return Make.qualified(
                result,
                new Qualifiers(
                        random.nextBoolean() ? own(pattern.factType(), "unsure") : null,
                        probe && random.nextInt(4) == 0,
                        null,
                        probe && random.nextInt(4) == 0 ? hours : null,
                        probe && random.nextInt(4) == 0 ? hours : null,
                        null));
    }

    private Expr conjunct() {
        return switch (random.nextInt(6)) {
            case 0 -> equal(own("Probe", "kind"), text(pick("a", "b")));
            case 1 -> own("Probe", "ok");
            case 2 -> equal(own("Probe", "link"), Make.param("kind", ValueType.TEXT));
            case 3 -> new Expr.In(own("Probe", "kind"), Make.param("kinds", ValueType.TEXT_LIST), Make.PLACE);
            case 4 -> new Expr.Not(equal(own("Probe", "link"), text(pick("a", "p1"))), Make.PLACE);
            default -> Make.compare(Expr.Comparison.LESS, own("Probe", "at"), new Expr.NowRef(Make.PLACE));
        };
    }

    private <T> T any(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    private String pick(String... options) {
        return options[random.nextInt(options.length)];
    }
}
