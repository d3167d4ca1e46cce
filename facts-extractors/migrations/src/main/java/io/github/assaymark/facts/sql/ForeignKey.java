package io.github.assaymark.facts.sql;

import java.util.List;

/**
 * What a foreign key refers to.
 *
 * @param columns empty when the primary key is meant
 */
public record ForeignKey(RelationName table, List<String> columns) {
    /** Copies the list. */
    public ForeignKey {
        columns = List.copyOf(columns);
    }
}
