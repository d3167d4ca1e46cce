package io.github.assaymark.facts.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table or column.
 *
 * @param name null when PostgreSQL chooses it
 * @param columns it is about; those of the expression are not looked for
 * @param references of a foreign key; null otherwise
 * @param expression of a check; null otherwise
 * @param notValid whether rows that are there already are not checked
 * @param usingIndex index it takes over; null otherwise
 */
public record TableConstraint(
        @Nullable String name,
        Kind kind,
        List<String> columns,
        @Nullable ForeignKey references,
        @Nullable String expression,
        boolean notValid,
        @Nullable String usingIndex) {
    /** Copies the list. */
    public TableConstraint {
        columns = List.copyOf(columns);
    }

    /** What it demands. */
    public enum Kind {
        CHECK,
        NOT_NULL,
        UNIQUE,
        PRIMARY_KEY,
        FOREIGN_KEY,
        EXCLUDE
    }
}
