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
        List<Verdict> verdicts = bench.verdicts(asking, leaf, subject);
        if (verdicts.isEmpty()) return new Truth.Unknown(Outcome.Reason.NOT_OBSERVED);
        Condition.Having having = leaf.having();
        if (having != null) return having(verdicts, having);
        List<Truth> parts = new ArrayList<>();
        for (Verdict verdict : verdicts) parts.add(part(verdict, leaf.waivedCounts()));
        for (Truth part : parts) if (part instanceof Truth.False) return part; // a failure is told before an error
        return Truth.all(parts);
    }

    /**
     * Whether one has such an outcome, which is told before an error; open ones that are not asked for leave it open.
     */
    private static Truth having(List<Verdict> verdicts, Condition.Having having) {
        List<Truth> open = new ArrayList<>(List.of(new Truth.False()));
        for (Verdict verdict : verdicts) {
            if (having.outcomes().contains(verdict.outcome().kind())) return Truth.of(!having.none());
            Truth part = part(verdict, false);
            boolean decided =
                    part instanceof Truth.True || part instanceof Truth.False || part instanceof Truth.Vacuous;
            if (!decided) open.add(part);
        }
        Truth one = Truth.any(open);
        return one instanceof Truth.False ? Truth.of(having.none()) : one;
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
