package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.TableConstraint;
import io.github.assaymark.model.fact.ConstraintKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds constraints and indexes to tables. */
final class ConstraintReplay {
    private final Step step;
    private final Draft draft;

    ConstraintReplay(Step step) {
        this.step = step;
        this.draft = step.draft;
    }

    /** The constraint as it came to be; null when it did not. */
    @Nullable
    Constraint add(int id, TableConstraint declared) {
        Table table = draft.table(id);
        if (table == null) return null;
        ConstraintKind kind = kind(declared.kind());
        if (declared.name() != null && table.constraint(declared.name()) != null) {
            step.journal.error("constraint `" + declared.name() + "` of `" + table.key() + "` is there already");
            return null;
        }
        for (String column : declared.columns()) require(table, column);
        table = draft.table(id);
        if (table == null) return null;
        return switch (kind) {
            case UNIQUE, PRIMARY_KEY, EXCLUSION -> indexed(table, declared, kind);
            case NOT_NULL -> notNull(table, declared);
            case FOREIGN_KEY -> foreignKey(table, declared);
            case CHECK -> plain(table, declared, kind, declared.columns(), 0, List.of());
        };
    }

    /** A column that is spoken of: one of a table whose columns are not all known is taken to be there. */
    void require(Table table, String name) {
        Table now = draft.table(table.id());
        if (now == null || now.column(name) != null) return;
        if (!now.form().open()) {
            step.journal.error("column `" + name + "` of `" + now.key() + "` does not exist");
            return;
        }
        draft.put(now.plus(
                new Column(name, "unknown", 0, false, null, Column.Generation.NONE, null, null, draft.site())));
    }

    private Constraint plain(
            Table table,
            TableConstraint declared,
            ConstraintKind kind,
            List<String> columns,
            int references,
            List<String> referenced) {
        String name = declared.name() != null
                ? declared.name()
                : Names.constraint(table, kind, columns, declared.expression());
        List<String> about = kind == ConstraintKind.CHECK && declared.expression() != null
                ? Names.used(table, declared.expression())
                : columns;
        Constraint constraint = new Constraint(
                name,
                kind,
                about,
                declared.expression(),
                references,
                referenced,
                !declared.notValid(),
                0,
                draft.site());
        draft.put(table.plus(constraint));
        return constraint;
    }

    private @Nullable Constraint notNull(Table table, TableConstraint declared) {
        Constraint constraint = declared.notValid() || declared.name() != null
                ? plain(table, declared, ConstraintKind.NOT_NULL, declared.columns(), 0, List.of())
                : null;
        if (!declared.notValid()) for (String column : declared.columns()) setNotNull(table.id(), column);
        return constraint;
    }

    void setNotNull(int id, String column) {
        Table table = draft.table(id);
        if (table == null) return;
        Column found = table.column(column);
        if (found != null && !found.notNull())
            draft.put(table.column(column, one -> one.notNull(true, draft.migration())));
    }

    private Constraint foreignKey(Table table, TableConstraint declared) {
        int references = 0;
        List<String> referenced = List.of();
        if (declared.references() != null) {
            Table u = step.table(declared.references().table(), false);
            if (u != null) {
                references = u.id();
                for (String column : declared.references().columns()) require(u, column);
                referenced = declared.references().columns().isEmpty()
                        ? u.primaryKey()
                        : declared.references().columns();
            }
        }
        Table now = draft.table(table.id());
        return plain(
                now == null ? table : now,
                declared,
                ConstraintKind.FOREIGN_KEY,
                declared.columns(),
                references,
                referenced);
    }

    private @Nullable Constraint indexed(Table table, TableConstraint declared, ConstraintKind kind) {
        List<String> columns = declared.columns();
        int index;
        String name;
        if (declared.usingIndex() != null) {
            if (!(draft.relation(table.schema(), declared.usingIndex()) instanceof Index found)) {
                step.missing(declared.usingIndex());
                return null;
            }
            name = declared.name() != null ? declared.name() : found.name();
            columns = found.columns();
            index = found.id();
            draft.put(found.named(found.schema(), name));
        } else {
            String label = kind == ConstraintKind.PRIMARY_KEY ? "pkey" : kind == ConstraintKind.UNIQUE ? "key" : "excl";
            String middle = kind == ConstraintKind.PRIMARY_KEY ? "" : String.join("_", columns);
            name = declared.name() != null ? declared.name() : draft.free(table.schema(), table.name(), middle, label);
            if (draft.relation(table.schema(), name) != null) {
                step.journal.error("`" + name + "` is there already");
                return null;
            }
            boolean exclusion = kind == ConstraintKind.EXCLUSION;
            index = index(table.id(), name, columns, !exclusion, exclusion ? "gist" : "btree", null, true)
                    .id();
        }
        if (kind == ConstraintKind.PRIMARY_KEY) for (String column : columns) setNotNull(table.id(), column);
        Table now = draft.table(table.id());
        Constraint constraint = new Constraint(name, kind, columns, null, 0, List.of(), true, index, draft.site());
        draft.put((now == null ? table : now).plus(constraint));
        if (table.partitioned() && declared.usingIndex() == null)
            for (Table child : draft.children(table.id())) new Inheritance(draft).key(child.id(), constraint);
        return constraint;
    }

    Index index(
            int id,
            String name,
            List<String> columns,
            boolean unique,
            String method,
            @Nullable String predicate,
            boolean valid) {
        Table table = draft.table(id);
        String schema = table == null ? Relation.PUBLIC : table.schema();
        Index index =
                new Index(draft.number(), schema, name, draft.here(), id, columns, unique, method, predicate, valid);
        draft.put(index);
        if (table != null) {
            List<Integer> more = new ArrayList<>(table.indexes());
            more.add(index.id());
            draft.put(table.withIndexes(more));
        }
        return index;
    }

    static ConstraintKind kind(TableConstraint.Kind kind) {
        return switch (kind) {
            case CHECK -> ConstraintKind.CHECK;
            case NOT_NULL -> ConstraintKind.NOT_NULL;
            case UNIQUE -> ConstraintKind.UNIQUE;
            case PRIMARY_KEY -> ConstraintKind.PRIMARY_KEY;
            case FOREIGN_KEY -> ConstraintKind.FOREIGN_KEY;
            case EXCLUDE -> ConstraintKind.EXCLUSION;
        };
    }
}
