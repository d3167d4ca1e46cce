package io.github.assaymark.core.explain;

import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Verdicts that other verdicts rest on. */
final class VerdictRecord {
    private final List<Verdict> verdicts;

    VerdictRecord(List<Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    String observed(Condition.VerdictOf leaf, Truth value) {
        if (verdicts.isEmpty()) return "there is no such verdict";
        Condition.Having having = leaf.having();
        if (having != null && (value instanceof Truth.True || value instanceof Truth.False)) {
            List<String> such = verdicts.stream()
                    .filter(v -> having.outcomes().contains(v.outcome().kind()))
                    .map(v -> v.item().id() + " is " + v.outcome().kind())
                    .distinct()
                    .toList();
            return such.isEmpty()
                    ? "none of " + verdicts.size() + " verdicts is"
                    : such.size() + " of " + verdicts.size() + " verdicts: "
                            + String.join(", ", such.subList(0, Math.min(3, such.size())))
                            + (such.size() > 3 ? " and more" : "");
        }
        if (value instanceof Truth.False) return listed(Outcome.Kind.FAIL, "fail");
        if (value instanceof Truth.Unknown) return listed(Outcome.Kind.UNKNOWN, "are unknown");
        if (value instanceof Truth.Pending) return listed(Outcome.Kind.PENDING, "are pending");
        if (value instanceof Truth.Vacuous) return "none of " + verdicts.size() + " verdicts applies";
        long passed = verdicts.stream()
                .filter(v -> v.outcome().kind() == Outcome.Kind.PASS)
                .count();
        return passed + " of " + verdicts.size() + " verdicts pass, the others do not apply or are waived";
    }

    private String listed(Outcome.Kind kind, String word) {
        List<Verdict> those =
                verdicts.stream().filter(v -> v.outcome().kind() == kind).toList();
        return those.size() + " of " + verdicts.size() + " verdicts " + word + ": "
                + those.stream().limit(3).map(v -> v.item().id()).distinct().collect(Collectors.joining(", "))
                + (those.size() > 3 ? " and more" : "");
    }

    List<LeafRecord.Offence> failures(Condition.VerdictOf leaf) {
        return verdicts.stream()
                .filter(v -> leaf.having() == null
                        ? v.outcome() instanceof Outcome.Fail
                        : leaf.having().none()
                                && leaf.having().outcomes().contains(v.outcome().kind()))
                .filter(v -> !leaf.waivedCounts() || !(v.disposition() instanceof Disposition.Waived))
                .map(v -> new LeafRecord.Offence(
                        null,
                        null,
                        null,
                        v.item().id() + " on " + v.subject().key(),
                        v.item().id() + (v.outcome() instanceof Outcome.Fail ? " fails on " : " is open on ")
                                + v.subject() + ": " + v.item().title(),
                        v.outcome().kind().name(),
                        "PASS"))
                .toList();
    }
}
