package io.github.assaymark.model.fact;

/** How it is known what a migration does. */
public enum SchemaEvidence {
    /** From its text, over the schema that the migrations before leave. */
    DECLARED,
    /** By applying it to a database. */
    OBSERVED
}
