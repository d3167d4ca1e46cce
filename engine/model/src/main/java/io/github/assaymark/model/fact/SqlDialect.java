package io.github.assaymark.model.fact;

/** The language of a database. */
public enum SqlDialect {
    /** PostgreSQL. */
    POSTGRESQL,
    /** MySQL or MariaDB. */
    MYSQL,
    /** SQLite. */
    SQLITE,
    /** Another one, or not known. */
    OTHER
}
