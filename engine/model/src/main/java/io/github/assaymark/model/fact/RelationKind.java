package io.github.assaymark.model.fact;

/** Kinds of relations of a database. */
public enum RelationKind {
    /** A table. */
    TABLE,
    /** A table divided into partitions. */
    PARTITIONED_TABLE,
    /** An index. */
    INDEX,
    /** A view. */
    VIEW,
    /** A view whose rows are stored. */
    MATERIALIZED_VIEW,
    /** A sequence. */
    SEQUENCE,
    /** A table of another server. */
    FOREIGN_TABLE
}
