package io.github.assaymark.core.explain;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.verdict.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Small changes with which a condition would hold: proposals, to be tried before anybody is told of them. Facts of the
 * base revision, and facts the engine or a person makes, are never changed.
 */
final class Repairs {
    private static final int KEPT = 3;
    private static final int MOST = 100;
    private static final Set<String> NOT_OURS =
            Set.of("Now", "Param", "PolicyValue", "Coverage", "Attestation", "Waiver", "BaselineEntry");

    private final Scene scene;
    private final NearMisses nearMisses;
    private final Advice advice;
    private int proposed;

    Repairs(Scene scene) {
        this.scene = scene;
        this.nearMisses = new NearMisses(scene);
        this.advice = new Advice(scene);
    }

    /** The cheapest plans, cheapest first; none when nothing is known that would help. */
    List<Step.Plan> plans(Judged judged) {
        Truth value = judged.value();
        if (value instanceof Truth.True || value instanceof Truth.Vacuous) return List.of(Step.Plan.NOTHING);
        if (judged.record() != null) return cheapest(leafOrNone(judged.record()));
        if (judged.condition() instanceof Condition.AllOf) {
            List<Step.Plan> joined = List.of(Step.Plan.NOTHING);
            for (Judged child : judged.children()) joined = union(joined, plans(child));
            return joined;
        }
        List<Step.Plan> all = new ArrayList<>();
        for (Judged child : judged.children()) all.addAll(plans(child));
        return cheapest(all);
    }

    private static List<Step.Plan> union(List<Step.Plan> first, List<Step.Plan> second) {
        List<Step.Plan> joined = new ArrayList<>();
        for (Step.Plan a : first) for (Step.Plan b : second) joined.add(a.and(b));
        return cheapest(joined);
    }

    private static List<Step.Plan> cheapest(List<Step.Plan> plans) {
        List<Step.Plan> sorted = new ArrayList<>(plans.stream().distinct().toList());
        sorted.sort(Comparator.comparingInt(Step.Plan::cost));
        return sorted.size() <= KEPT ? sorted : List.copyOf(sorted.subList(0, KEPT));
    }

    private List<Step.Plan> leafOrNone(LeafRecord record) {
        try {
            return leaf(record);
        } catch (RuntimeException e) {
            return List.of(); // a proposed value that nothing can be computed with is no proposal
        }
    }

    private List<Step.Plan> leaf(LeafRecord record) {
        if (record.value() instanceof Truth.Unknown || record.leaf() instanceof Condition.Attested)
            return advice.plans(record);
        if (!(record.value() instanceof Truth.False)) return List.of();
        Condition.Leaf leaf = record.leaf();
        if (leaf instanceof Condition.Some some) return present(some.pattern(), null, null, 1);
        if (leaf instanceof Condition.No no) return absent(record, no.pattern());
        if (leaf instanceof Condition.EveryMust every) return every(record, every);
        if (leaf instanceof Condition.EveryHas every) return partners(record, every.partner());
        if (leaf instanceof Condition.EveryHasNo every) return absent(record, every.partner());
        if (leaf instanceof Condition.Count count) return count(record, count);
        return List.of();
    }

    private static boolean ours(Pattern pattern) {
        return pattern.side() == Pattern.Side.HEAD && !NOT_OURS.contains(pattern.factType());
    }

    /** {@code missing} more facts that meet the pattern: made of near ones, or added. */
    private List<Step.Plan> present(Pattern pattern, @Nullable Fact outer, @Nullable Expr distinct, int missing) {
        if (!ours(pattern)) return advice.add(pattern, outer);
        List<Step.Plan> plans = new ArrayList<>();
        List<NearMisses.Candidate> near = nearest(pattern, outer, Math.max(KEPT, missing));
        if (missing == 1) {
            for (NearMisses.Candidate candidate : near) {
                Step.Plan plan = mended(candidate.fact(), outer, demands(pattern));
                if (plan != null) plans.add(plan);
            }
        } else if (missing <= MOST) {
            plans.addAll(mixed(pattern, outer, distinct, missing, near));
        }
        plans.addAll(added(pattern, outer, distinct, missing));
        return plans;
    }

    /** The facts that fail the fewest conjuncts: to change others would make one thing into another. */
    private List<NearMisses.Candidate> nearest(Pattern pattern, @Nullable Fact outer, int limit) {
        List<NearMisses.Candidate> ranked = nearMisses.rank(pattern, outer, limit);
        return ranked.stream()
                .filter(candidate ->
                        candidate.failed().size() == ranked.get(0).failed().size())
                .toList();
    }

