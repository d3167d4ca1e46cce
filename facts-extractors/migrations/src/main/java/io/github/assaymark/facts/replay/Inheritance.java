package io.github.assaymark.facts.replay;

import io.github.assaymark.model.fact.ConstraintKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What partitions, heirs and copies take over from other tables. */
final class Inheritance {
    private final Draft draft;

    Inheritance(Draft draft) {
        this.draft = draft;
    }

    /** INHERITS: columns and checks. */
    void columns(int id, @Nullable Table from) {
        Table table = draft.table(id);
        if (table == null || from == null) return;
        for (Column column : from.columns()) if (table.column(column.name()) == null) table = table.plus(here(column));
        for (Constraint check : from.constraints())
            if (check.kind() == ConstraintKind.CHECK && table.constraint(check.name()) == null)
                table = table.plus(check);
        draft.put(from.form().open() ? table.formed(open(table.form())) : table);
    }

    private Column here(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.userType(),
                column.notNull(),
                column.defaultExpression(),
                column.generation(),
                draft.migration(),
                draft.migration(),
                draft.site());
    }

    private static Table.Form open(Table.Form form) {
        return new Table.Form(
                form.kind(), form.temporary(), form.unlogged(), form.parent(), form.bound(), form.inherits(), true);
    }

    /** LIKE. */
    void like(int id, Table from, List<String> including) {
        Table table = draft.table(id);
        if (table == null) return;
        boolean all = including.contains("all");
        for (Column column : from.columns()) {
            if (table.column(column.name()) != null) continue;
            Column copy = here(column);
            boolean computed = column.generation() == Column.Generation.STORED;
            if (!all && !including.contains("defaults") && !computed) copy = copy.defaulted(null);
            if (!all && computed && !including.contains("generated")) copy = copy.generated(Column.Generation.NONE);
            if (!all && column.generation() == Column.Generation.IDENTITY && !including.contains("identity"))
                copy = copy.generated(Column.Generation.NONE);
            table = table.plus(copy);
        }
        if (all || including.contains("constraints"))
            for (Constraint check : from.constraints())
                if (check.kind() == ConstraintKind.CHECK) table = table.plus(check);
        draft.put(from.form().open() ? table.formed(open(table.form())) : table);
        if (all || including.contains("indexes")) indexes(id, from);
    }

    /** PARTITION OF: everything. */
    void partition(int id, Table parent) {
        columns(id, parent);
        indexes(id, parent);
        foreignKeys(id, parent);
        Table table = draft.table(id);
        if (table == null) return;
        List<Trigger> triggers = new ArrayList<>(table.triggers());
        for (Trigger trigger : parent.triggers()) {
            boolean has = false;
            for (Trigger own : triggers) has |= own.name().equals(trigger.name());
            if (!has) triggers.add(trigger);
        }
        draft.put(table.withTriggers(triggers));
    }

    private void foreignKeys(int id, Table parent) {
        for (Constraint key : parent.constraints()) {
            Table table = draft.table(id);
            if (table == null || !key.foreignKey()) continue;
            boolean has = false;
            for (Constraint own : table.constraints())
                has |= own.references() == key.references() && own.columns().equals(key.columns());
            if (!has && table.constraint(key.name()) == null) draft.put(table.plus(key));
        }
    }

    private void indexes(int id, Table from) {
        for (Index index : draft.indexes(from)) {
            Constraint key = null;
            for (Constraint constraint : from.constraints()) if (constraint.index() == index.id()) key = constraint;
            if (key == null) index(id, index);
            else key(id, key);
        }
    }

    /** A partition gets an index of its own, unless one that it has will do. */
    void index(int id, Index index) {
        Table table = draft.table(id);
        if (table == null) return;
        for (Index own : draft.indexes(table))
            if (own.columns().equals(index.columns())
                    && own.unique() == index.unique()
                    && Objects.equals(own.predicate(), index.predicate())) return;
        String name = draft.free(table.schema(), table.name(), Names.indexed(index.columns()), "idx");
        add(table, name, index);
        if (table.partitioned()) for (Table child : draft.children(id)) index(child.id(), index);
    }

    /** The same for a key. */
    void key(int id, Constraint key) {
        Table table = draft.table(id);
        if (table == null || !(draft.relation(key.index()) instanceof Index index)) return;
        for (Constraint own : table.constraints())
            if (own.kind() == key.kind() && own.columns().equals(key.columns())) return;
        boolean primary = key.kind() == ConstraintKind.PRIMARY_KEY;
        String label = primary ? "pkey" : key.kind() == ConstraintKind.UNIQUE ? "key" : "excl";
        String name = draft.free(table.schema(), table.name(), primary ? "" : String.join("_", key.columns()), label);
        int made = add(table, name, index);
        Table now = draft.table(id);
        if (now == null) return;
        if (primary)
            for (String column : key.columns())
                now = now.column(column, one -> one.notNull() ? one : one.notNull(true, draft.migration()));
        draft.put(now.plus(
                new Constraint(name, key.kind(), key.columns(), null, 0, List.of(), true, made, draft.site())));
        if (table.partitioned()) for (Table child : draft.children(id)) key(child.id(), key);
    }

    private int add(Table table, String name, Index like) {
        Index made = new Index(
                draft.number(),
                table.schema(),
                name,
                draft.here(),
                table.id(),
                like.columns(),
                like.unique(),
                like.method(),
                like.predicate(),
                like.valid());
        draft.put(made);
        List<Integer> more = new ArrayList<>(table.indexes());
        more.add(made.id());
        draft.put(table.withIndexes(more));
        return made.id();
    }
}
