package io.github.assaymark.facts.sql;

import java.util.List;

/**
 * What a foreign key refers to.
 *
 * @param columns empty when the primary key is meant
 */
record ForeignKey(RelationName table, List<String> columns) {
    ForeignKey {
        columns = List.copyOf(columns);
    }
}
