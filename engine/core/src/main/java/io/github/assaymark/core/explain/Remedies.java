package io.github.assaymark.core.explain;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.judge.Bench;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Remedy;
import io.github.assaymark.model.verdict.Verdict;
import io.github.assaymark.model.verdict.VerdictChanges;
import io.github.assaymark.model.verdict.WhatIf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans that were tried, as remedies. A plan that was tried and does not turn the item green is not shown. */
final class Remedies {
    private static final int SHOWN = 3;
    private static final int MOST_TRIED = 5;
    private static final int MOST_DROPPED = 8;

    private final Bench bench;
    private final Scene scene;

    Remedies(Bench bench, Scene scene) {
        this.bench = bench;
        this.scene = scene;
    }

    /** A remedy and the plan it tells of. */
    record Proved(Step.Plan plan, Remedy remedy) {}

    /** At most three, cheapest first. */
    List<Remedy> of(List<Step.Plan> plans) {
        return proved(plans).stream().map(Proved::remedy).toList();
    }

    List<Proved> proved(List<Step.Plan> plans) {
        List<Proved> remedies = new ArrayList<>();
        int tried = 0;
        for (Step.Plan plan : plans) {
            if (remedies.size() == SHOWN) break;
            if (plan.steps().isEmpty()) continue;
            if (!plan.triable()) {
                remedies.add(new Proved(plan, remedy(plan, false, List.of())));
            } else if (tried++ < MOST_TRIED) {
                Proved proved = proved(plan);
                if (proved != null && !remedies.contains(proved)) remedies.add(proved);
            }
        }
        return remedies;
    }

    private @Nullable Proved proved(Step.Plan plan) {
        if (greenAfter(plan) == null) return null;
        Step.Plan least = plan;
        for (int i = least.steps().size() - 1; i >= 0 && plan.steps().size() <= MOST_DROPPED; i--) {
            if (least.steps().size() == 1) break;
            Step.Plan smaller = least.without(i);
            if (greenAfter(smaller) != null) least = smaller;
        }
        List<String> breaks = greenAfter(least);
        return breaks == null ? null : new Proved(least, remedy(least, true, breaks));
    }

    /** What turns to FAIL by a plan; null when the plan does not turn the item green. */
    private @Nullable List<String> greenAfter(Step.Plan plan) {
        FactDelta delta = plan.delta();
        if (delta == null) return null;
        WhatIf preview;
        try {
            preview = bench.whatIf(delta);
        } catch (IllegalArgumentException e) {
            return null; // the change does not fit the facts: no remedy
        }
        boolean green = false;
        List<String> breaks = new ArrayList<>();
        for (VerdictChanges.Change change : preview.changes().changes()) {
            Verdict after = change.after();
            if (after == null) continue;
            if (after.item().id().equals(scene.item().id()) && after.subject().equals(scene.subject()))
                green = after.outcome() instanceof Outcome.Pass;
            else if (after.outcome() instanceof Outcome.Fail
                    && (change.before() == null || !(change.before().outcome() instanceof Outcome.Fail)))
                breaks.add(after.item().id() + " on " + after.subject());
        }
        return green ? breaks : null;
    }

    private Remedy remedy(Step.Plan plan, boolean verified, List<String> breaks) {
        return new Remedy(plan.steps().stream().map(this::edit).toList(), plan.cost(), verified, breaks);
    }

    private Remedy.Edit edit(Step step) {
        if (step instanceof Step.Told told) return told.edit();
        if (step instanceof Step.Add add)
            return new Remedy.Edit(
                    Remedy.Action.ADD, FactStore.type(add.fact()), null, null, null, null, null, add.text());
        if (step instanceof Step.Remove remove) {
            Fact fact = remove.fact();
            return new Remedy.Edit(
                    Remedy.Action.REMOVE,
                    FactStore.type(fact),
                    fact.key(),
                    null,
                    null,
                    null,
                    fact.provenance(),
                    "remove " + LeafRecorder.name(fact) + Advice.at(fact));
        }
        return change((Step.Change) step);
    }

    private Remedy.Edit change(Step.Change change) {
        Fact fact = change.fact();
        Object now = scene.bindings().property(fact, change.property());
        var type = scene.bindings().type(fact, change.property());
        String from = now == null ? "nothing" : Values.literal(now, type);
        String to = change.to() == null ? "nothing" : Values.literal(change.to(), type);
        boolean exact = exact(change.because());
        String what = exact
                ? change.property() + " " + from + " -> " + to
                : change.property() + " " + from + " -> such that "
                        + scene.bindings().wording(change.outer()).expr(change.because());
        return new Remedy.Edit(
                Remedy.Action.CHANGE,
                FactStore.type(fact),
                fact.key(),
                change.property(),
                now == null ? null : from,
                exact ? to : null,
                fact.provenance(),
                what + " in " + LeafRecorder.name(fact) + Advice.at(fact));
    }

    /** Whether a condition leaves one value only, or the value nearest to the present one was taken. */
    private static boolean exact(Expr because) {
        if (because instanceof Expr.Not not) return exact(not.part());
        if (because instanceof Expr.Compare compare) return compare.comparison() != Expr.Comparison.NOT_EQUAL;
        return because instanceof Expr.Prop || because instanceof Expr.In;
    }
}
