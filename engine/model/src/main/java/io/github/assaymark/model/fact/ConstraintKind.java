package io.github.assaymark.model.fact;

/** Kinds of constraints of a table. */
public enum ConstraintKind {
    /** A primary key. */
    PRIMARY_KEY,
    /** Unique columns. */
    UNIQUE,
    /** A condition on each row. */
    CHECK,
    /** A reference to another table. */
    FOREIGN_KEY,
    /** An exclusion constraint. */
    EXCLUSION,
    /** A named NOT NULL. */
    NOT_NULL
}
