package io.github.assaymark.collect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry. Immutable.
 *
 * @param state how it ended
 * @param pages the copied answer, page by page, as JSON; also that of an entry that was there already
 * @param reason why it is not complete, one line; null when it is
 */
public record EntryOutcome(
        State state, List<String> pages, @Nullable String reason) {
    /** How an entry ended. */
    public enum State {
        /** All of it was answered. */
        COMPLETE,
        /** It was there from an earlier run, complete and young enough. */
        KEPT,
        /** The system said that there is no such thing. */
        ABSENT,
        /** Some of it was answered. */
        PARTIAL,
        /** Access was denied. */
        DENIED,
        /** There is no answer. */
        FAILED
    }

    /** Copies the pages. */
    public EntryOutcome {
        pages = List.copyOf(pages);
    }

    /** Whether the pages hold all that there is. */
    public boolean whole() {
        return state == State.COMPLETE || state == State.KEPT;
    }
}