    /** Near facts changed as far as there are any, and the rest added. */
    private List<Step.Plan> mixed(
            Pattern pattern,
            @Nullable Fact outer,
            @Nullable Expr distinct,
            int missing,
            List<NearMisses.Candidate> near) {
        Step.Plan all = Step.Plan.NOTHING;
        int left = missing;
        for (NearMisses.Candidate candidate : near) {
            Step.Plan plan = left == 0 ? null : mended(candidate.fact(), outer, demands(pattern));
            if (plan == null) continue;
            all = all.and(plan);
            left--;
        }
        if (left == missing) return List.of();
        if (left == 0) return List.of(all);
        List<Step.Plan> rest = added(pattern, outer, distinct, left);
        return rest.isEmpty() ? List.of() : List.of(all.and(rest.get(0)));
    }

    private List<Step.Plan> added(Pattern pattern, @Nullable Fact outer, @Nullable Expr distinct, int missing) {
        if (missing > MOST) return List.of();
        Step.Plan plan = Step.Plan.NOTHING;
        for (int i = 0; i < missing; i++) {
            Fact fact = fresh(pattern, outer, distinct);
            if (fact == null) return advice.add(pattern, outer);
            plan = plan.and(new Step.Plan(List.of(new Step.Add(fact, advice.addText(pattern, outer)))));
        }
        return List.of(plan);
    }

    private @Nullable Fact fresh(Pattern pattern, @Nullable Fact outer, @Nullable Expr distinct) {
        FactType type = scene.bindings().catalogue().type(pattern.factType());
        if (type == null) return null;
        String key = "proposed-" + ++proposed;
        Fact blank = FactCopies.blank(
                type,
                key,
                scene.scoped(pattern) ? scene.owner() : "",
                scene.bindings().env().now());
        if (blank == null) return null;
        Mender.Mended filled = Mender.filled(scene.bindings(), blank, outer, demands(pattern));
        if (filled == null) return null;
        Fact fact = revised(filled.fact(), pattern.qualifiers());
        if (distinct instanceof Expr.Prop prop
                && prop.type().kind() == ValueType.Kind.TEXT
                && !filled.because().containsKey(prop.property())) {
            Fact other = FactCopies.with(fact, Map.of(prop.property(), key));
            if (other != null) fact = other;
        }
        return scene.quality(pattern, fact, outer) instanceof Truth.True ? fact : null;
    }

    private Fact revised(Fact fact, Qualifiers qualifiers) {
        String sha = scene.sha();
        if (!qualifiers.thisRevision() || sha == null) return settled(fact, qualifiers);
        Fact copy = FactCopies.with(fact, Map.of("sha", sha));
        return settled(copy == null ? fact : copy, qualifiers);
    }

    private Fact settled(Fact fact, Qualifiers qualifiers) {
        if (qualifiers.settled() == null) return fact;
        String property = qualifiers.by() instanceof Expr.Prop prop ? prop.property() : "at";
        Fact copy = FactCopies.with(
                fact, Map.of(property, scene.bindings().env().now().minus(qualifiers.settled())));
        return copy == null ? fact : copy;
    }

    private static List<Expr> demands(Pattern pattern) {
        return Conjuncts.flat(pattern.where());
    }

    private Step.@Nullable Plan mended(Fact fact, @Nullable Fact outer, List<Expr> demands) {
        Mender.Mended mended = Mender.holding(scene.bindings(), fact, outer, demands);
        return mended == null ? null : changes(fact, outer, mended);
    }

    private Step.Plan changes(Fact fact, @Nullable Fact outer, Mender.Mended mended) {
        List<Step> steps = new ArrayList<>();
        mended.because().forEach((property, because) -> {
            Object to = scene.bindings().property(mended.fact(), property);
            if (!Objects.equals(scene.bindings().property(fact, property), to))
                steps.add(new Step.Change(fact, property, to, because, outer));
        });
        return new Step.Plan(steps);
    }

    private List<Step.Plan> every(LeafRecord record, Condition.EveryMust every) {
        if (!ours(every.pattern()) || record.offences().size() > MOST) return List.of();
        Step.Plan all = Step.Plan.NOTHING;
        for (LeafRecord.Offence offence : record.offences()) {
            Fact fact = offence.fact();
            if (fact == null) continue;
            Step.Plan plan = mended(fact, null, Conjuncts.flat(every.must()));
            all = all.and(plan == null ? new Step.Plan(List.of(new Step.Remove(fact))) : plan);
        }
        return List.of(all);
    }

