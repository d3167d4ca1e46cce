package io.github.assaymark.model.fact;

/** How the migrations of a set are put into transactions by their tool. */
public enum MigrationTransaction {
    /** One transaction for everything that is not applied yet. */
    ALL_PENDING,
    /** One transaction for each migration. */
    PER_MIGRATION,
    /** None: each statement commits by itself. */
    NONE,
    /** Not known: locks may be held until the end. */
    UNKNOWN
}
