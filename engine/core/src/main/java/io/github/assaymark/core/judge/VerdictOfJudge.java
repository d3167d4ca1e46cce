package io.github.assaymark.core.judge;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The value of a {@code verdictOf}. */
final class VerdictOfJudge {
    private final Bench bench;

    VerdictOfJudge(Bench bench) {
        this.bench = bench;
    }

    Truth judge(Item asking, Condition.VerdictOf leaf, Fact subject) {
        List<Truth> parts = new ArrayList<>();
        for (Verdict verdict : bench.verdicts(asking, leaf, subject)) parts.add(part(verdict, leaf.waivedCounts()));
        if (parts.isEmpty()) return new Truth.Unknown(Outcome.Reason.NOT_OBSERVED);
        for (Truth part : parts) if (part instanceof Truth.False) return part; // a failure is told before an error
        return Truth.all(parts);
    }

    private static Truth part(Verdict verdict, boolean waivedCounts) {
        Outcome outcome = verdict.outcome();
        if (outcome instanceof Outcome.Unknown unknown) return new Truth.Unknown(unknown.reason());
        if (outcome instanceof Outcome.Pending pending) return new Truth.Pending(pending.since(), pending.earliest());
        if (outcome instanceof Outcome.Errored error)
            return new Truth.Errored(verdict.item().id() + ": " + error.message());
        if (outcome instanceof Outcome.NotApplicable) return new Truth.Vacuous();
        boolean waived = waivedCounts && verdict.disposition() instanceof Disposition.Waived;
        return Truth.of(outcome instanceof Outcome.Pass || waived);
    }
}
