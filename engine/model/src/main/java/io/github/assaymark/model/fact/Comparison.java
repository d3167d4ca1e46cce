package io.github.assaymark.model.fact;

/** How a value is compared with a threshold. */
public enum Comparison {
    /** Above it. */
    GREATER,
    /** Above or equal. */
    GREATER_OR_EQUAL,
    /** Below it. */
    LESS,
    /** Below or equal. */
    LESS_OR_EQUAL,
    /** Another way, for example a band of an anomaly. */
    OTHER
}
