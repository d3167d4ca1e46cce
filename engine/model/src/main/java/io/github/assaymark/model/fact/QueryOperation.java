package io.github.assaymark.model.fact;

/** What a query does. */
public enum QueryOperation {
    /** Reads. */
    SELECT,
    /** Adds. */
    INSERT,
    /** Changes. */
    UPDATE,
    /** Removes. */
    DELETE,
    /** Adds or changes. */
    UPSERT,
    /** Anything else. */
    OTHER
}