    private List<Step.Plan> partners(LeafRecord record, Pattern partner) {
        if (record.offences().size() > MOST) return List.of();
        if (!ours(partner)) return List.of();
        Step.Plan cheap = Step.Plan.NOTHING;
        Step.Plan adding = Step.Plan.NOTHING;
        boolean cheapWorks = true;
        boolean addingWorks = true;
        Set<Fact> used = new HashSet<>();
        for (LeafRecord.Offence offence : record.offences()) {
            Step.Plan change = nearest(partner, offence.fact(), used);
            List<Step.Plan> add = added(partner, offence.fact(), null, 1);
            if (add.isEmpty()) addingWorks = false;
            else adding = adding.and(add.get(0));
            if (change != null) cheap = cheap.and(change);
            else if (!add.isEmpty()) cheap = cheap.and(add.get(0));
            else cheapWorks = false;
        }
        List<Step.Plan> plans = new ArrayList<>();
        if (cheapWorks) plans.add(cheap);
        if (addingWorks) plans.add(adding);
        return plans;
    }

    private Step.@Nullable Plan nearest(Pattern partner, @Nullable Fact outer, Set<Fact> used) {
        for (NearMisses.Candidate candidate : nearest(partner, outer, KEPT)) {
            if (used.contains(candidate.fact())) continue;
            Step.Plan plan = mended(candidate.fact(), outer, demands(partner));
            if (plan == null) continue;
            used.add(candidate.fact());
            return plan;
        }
        return null;
    }

    /** Every offender made not to match, or taken away. */
    private List<Step.Plan> absent(LeafRecord record, Pattern pattern) {
        if (!ours(pattern)) return List.of();
        Map<Fact, @Nullable Fact> offenders = new java.util.TreeMap<>(Snapshot.order());
        for (LeafRecord.Offence offence : record.offences()) {
            Fact fact = offence.partner() == null ? offence.fact() : offence.partner();
            if (fact != null) offenders.put(fact, offence.partner() == null ? null : offence.fact());
        }
        if (offenders.size() > MOST) return List.of();
        Step.Plan changing = Step.Plan.NOTHING;
        Step.Plan removing = Step.Plan.NOTHING;
        boolean works = true;
        for (Map.Entry<Fact, @Nullable Fact> offender : offenders.entrySet()) {
            removing = removing.and(new Step.Plan(List.of(new Step.Remove(offender.getKey()))));
            Step.Plan change = broken(pattern, offender.getKey(), offender.getValue());
            if (change == null) works = false;
            else changing = changing.and(change);
        }
        return works ? List.of(changing, removing) : List.of(removing);
    }

    private Step.@Nullable Plan broken(Pattern pattern, Fact fact, @Nullable Fact outer) {
        for (Expr conjunct : demands(pattern)) {
            Expr.Prop prop = Conjuncts.property(conjunct);
            if (prop == null) continue;
            if (prop.type().kind() == ValueType.Kind.TEXT && !asksForPresence(conjunct)) continue;
            Mender.Mended mended = Mender.breaking(scene.bindings(), fact, outer, conjunct);
            if (mended != null) return changes(fact, outer, mended);
        }
        return null;
    }

    private static boolean asksForPresence(Expr conjunct) {
        return conjunct instanceof Expr.Compare compare
                && compare.right() instanceof Expr.Const constant
                && constant.value() == null;
    }

    private List<Step.Plan> count(LeafRecord record, Condition.Count count) {
        if (!record.lacks().isEmpty())
            return present(
                    count.pattern(),
                    null,
                    count.distinctBy(),
                    record.lacks().get(0).missing());
        Object number = scene.bindings().value(count.number(), null, null);
        List<Fact> surplus = scene.counted(count);
        if (!ours(count.pattern()) || !(number instanceof Long allowed) || count.distinctBy() != null) return List.of();
        int from = (int) Math.min(surplus.size(), Math.max(0, allowed));
        if (surplus.size() - from > MOST) return List.of();
        List<Step> steps = new ArrayList<>();
        for (Fact fact : surplus.subList(from, surplus.size())) steps.add(new Step.Remove(fact));
        return steps.isEmpty() ? List.of() : List.of(new Step.Plan(steps));
    }
}
