package io.github.assaymark.model.fact;

/** What is done while a lock is held. */
public enum LockWork {
    /** Only the catalogue changes. */
    NONE,
    /** All rows are read. */
    SCAN,
    /** All rows are written anew. */
    REWRITE,
    /** An index is built over all rows. */
    INDEX_BUILD,
    /** Nothing, but it fails as soon as there is a row. */
    FAILS_IF_ROWS
}
