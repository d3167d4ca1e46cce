package io.github.assaymark.model.verdict;

import io.github.assaymark.model.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that would turn an item green.
 *
 * @param cost sum of the edits': change 1, collect 1, add 2, remove 2, attest 3
 * @param verified whether replaying the edits on a fork turned the item green
 * @param breaks ids of items that would turn to FAIL by it, with their subject; empty when unverified
 */
public record Remedy(List<Edit> edits, int cost, boolean verified, List<String> breaks) {

    /** What to do. */
    public enum Action {
        CHANGE,
        ADD,
        REMOVE,
        ATTEST,
        COLLECT
    }

    /**
     * One step.
     *
     * @param factType type of the fact that changes
     * @param key key of the fact; null for one to be added
     * @param property property that changes; null when the whole fact does
     * @param from value now
     * @param to value that is needed; null when many would do
     * @param at where; null when there is no such place yet
     * @param text the step in words
     */
    public record Edit(
            Action action,
            String factType,
            @Nullable String key,
            @Nullable String property,
            @Nullable String from,
            @Nullable String to,
            @Nullable Provenance at,
            String text) {}

    /** Copies the lists. */
    public Remedy {
        edits = List.copyOf(edits);
        breaks = List.copyOf(breaks);
    }
}
