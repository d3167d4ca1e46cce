package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.AlterCommand;
import io.github.assaymark.facts.sql.TableConstraint;
import io.github.assaymark.model.fact.ConstraintKind;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands of ALTER TABLE that change constraints, partitions, triggers and row security. */
final class TableReplay {
    private final Step step;
    private final Draft draft;
    private final ConstraintReplay constraints;

    TableReplay(Step step) {
        this.step = step;
        this.draft = step.draft;
        this.constraints = new ConstraintReplay(step);
    }

    /** Whether the command is one of these. */
    boolean change(Table table, AlterCommand command) {
        if (command instanceof AlterCommand.AddConstraint add) add(table, add.constraint());
        else if (command instanceof AlterCommand.DropConstraint drop) drop(table, drop);
        else if (command instanceof AlterCommand.ValidateConstraint validate) validate(table, validate.name());
        else if (command instanceof AlterCommand.RenameConstraint rename) rename(table, rename.from(), rename.to());
        else if (command instanceof AlterCommand.RowLevelSecurity row) rowSecurity(table, row.change());
        else if (command instanceof AlterCommand.AttachPartition attach) attach(table, attach);
        else if (command instanceof AlterCommand.DetachPartition detach) detach(table, detach);
        else if (command instanceof AlterCommand.SwitchTrigger trigger) trigger(table, trigger);
        else if (command instanceof AlterCommand.SetLogged logged) logged(table, logged.logged());
        else if (command instanceof AlterCommand.Inherit inherit) inherit(table, inherit);
        else return false;
        return true;
    }

    private void add(Table table, TableConstraint declared) {
        Constraint made = constraints.add(table.id(), declared);
        Table now = draft.table(table.id());
        if (now == null) return;
        if (made != null) new ColumnReplay(step).added(now, made);
        for (Table child : draft.descendants(table.id())) {
            if (made == null || made.index() != 0) continue;
            Table kin = draft.table(child.id());
            if (kin != null && kin.constraint(made.name()) == null) draft.put(kin.plus(made));
        }
    }

    private void drop(Table table, AlterCommand.DropConstraint drop) {
        Constraint constraint = table.constraint(drop.name());
        if (constraint == null) {
            if (drop.ifExists()) return;
            // Of an open table the constraint may have been there.
            if (!table.form().open()) step.journal.error(noConstraint(drop.name(), table));
            note(SchemaOperation.DROP_CONSTRAINT, table, drop.name(), false);
            return;
        }
        note(SchemaOperation.DROP_CONSTRAINT, table, drop.name(), draft.migrationMade(constraint.site()));
        DropReplay drops = new DropReplay(step);
        if (constraint.index() != 0)
            for (Table other : draft.referencing(table.id()))
                for (Constraint key : other.constraints())
                    if (key.references() == table.id() && drops.covers(table, key, constraint)) {
                        if (drop.cascade()) drops.constraint(other.id(), key);
                        else step.journal.error("`" + other.key() + "` refers to `" + drop.name() + "`");
                    }
        for (Table child : draft.descendants(table.id())) {
            Constraint same = child.constraint(drop.name());
            if (same != null && same.index() == 0) drops.constraint(child.id(), same);
        }
        drops.constraint(table.id(), constraint);
    }

    private static String noConstraint(String name, Table table) {
        return "constraint `" + name + "` of `" + table.key() + "` does not exist";
    }

    private void note(SchemaOperation operation, Table table, String name, boolean made) {
        step.journal.change(
                operation,
                table.key(),
                null,
                name,
                null,
                null,
                SchemaPhase.NEUTRAL,
                false,
                made || draft.createdHere(table.origin()));
    }

    private void validate(Table table, String name) {
        if (table.constraint(name) == null && !table.form().open()) step.journal.error(noConstraint(name, table));
        note(SchemaOperation.VALIDATE_CONSTRAINT, table, name, false);
        draft.put(table.constraint(name, Constraint::valid));
        Constraint constraint = table.constraint(name);
        if (constraint != null && constraint.kind() == ConstraintKind.NOT_NULL)
            for (String column : constraint.columns()) constraints.setNotNull(table.id(), column);
    }

    private void rename(Table table, String from, String to) {
        Constraint constraint = table.constraint(from);
        if (constraint == null && !table.form().open()) step.journal.error(noConstraint(from, table));
        step.change(SchemaOperation.OTHER, table, null, from, from, to, SchemaPhase.NEUTRAL, false);
        draft.put(table.constraint(from, one -> one.named(to)));
        if (constraint != null && draft.relation(constraint.index()) instanceof Index index)
            draft.put(index.named(index.schema(), to));
    }

    private void rowSecurity(Table table, String change) {
        Table.Security before = table.security();
        boolean enabled = change.equals("enable") || (before.enabled() && !change.equals("disable"));
        boolean forced = change.equals("force") || (before.forced() && !change.equals("no force"));
        boolean narrows = change.equals("enable") || change.equals("force");
        step.change(
                SchemaOperation.CHANGE_ROW_SECURITY,
                table,
                null,
                null,
                null,
                change,
                narrows && !draft.createdHere(table.origin()) ? SchemaPhase.CONTRACT : SchemaPhase.EXPAND,
                false);
        draft.put(table.secured(new Table.Security(enabled, forced, before.policies())));
    }

    private void attach(Table table, AlterCommand.AttachPartition attach) {
        Table child = step.table(attach.partition(), false);
        if (child == null) return;
        step.change(SchemaOperation.ATTACH_PARTITION, table, null, child.key(), null, null, SchemaPhase.EXPAND, false);
        draft.put(child.formed(child.form().partOf(table.id(), attach.bound())));
        Table parent = draft.table(table.id());
        if (parent != null) new Inheritance(draft).partition(child.id(), parent);
    }

    private void detach(Table table, AlterCommand.DetachPartition detach) {
        Table child = step.table(detach.partition(), false);
        if (child == null) return;
        step.change(
                SchemaOperation.DETACH_PARTITION, table, null, child.key(), null, null, SchemaPhase.CONTRACT, false);
        draft.put(child.formed(child.form().partOf(0, null)));
    }

    private void trigger(Table table, AlterCommand.SwitchTrigger change) {
        step.change(
                SchemaOperation.CHANGE_TRIGGER,
                table,
                null,
                change.name(),
                null,
                change.enabled() ? "enabled" : "disabled",
                SchemaPhase.NEUTRAL,
                false);
        List<Trigger> triggers = new ArrayList<>(table.triggers());
        boolean every = change.name().equals("all") || change.name().equals("user");
        triggers.replaceAll(one -> every || one.name().equals(change.name())
                ? new Trigger(one.name(), one.function(), change.enabled())
                : one);
        draft.put(table.withTriggers(triggers));
    }

    private void logged(Table table, boolean logged) {
        step.change(SchemaOperation.CHANGE_STORAGE, table, SchemaPhase.NEUTRAL, false);
        draft.put(table.formed(table.form().unlogged(!logged)));
    }

    private void inherit(Table table, AlterCommand.Inherit inherit) {
        @Nullable Table parent = step.table(inherit.parent(), false);
        if (parent == null) return;
        List<Integer> parents = new ArrayList<>(table.form().inherits());
        parents.remove((Integer) parent.id());
        if (inherit.added()) parents.add(parent.id());
        step.change(SchemaOperation.OTHER, table, SchemaPhase.NEUTRAL, false);
        draft.put(table.formed(table.form().inheriting(parents)));
    }
}
