package io.github.assaymark.report;

import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many verdicts there are of each outcome. */
record Totals(Map<Outcome.Kind, Integer> byOutcome, int waived, int awaiting, int all) {
    static Totals of(List<Verdict> verdicts) {
        Map<Outcome.Kind, Integer> counts = new EnumMap<>(Outcome.Kind.class);
        for (Outcome.Kind kind : Outcome.Kind.values()) counts.put(kind, 0);
        int waived = 0;
        int awaiting = 0;
        for (Verdict verdict : verdicts) {
            counts.merge(verdict.outcome().kind(), 1, Integer::sum);
            if (waived(verdict)) waived++;
            if (awaiting(verdict)) awaiting++;
        }
        return new Totals(counts, waived, awaiting, verdicts.size());
    }

    /** A failure that a person allows. */
    static boolean waived(Verdict verdict) {
        return verdict.outcome() instanceof Outcome.Fail && verdict.disposition() instanceof Disposition.Waived;
    }

    /** Open until a person answers. */
    static boolean awaiting(Verdict verdict) {
        return verdict.outcome() instanceof Outcome.Unknown unknown
                && unknown.reason() == Outcome.Reason.AWAITING_ATTESTATION;
    }

    int count(Outcome.Kind kind) {
        return byOutcome.getOrDefault(kind, 0);
    }
}
