package io.github.assaymark.facts.replay;

import io.github.assaymark.model.fact.RelationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param table number of its table
 * @param columns names, or expressions in parentheses
 * @param predicate of a partial one; null otherwise
 */
record Index(
        int id,
        String schema,
        String name,
        Origin origin,
        int table,
        List<String> columns,
        boolean unique,
        String method,
        @Nullable String predicate,
        boolean valid)
        implements Relation {
    Index {
        columns = List.copyOf(columns);
    }

    @Override
    public RelationKind kind() {
        return RelationKind.INDEX;
    }

    @Override
    public Index named(String newSchema, String newName) {
        return new Index(id, newSchema, newName, origin, table, columns, unique, method, predicate, valid);
    }

    Index of(List<String> newColumns, @Nullable String newPredicate) {
        return new Index(id, schema, name, origin, table, newColumns, unique, method, newPredicate, valid);
    }

    /** Whether an expression or condition of it speaks of a column. */
    boolean uses(String column) {
        for (String key : columns)
            if (key.equals(column) || (key.startsWith("(") && Expressions.mentions(key, column))) return true;
        return predicate != null && Expressions.mentions(predicate, column);
    }
}
