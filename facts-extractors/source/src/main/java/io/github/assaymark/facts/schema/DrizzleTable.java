package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Located;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of Drizzle.
 *
 * @param call that makes it
 * @param constant that holds it; null when there is none
 * @param columns by property, in order
 * @param complete whether these are all of them
 */
record DrizzleTable(
        Located call,
        String name,
        @Nullable String schema,
        @Nullable String constant,
        Map<String, Column> columns,
        boolean complete) {

    /**
     * A column.
     *
     * @param at where it is declared
     * @param open why it is not known what the column is; null when it is
     */
    record Column(
            TableFacts.Column column,
            Located at,
            @Nullable Located references,
            boolean uniqueIndex,
            @Nullable String uniqueName,
            @Nullable String open) {}

    String key() {
        return TableFacts.key(schema, name);
    }

    /** Name in the database of a property; null when it is not known. */
    @Nullable
    String column(String property) {
        Column column = columns.get(property);
        return column == null ? null : column.column().name();
    }
}
