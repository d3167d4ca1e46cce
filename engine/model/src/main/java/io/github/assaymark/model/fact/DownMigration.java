package io.github.assaymark.model.fact;

/** What takes a migration back. */
public enum DownMigration {
    /** Nothing is there. */
    NONE,
    /** A file or section without a statement. */
    EMPTY,
    /** Statements. */
    SQL,
    /** Code that was not read as statements. */
    CODE,
    /** A remark that it cannot be taken back. */
    IRREVERSIBLE
}
