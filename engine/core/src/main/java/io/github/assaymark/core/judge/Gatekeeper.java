package io.github.assaymark.core.judge;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Gate;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Decides whether the subject may ship. */
final class Gatekeeper {
    private Gatekeeper() {}

    static Gate gate(List<Verdict> verdicts, Phase upTo) {
        Gate.Decision decision = Gate.Decision.PASSES;
        List<Verdict> standing = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (!counts(verdict, upTo)) continue;
            Gate.Decision own = decision(verdict);
            if (own != Gate.Decision.PASSES) standing.add(verdict);
            if (weight(own) > weight(decision)) decision = own;
        }
        return new Gate(decision, upTo, standing);
    }

    private static boolean counts(Verdict verdict, Phase upTo) {
        Item item = verdict.item();
        return item.severity() == Severity.BLOCKER
                && item.rollout() == Item.Rollout.BLOCK
                && item.phase().compareTo(upTo) <= 0
                && !(verdict.disposition() instanceof Disposition.NotYetEffective);
    }

    private static Gate.Decision decision(Verdict verdict) {
        Outcome.Kind kind = verdict.outcome().kind();
        return switch (kind) {
            case PASS, NOT_APPLICABLE -> Gate.Decision.PASSES;
            case ERROR -> Gate.Decision.ERROR;
            case UNKNOWN, PENDING -> Gate.Decision.UNKNOWN;
            case FAIL ->
                verdict.disposition() instanceof Disposition.Waived ? Gate.Decision.PASSES : Gate.Decision.FAILS;
        };
    }

    private static int weight(Gate.Decision decision) {
        return switch (decision) {
            case PASSES -> 0;
            case UNKNOWN -> 1;
            case FAILS -> 2;
            case ERROR -> 3;
        };
    }
}
