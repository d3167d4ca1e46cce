package io.github.assaymark.facts.replay;

import static io.github.assaymark.model.fact.LockMode.ACCESS_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.ACCESS_SHARE;
import static io.github.assaymark.model.fact.LockWork.NONE;

import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.ArrayList;
import java.util.List;

/** Takes relations away, and what hangs on them. */
final class DropReplay {
    private final Step step;
    private final Draft draft;

    DropReplay(Step step) {
        this.step = step;
        this.draft = step.draft;
    }

    void tables(List<RelationName> names, boolean ifExists, boolean cascade) {
        List<Table> dropped = new ArrayList<>();
        for (RelationName name : names) {
            Table table = step.table(name, ifExists);
            if (table != null) dropped.add(table);
        }
        for (Table table : dropped) locks(table, cascade);
        for (Table table : dropped) {
            step.change(SchemaOperation.DROP_TABLE, table, SchemaPhase.CONTRACT, true);
            if (!cascade && depended(table, dropped))
                step.journal.error("other objects depend on `" + table.key() + "`");
        }
        for (Table table : dropped) table(table, cascade);
    }

    private boolean depended(Table table, List<Table> dropped) {
        for (Table other : draft.referencing(table.id())) if (!dropped.contains(other)) return true;
        return !draft.readers(table.id()).isEmpty();
    }

    private void locks(Table table, boolean cascade) {
        step.locks.add(table, ACCESS_EXCLUSIVE, NONE);
        for (Index index : draft.indexes(table)) step.locks.add(index, ACCESS_EXCLUSIVE, NONE);
        for (Constraint key : table.constraints())
            if (key.foreignKey()) step.locks.add(draft.relation(key.references()), ACCESS_EXCLUSIVE, NONE);
        if (table.form().parent() != 0)
            step.locks.add(draft.relation(table.form().parent()), ACCESS_EXCLUSIVE, NONE);
        for (Table child : draft.children(table.id())) locks(child, cascade);
        if (!cascade) return;
        for (Table other : draft.referencing(table.id())) step.locks.add(other, ACCESS_EXCLUSIVE, NONE);
        for (View view : draft.readers(table.id())) step.locks.add(view, ACCESS_EXCLUSIVE, NONE);
    }

    /** The table is gone, with everything that is part of it or refers to it. */
    void table(Table table, boolean cascade) {
        if (draft.table(table.id()) == null) return;
        for (Table child : draft.children(table.id()))
            if (child.form().parent() == table.id() || cascade) table(child, cascade);
        for (Table other : draft.referencing(table.id())) {
            List<Constraint> kept = new ArrayList<>(other.constraints());
            kept.removeIf(key -> key.references() == table.id());
            draft.put(other.withConstraints(kept));
        }
        for (View view : draft.readers(table.id())) view(view);
        for (Relation index : draft.referrers(table.id(), Referral.INDEX)) draft.remove(index);
        for (Sequence sequence : draft.sequences(table.id())) draft.remove(sequence);
        draft.remove(table);
        Grants.forget(draft, table.id());
    }

    void view(View view) {
        for (Relation index : draft.referrers(view.id(), Referral.INDEX)) draft.remove(index);
        draft.remove(view);
        Grants.forget(draft, view.id());
    }

    void views(List<RelationName> names, boolean ifExists, boolean cascade) {
        for (RelationName name : names) {
            if (!(step.relation(name, ifExists) instanceof View view)) continue;
            step.locks.add(view, ACCESS_EXCLUSIVE, NONE);
            for (int source : view.reads()) step.locks.add(draft.relation(source), ACCESS_SHARE, NONE);
            step.change(SchemaOperation.DROP_VIEW, view, SchemaPhase.CONTRACT, true);
            for (View reader : draft.readers(view.id())) {
                if (!cascade) step.journal.error("`" + reader.key() + "` reads `" + view.key() + "`");
                step.locks.add(reader, ACCESS_EXCLUSIVE, NONE);
                view(reader);
            }
            view(view);
        }
    }

    /** Views that read a column that goes. */
    void readersOf(int table, String column) {
        for (View view : draft.readers(table)) if (Expressions.mentions(view.query(), column)) view(view);
    }

    void index(Index index) {
        draft.remove(index);
        Table table = draft.table(index.table());
        if (table == null) return;
        List<Integer> kept = new ArrayList<>(table.indexes());
        kept.remove((Integer) index.id());
        draft.put(table.withIndexes(kept));
        if (!table.partitioned()) return;
        for (Table child : draft.children(table.id()))
            for (Index own : draft.indexes(child))
                if (own.columns().equals(index.columns()) && own.unique() == index.unique() && !keyed(child, own)) {
                    index(own);
                    break;
                }
    }

    private static boolean keyed(Table table, Index index) {
        for (Constraint constraint : table.constraints()) if (constraint.index() == index.id()) return true;
        return false;
    }

    void constraint(int id, Constraint constraint) {
        Table table = draft.table(id);
        if (table == null) return;
        List<Constraint> kept = new ArrayList<>(table.constraints());
        kept.removeIf(one -> one.name().equals(constraint.name()));
        draft.put(table.withConstraints(kept));
        if (constraint.index() == 0) return;
        if (draft.relation(constraint.index()) instanceof Index index) index(index);
        if (!table.partitioned()) return;
        for (Table child : draft.children(id))
            for (Constraint own : child.constraints())
                if (own.kind() == constraint.kind() && own.columns().equals(constraint.columns())) {
                    constraint(child.id(), own);
                    break;
                }
    }

    /** Whether a foreign key needs this key. */
    boolean covers(Table table, Constraint foreign, Constraint key) {
        List<String> columns = foreign.referenced().isEmpty() ? table.primaryKey() : foreign.referenced();
        return columns.size() == key.columns().size() && key.columns().containsAll(columns);
    }
}
