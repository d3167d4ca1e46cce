package io.github.assaymark.model.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of facts does to the verdicts of a live assessment.
 *
 * @param changes verdicts that changed, in the order of the assessment
 * @param notices what a reader must know of how the change was followed; most often empty
 */
public record VerdictChanges(List<Change> changes, List<Notice> notices) {
    /**
     * One verdict that changed.
     *
     * @param before null when the subject is new
     * @param after null when the subject is gone
     */
    public record Change(@Nullable Verdict before, @Nullable Verdict after) {}

    /** Copies the lists. */
    public VerdictChanges {
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
    }
}
