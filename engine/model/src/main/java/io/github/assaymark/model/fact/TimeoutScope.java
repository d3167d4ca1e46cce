package io.github.assaymark.model.fact;

/** What a time limit of the database holds for. */
public enum TimeoutScope {
    /** Until the transaction ends. */
    STATEMENT,
    /** Until the session ends. */
    SESSION,
    /** Every migration of the set, by configuration of the tool. */
    TOOL,
    /** Every session of a role. */
    ROLE
}
