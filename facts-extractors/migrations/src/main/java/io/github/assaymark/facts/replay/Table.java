package io.github.assaymark.facts.replay;

import io.github.assaymark.model.fact.ConstraintKind;
import io.github.assaymark.model.fact.RelationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param form what kind of table it is and whose part
 * @param indexes numbers
 * @param security of its rows
 * @param owner null when no migration says it
 */
record Table(
        int id,
        String schema,
        String name,
        Origin origin,
        Form form,
        List<Column> columns,
        List<Constraint> constraints,
        List<Integer> indexes,
        List<Trigger> triggers,
        Security security,
        @Nullable String owner)
        implements Relation {
    /**
     * @param parent number of the table it is a partition of; 0 for none
     * @param bound of the partition as written; null for none
     * @param inherits numbers of the tables it inherits from
     * @param open whether it may have columns that are not known
     */
    record Form(
            RelationKind kind,
            boolean temporary,
            boolean unlogged,
            int parent,
            @Nullable String bound,
            List<Integer> inherits,
            boolean open) {
        Form {
            inherits = List.copyOf(inherits);
        }

        Form partOf(int newParent, @Nullable String newBound) {
            return new Form(kind, temporary, unlogged, newParent, newBound, inherits, open);
        }

        Form unlogged(boolean value) {
            return new Form(kind, temporary, value, parent, bound, inherits, open);
        }

        Form inheriting(List<Integer> parents) {
            return new Form(kind, temporary, unlogged, parent, bound, parents, open);
        }
    }

    /** Row security: whether it is on, whether it binds the owner, and the policies. */
    record Security(boolean enabled, boolean forced, List<Policy> policies) {
        static final Security OFF = new Security(false, false, List.of());

        Security {
            policies = List.copyOf(policies);
        }
    }

    Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
    }

    @Override
    public RelationKind kind() {
        return form.kind();
    }

    boolean partitioned() {
        return form.kind() == RelationKind.PARTITIONED_TABLE;
    }

    @Nullable
    Column column(String wanted) {
        for (Column column : columns) if (column.name().equals(wanted)) return column;
        return null;
    }

    @Nullable
    Constraint constraint(String wanted) {
        for (Constraint constraint : constraints) if (constraint.name().equals(wanted)) return constraint;
        return null;
    }

    /** Columns of the primary key; empty when there is none. */
    List<String> primaryKey() {
        for (Constraint constraint : constraints)
            if (constraint.kind() == ConstraintKind.PRIMARY_KEY) return constraint.columns();
        return List.of();
    }

    @Override
    public Table named(String newSchema, String newName) {
        return new Table(
                id, newSchema, newName, origin, form, columns, constraints, indexes, triggers, security, owner);
    }

    Table formed(Form newForm) {
        return new Table(id, schema, name, origin, newForm, columns, constraints, indexes, triggers, security, owner);
    }

    Table withColumns(List<Column> newColumns) {
        return new Table(id, schema, name, origin, form, newColumns, constraints, indexes, triggers, security, owner);
    }

    Table column(String wanted, UnaryOperator<Column> change) {
        List<Column> changed = new ArrayList<>(columns);
        changed.replaceAll(column -> column.name().equals(wanted) ? change.apply(column) : column);
        return withColumns(changed);
    }

    Table plus(Column column) {
        List<Column> more = new ArrayList<>(columns);
        more.add(column);
        return withColumns(more);
    }

    Table withConstraints(List<Constraint> newConstraints) {
        return new Table(id, schema, name, origin, form, columns, newConstraints, indexes, triggers, security, owner);
    }

    Table plus(Constraint constraint) {
        List<Constraint> more = new ArrayList<>(constraints);
        more.add(constraint);
        return withConstraints(more);
    }

    Table constraint(String wanted, UnaryOperator<Constraint> change) {
        List<Constraint> changed = new ArrayList<>(constraints);
        changed.replaceAll(one -> one.name().equals(wanted) ? change.apply(one) : one);
        return withConstraints(changed);
    }

    Table withIndexes(List<Integer> newIndexes) {
        return new Table(id, schema, name, origin, form, columns, constraints, newIndexes, triggers, security, owner);
    }

    Table withTriggers(List<Trigger> newTriggers) {
        return new Table(id, schema, name, origin, form, columns, constraints, indexes, newTriggers, security, owner);
    }

    Table secured(Security newSecurity) {
        return new Table(id, schema, name, origin, form, columns, constraints, indexes, triggers, newSecurity, owner);
    }

    Table owned(@Nullable String newOwner) {
        return new Table(id, schema, name, origin, form, columns, constraints, indexes, triggers, security, newOwner);
    }
}
