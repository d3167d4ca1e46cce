package io.github.assaymark.model.fact;

/** What kind of test it is. */
public enum TestBucket {
    /** Tests a part alone. */
    UNIT,
    /** Tests parts together. */
    INTEGRATION,
    /** Tests what was agreed with another system. */
    CONTRACT,
    /** Tests against a description or the rules of the house. */
    CONFORMANCE,
    /** Tests the whole from outside. */
    END_TO_END,
    /** Tests with generated inputs. */
    PROPERTY,
    /** Tests how fast or how much. */
    PERFORMANCE,
    /** Tests attacks. */
    SECURITY,
    /** Tests against other versions. */
    COMPATIBILITY,
    /** Tests that it runs at all. */
    SMOKE
}
