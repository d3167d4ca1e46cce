package io.github.assaymark.facts.replay;

import static io.github.assaymark.model.fact.LockMode.ACCESS_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.SHARE_ROW_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.SHARE_UPDATE_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockWork.NONE;
import static io.github.assaymark.model.fact.LockWork.REWRITE;

import io.github.assaymark.facts.sql.AlterCommand;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE, INDEX, VIEW and SEQUENCE. */
final class AlterReplay {
    private final Step step;
    private final Draft draft;
    private final AlterLocks rows;
    private final ColumnReplay columns;
    private final TableReplay tables;

    AlterReplay(Step step, AlterLocks rows) {
        this.step = step;
        this.draft = step.draft;
        this.rows = rows;
        this.columns = new ColumnReplay(step);
        this.tables = new TableReplay(step);
    }

    void alter(Ddl.Alter alter) {
        Relation found = draft.relation(alter.name());
        boolean table = alter.relation().equals("table") || alter.relation().equals("foreign table");
        if (found == null && table) found = step.table(alter.name(), alter.ifExists());
        if (found == null) {
            if (!table && !alter.ifExists()) unknown(alter);
            return;
        }
        for (AlterCommand command : alter.commands()) {
            Relation now = draft.relation(found.id());
            if (now instanceof Table target) one(target, command);
            else if (now != null) other(now, command);
        }
    }

    /** Something whose making was never seen still has a lock that waits. */
    private void unknown(Ddl.Alter alter) {
        step.missing(alter.name().toString());
        step.doubt(
                "locks of ALTER " + alter.relation().toUpperCase(Locale.ROOT),
                alter.name().toString(),
                "no migration made `" + alter.name() + "`",
                Doubt.LOCKS);
    }

    private void one(Table table, AlterCommand command) {
        rows.row(table, command);
        if (columns.change(table, command) || tables.change(table, command)) return;
        if (command instanceof AlterCommand.RenameTo rename) rename(table, table.schema(), rename.to());
        else if (command instanceof AlterCommand.SetSchema move) rename(table, move.schema(), table.name());
        else if (command instanceof AlterCommand.OwnerTo owner) owner(table, owner.role());
        else if (command instanceof AlterCommand.Other other && !other.known())
            step.doubt("effect of ALTER TABLE", other.text(), "the command is not known", Doubt.SCHEMA);
        else step.change(SchemaOperation.CHANGE_STORAGE, table, SchemaPhase.NEUTRAL, false);
    }

    private void other(Relation relation, AlterCommand command) {
        if (relation instanceof Index) {
            if (command instanceof AlterCommand.SetTablespace) step.locks.add(relation, ACCESS_EXCLUSIVE, REWRITE);
            else step.locks.add(relation, SHARE_UPDATE_EXCLUSIVE, NONE);
        } else {
            boolean weak = relation instanceof Sequence && command instanceof AlterCommand.Other;
            step.locks.add(relation, weak ? SHARE_ROW_EXCLUSIVE : ACCESS_EXCLUSIVE, NONE);
        }
        if (command instanceof AlterCommand.RenameTo to) rename(relation, relation.schema(), to.to());
        else if (command instanceof AlterCommand.SetSchema move) rename(relation, move.schema(), relation.name());
        else if (command instanceof AlterCommand.OwnerTo owner && relation instanceof View)
            owner(relation, owner.role());
        else if (command instanceof AlterCommand.AttachPartition) valid(relation);
    }

    /** ALTER INDEX ATTACH PARTITION: with the last one the index of the parent becomes valid. */
    private void valid(Relation relation) {
        if (relation instanceof Index index && !index.valid())
            draft.put(new Index(
                    index.id(),
                    index.schema(),
                    index.name(),
                    index.origin(),
                    index.table(),
                    index.columns(),
                    index.unique(),
                    index.method(),
                    index.predicate(),
                    true));
    }

    private void rename(Relation relation, String schema, String name) {
        if (draft.relation(schema, name) != null) {
            step.journal.error("`" + name + "` is there already");
            return;
        }
        boolean move = !schema.equals(relation.schema());
        Relation renamed = relation.named(schema, name);
        boolean index = relation instanceof Index;
        SchemaOperation operation = index
                ? SchemaOperation.RENAME_INDEX
                : !(relation instanceof Table)
                        ? SchemaOperation.OTHER
                        : move ? SchemaOperation.MOVE_TABLE : SchemaOperation.RENAME_TABLE;
        step.change(
                operation,
                relation,
                null,
                null,
                relation.key(),
                renamed.key(),
                index ? SchemaPhase.NEUTRAL : SchemaPhase.CONTRACT,
                false);
        draft.put(renamed);
        if (index) constraintOf(relation.id(), name);
        if (move && relation instanceof Table table) {
            for (Index own : draft.indexes(table)) draft.put(own.named(schema, own.name()));
            for (Sequence sequence : draft.sequences(table.id())) draft.put(sequence.named(schema, sequence.name()));
        }
    }

    /** A constraint goes by the name of the index behind it. */
    private void constraintOf(int index, String name) {
        if (!(draft.relation(index) instanceof Index found)) return;
        Table table = draft.table(found.table());
        if (table == null) return;
        for (Constraint constraint : table.constraints())
            if (constraint.index() == index) draft.put(table.constraint(constraint.name(), one -> one.named(name)));
    }

    private void owner(Relation relation, String role) {
        @Nullable String before = null;
        if (relation instanceof Table table) {
            before = table.owner();
            draft.put(table.owned(role));
        } else if (relation instanceof View view) {
            before = view.owner();
            draft.put(new View(
                    view.id(),
                    view.schema(),
                    view.name(),
                    view.origin(),
                    view.materialized(),
                    view.query(),
                    view.reads(),
                    role));
        }
        step.change(SchemaOperation.CHANGE_OWNER, relation, null, null, before, role, SchemaPhase.NEUTRAL, false);
    }

    /** CREATE INDEX: SHARE on the table while it is built, and on its partitions. */
    void index(Ddl.CreateIndex create) {
        Relation on = draft.relation(create.table());
        Table table = on instanceof Table found ? found : null;
        if (on instanceof View view) {
            StatementLocks.index(step, view, create.concurrently());
            String name = create.name() != null
                    ? create.name()
                    : draft.free(view.schema(), view.name(), Names.indexed(create.columns()), "idx");
            if (draft.relation(view.schema(), name) == null)
                draft.put(new Index(
                        draft.number(),
                        view.schema(),
                        name,
                        draft.here(),
                        view.id(),
                        create.columns(),
                        create.unique(),
                        create.method(),
                        create.predicate(),
                        true));
            return;
        }
        if (table == null) table = step.table(create.table(), false);
        if (table == null) return;
        boolean there = create.ifNotExists()
                && create.name() != null
                && draft.relation(new RelationName(table.schema(), create.name())) != null;
        StatementLocks.index(step, table, create, there);
        new CreateReplay(step).index(create, table);
    }
}
