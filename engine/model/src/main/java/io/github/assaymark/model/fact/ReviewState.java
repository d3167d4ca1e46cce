package io.github.assaymark.model.fact;

/** What a review says. */
public enum ReviewState {
    /** Agreed. */
    APPROVED,
    /** Refused. */
    CHANGES_REQUESTED,
    /** Neither. */
    COMMENTED,
    /** Taken back. */
    DISMISSED
}
