package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of TypeORM.
 *
 * @param columns by property
 * @param indexed columns with an index that no decorator names
 */
record EntityTable(
        EntityClass type, String name, @Nullable String schema, Map<String, Column> columns, List<String> indexed) {
    EntityTable(EntityClass type, String name, @Nullable String schema) {
        this(type, name, schema, new LinkedHashMap<>(), new ArrayList<>());
    }

    /** A column and where it is declared. */
    record Column(TableFacts.Column column, Located at) {}

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
