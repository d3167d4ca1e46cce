package io.github.assaymark.model.fact;

/** What a person says of an item. */
public enum Decision {
    /** It holds. */
    CONFIRMED,
    /** It does not hold. */
    REJECTED
}
