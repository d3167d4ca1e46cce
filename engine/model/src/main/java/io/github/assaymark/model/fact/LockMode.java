package io.github.assaymark.model.fact;

/**
 * Lock modes of PostgreSQL, weakest first (PostgreSQL manual, 13.3.1 Table-Level Locks). From {@link #SHARE} on writers
 * wait; {@link #ACCESS_EXCLUSIVE} makes readers wait too.
 */
public enum LockMode {
    /** ACCESS SHARE. */
    ACCESS_SHARE,
    /** ROW SHARE. */
    ROW_SHARE,
    /** ROW EXCLUSIVE. */
    ROW_EXCLUSIVE,
    /** SHARE UPDATE EXCLUSIVE. */
    SHARE_UPDATE_EXCLUSIVE,
    /** SHARE. */
    SHARE,
    /** SHARE ROW EXCLUSIVE. */
    SHARE_ROW_EXCLUSIVE,
    /** EXCLUSIVE. */
    EXCLUSIVE,
    /** ACCESS EXCLUSIVE. */
    ACCESS_EXCLUSIVE
}
