package io.github.assaymark.cli;

import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.util.List;

/** What a statement of a person changed, in the words of reports. */
final class Effect {
    private Effect() {}

    /** One line for each verdict of an item: before and after. */
    static void print(Appendable out, List<Verdict> before, Judged after) throws java.io.IOException {
        for (Verdict was : before) {
            Verdict is = after.assessment()
                    .verdict(was.item().id(), was.subject().key())
                    .orElseThrow();
            String subject = was.subject().key().isEmpty() ? "." : was.subject().key();
            out.append(was.item().id()).append("  ").append(subject).append("  ");
            out.append(text(was)).append(" -> ").append(text(is)).append('\n');
            if (text(was).equals(text(is)))
                out.append("  ").append(is.explanation().headline()).append('\n');
        }
    }

    private static String text(Verdict verdict) {
        String outcome = verdict.outcome() instanceof Outcome.Unknown unknown
                ? "UNKNOWN(" + unknown.reason() + ")"
                : verdict.outcome().kind().name();
        return verdict.disposition() instanceof io.github.assaymark.model.verdict.Disposition.Waived
                ? outcome + " WAIVED"
                : outcome;
    }
}
