package io.github.assaymark.facts.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as CREATE TABLE or ADD COLUMN declares it.
 *
 * @param type as written, white space collapsed, in lower case
 * @param notNull whether NOT NULL or PRIMARY KEY is written, or the type or identity implies it
 * @param defaultExpression as written; null when there is none
 * @param identity whether it is GENERATED … AS IDENTITY
 * @param stored whether it is GENERATED ALWAYS AS (…) STORED
 * @param virtual whether it is generated but not stored
 * @param constraints written with the column, NOT NULL left out
 */
public record ColumnDefinition(
        String name,
        String type,
        boolean notNull,
        @Nullable String defaultExpression,
        boolean identity,
        boolean stored,
        boolean virtual,
        List<TableConstraint> constraints) {
    /** Copies the list. */
    public ColumnDefinition {
        constraints = List.copyOf(constraints);
    }

    /** Whether its values come from a sequence that the type makes. */
    public boolean serial() {
        return type.endsWith("serial") || type.equals("serial4") || type.equals("serial8") || type.equals("serial2");
    }
}
