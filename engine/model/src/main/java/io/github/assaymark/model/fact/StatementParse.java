package io.github.assaymark.model.fact;

/** How far a statement was understood. */
public enum StatementParse {
    /** Whole. */
    FULL,
    /** What it acts on, but not all it does. */
    PARTIAL,
    /** Not at all. */
    OPAQUE
}
