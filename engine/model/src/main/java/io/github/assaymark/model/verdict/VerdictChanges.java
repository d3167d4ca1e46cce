package io.github.assaymark.model.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change of facts does to the verdicts of a live assessment, in the order of the assessment. */
public record VerdictChanges(List<Change> changes) {
    /**
     * One verdict that changed.
     *
     * @param before null when the subject is new
     * @param after null when the subject is gone
     */
    public record Change(@Nullable Verdict before, @Nullable Verdict after) {}

    /** Copies the list. */
    public VerdictChanges {
        changes = List.copyOf(changes);
    }
}
