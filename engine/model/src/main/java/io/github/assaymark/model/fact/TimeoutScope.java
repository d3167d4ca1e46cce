package io.github.assaymark.model.fact;

/** What a time limit of the database holds for. */
public enum TimeoutScope {
    /** Until the transaction ends. */
    STATEMENT,
    /** Until the session ends. */
    SESSION,
    /** Every migration of the set, by configuration of the tool. */
    TOOL,
    /**
     * Every session of a role or database that begins later, as {@code ALTER ROLE app SET lock_timeout = '5s'} says.
     * Which role applies migrations, and whether the tool opens a session for each of them, is not known: it bounds no
     * {@link LockFact}.
     */
    ROLE
}
