package io.github.assaymark.core.explain;

import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** The sentence that is true alone: it names subject, demand and what was found. */
final class Headline {
    private Headline() {}

    static String of(Verdict verdict, String observed, @Nullable String expected, int reasons) {
        String subject = subject(verdict.subject());
        String title = "\"" + verdict.item().title() + "\"";
        String found = observed.isEmpty() ? "" : ": " + observed;
        String more = reasons > 1 ? ", and " + (reasons - 1) + (reasons == 2 ? " more reason" : " more reasons") : "";
        String required = expected == null ? "" : "; required: " + expected;
        Outcome outcome = verdict.outcome();
        if (outcome instanceof Outcome.Pass) return subject + " meets " + title + found;
        if (outcome instanceof Outcome.Fail) return subject + " does not meet " + title + found + required + more;
        if (outcome instanceof Outcome.Unknown unknown)
            return "whether " + subject + " meets " + title + " is not known (" + unknown.reason() + ")" + found
                    + required + more;
        if (outcome instanceof Outcome.NotApplicable) return title + " does not apply to " + subject + found;
        if (outcome instanceof Outcome.Errored error)
            return "judging " + title + " on " + subject + " failed: " + Values.cut(error.message());
        return pending((Outcome.Pending) outcome, verdict, subject, title, found);
    }

    private static String pending(
            Outcome.Pending pending, Verdict verdict, String subject, String title, String found) {
        if (pending.earliest() != null)
            return subject + " cannot meet " + title + " before " + pending.earliest() + found;
        return title + " is not yet due for " + subject + ": its phase is "
                + verdict.item().phase();
    }

    static String subject(SubjectRef subject) {
        if (subject.key().equals(SubjectRef.NONE_FOUND)) return "any " + subject.kind();
        if (subject.kind().equals("Repository") || subject.key().isEmpty()) return "the repository";
        return subject.kind().equals("Service") ? subject.toString() : subject.kind() + " `" + subject.key() + "`";
    }
}
