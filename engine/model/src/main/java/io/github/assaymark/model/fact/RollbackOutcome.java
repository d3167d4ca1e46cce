package io.github.assaymark.model.fact;

/** What came of taking a migration back. */
public enum RollbackOutcome {
    /** The schema is what it was before. */
    EXACT,
    /** The schema is another than before. */
    DIFFERS,
    /** It does not run. */
    FAILS,
    /** It was not tried, or not understood. */
    NOT_RUN
}
