package io.github.assaymark.model.fact;

/** How a check of a commit ended. */
public enum CheckConclusion {
    /** Held. */
    SUCCESS,
    /** Failed. */
    FAILURE,
    /** No opinion. */
    NEUTRAL,
    /** Given up. */
    CANCELLED,
    /** Did not run. */
    SKIPPED,
    /** Took too long. */
    TIMED_OUT,
    /** Somebody has to act. */
    ACTION_REQUIRED,
    /** Not done yet. */
    RUNNING
}
