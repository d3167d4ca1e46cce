package io.github.assaymark.model.fact;

/** How a test ended. */
public enum ResultStatus {
    /** Held. */
    PASSED,
    /** An assertion failed. */
    FAILED,
    /** It broke off. */
    ERROR,
    /** It did not run. */
    SKIPPED,
    /** It failed first and held when it was repeated. */
    FLAKY
}
