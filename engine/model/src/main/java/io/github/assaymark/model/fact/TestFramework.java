package io.github.assaymark.model.fact;

/** What runs a test. */
public enum TestFramework {
    /** Vitest. */
    VITEST,
    /** Jest. */
    JEST,
    /** The test runner of Node.js. */
    NODE,
    /** The test runner of Bun. */
    BUN,
    /** Playwright. */
    PLAYWRIGHT,
    /** Mocha. */
    MOCHA,
    /** JUnit. */
    JUNIT,
    /** It could not be told. */
    UNKNOWN
}
