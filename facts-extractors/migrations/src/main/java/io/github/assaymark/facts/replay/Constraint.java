package io.github.assaymark.facts.replay;

import io.github.assaymark.model.fact.ConstraintKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table.
 *
 * @param expression of a check; null otherwise
 * @param references number of the table of a foreign key; 0 otherwise
 * @param referenced columns of that table
 * @param index number of the index behind it; 0 for none
 */
record Constraint(
        String name,
        ConstraintKind kind,
        List<String> columns,
        @Nullable String expression,
        int references,
        List<String> referenced,
        boolean validated,
        int index,
        Site site) {
    Constraint {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }

    Constraint named(String newName) {
        return new Constraint(newName, kind, columns, expression, references, referenced, validated, index, site);
    }

    Constraint valid() {
        return new Constraint(name, kind, columns, expression, references, referenced, true, index, site);
    }

    Constraint of(List<String> newColumns, @Nullable String newExpression, List<String> newReferenced) {
        return new Constraint(name, kind, newColumns, newExpression, references, newReferenced, validated, index, site);
    }

    boolean foreignKey() {
        return kind == ConstraintKind.FOREIGN_KEY;
    }

    /** Whether a valid check of it says that a column is not null. */
    boolean provesNotNull(String column) {
        if (!validated) return false;
        if (kind == ConstraintKind.NOT_NULL) return columns.contains(column);
        return kind == ConstraintKind.CHECK && expression != null && Expressions.provesNotNull(expression, column);
    }

    boolean uses(String column) {
        return columns.contains(column) || (expression != null && Expressions.mentions(expression, column));
    }
}
