package io.github.assaymark.model.fact;

/** Where a part of a database schema is declared. */
public enum SchemaSource {
    /** In the schema of the code. */
    CODE,
    /** In the migrations, replayed. */
    MIGRATIONS,
    /** In a database that was looked at. */
    OBSERVED
}
