package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.AlterCommand;
import io.github.assaymark.facts.sql.ColumnDefinition;
import io.github.assaymark.facts.sql.TableConstraint;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The commands of ALTER TABLE that change columns. */
final class ColumnReplay {
    private final Step step;
    private final Draft draft;
    private final ConstraintReplay constraints;

    ColumnReplay(Step step) {
        this.step = step;
        this.draft = step.draft;
        this.constraints = new ConstraintReplay(step);
    }

    /** Whether the command is one of these. */
    boolean change(Table table, AlterCommand command) {
        if (command instanceof AlterCommand.AddColumn add) add(table, add);
        else if (command instanceof AlterCommand.DropColumn drop) drop(table, drop);
        else if (command instanceof AlterCommand.RenameColumn rename) rename(table, rename.from(), rename.to());
        else if (command instanceof AlterCommand.AlterType type) type(table, type);
        else if (command instanceof AlterCommand.SetDefault set) defaulted(table, set.column(), set.expression());
        else if (command instanceof AlterCommand.DropDefault drop) defaulted(table, drop.column(), null);
        else if (command instanceof AlterCommand.SetNotNull set) nullability(table, set.column(), true);
        else if (command instanceof AlterCommand.DropNotNull drop) nullability(table, drop.column(), false);
        else if (command instanceof AlterCommand.ChangeGeneration change) generation(table, change);
        else return false;
        return true;
    }

    private void add(Table table, AlterCommand.AddColumn add) {
        ColumnDefinition definition = add.column();
        if (table.column(definition.name()) != null) {
            if (!add.ifNotExists())
                step.journal.error("column `" + definition.name() + "` of `" + table.key() + "` is there already");
            return;
        }
        boolean needed = definition.notNull()
                && definition.defaultExpression() == null
                && !definition.serial()
                && !definition.identity()
                && !definition.stored()
                && !definition.virtual();
        boolean here = draft.createdHere(table.origin());
        step.change(
                SchemaOperation.ADD_COLUMN,
                table,
                definition.name(),
                null,
                null,
                definition.type(),
                needed && !here ? SchemaPhase.CONTRACT : SchemaPhase.EXPAND,
                false);
        new CreateReplay(step).column(table.id(), definition);
        for (TableConstraint constraint : definition.constraints()) {
            Constraint made = constraints.add(table.id(), constraint);
            Table now = draft.table(table.id());
            if (made != null && now != null) added(now, made);
        }
        Table now = draft.table(table.id());
        Column column = now == null ? null : now.column(definition.name());
        if (column == null) return;
        for (Table child : draft.descendants(table.id()))
            if (child.column(column.name()) == null) draft.put(child.plus(column));
    }

    void added(Table table, Constraint constraint) {
        boolean here = draft.createdHere(table.origin());
        step.change(
                SchemaOperation.ADD_CONSTRAINT,
                table,
                null,
                constraint.name(),
                null,
                constraint.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                here ? SchemaPhase.EXPAND : SchemaPhase.CONTRACT,
                false);
    }

    private @Nullable Column require(Table table, String name) {
        constraints.require(table, name);
        Table now = draft.table(table.id());
        return now == null ? null : now.column(name);
    }

    private void each(Table table, UnaryOperator<Table> change) {
        List<Table> all = new ArrayList<>(draft.descendants(table.id()));
        Table now = draft.table(table.id());
        if (now != null) all.add(0, now);
        for (Table one : all) draft.put(change.apply(one));
    }

    private boolean here(Column column, Table table) {
        return draft.createdHere(table.origin()) || draft.migration().equals(column.addedIn());
    }

    private void note(
            SchemaOperation operation,
            Table table,
            Column column,
            @Nullable String before,
            @Nullable String after,
            SchemaPhase phase,
            boolean destructive) {
        step.journal.change(
                operation, table.key(), column.name(), null, before, after, phase, destructive, here(column, table));
    }

    private void drop(Table table, AlterCommand.DropColumn drop) {
        if (drop.ifExists() && table.column(drop.column()) == null) return;
        Column column = require(table, drop.column());
        if (column == null) return;
        note(SchemaOperation.DROP_COLUMN, table, column, draft.schema().type(column), null, SchemaPhase.CONTRACT, true);
        if (drop.cascade()) new DropReplay(step).readersOf(table.id(), drop.column());
        List<Table> all = new ArrayList<>(draft.descendants(table.id()));
        all.add(0, table);
        for (Table one : all) without(one.id(), drop.column());
    }

    private void without(int id, String column) {
        Table table = draft.table(id);
        if (table == null) return;
        DropReplay drops = new DropReplay(step);
        for (Constraint constraint : table.constraints()) if (constraint.uses(column)) drops.constraint(id, constraint);
        table = draft.table(id);
        if (table == null) return;
        for (Index index : draft.indexes(table)) if (index.uses(column)) drops.index(index);
        for (Sequence sequence : draft.sequences(id)) if (sequence.column().equals(column)) draft.remove(sequence);
        for (Table other : draft.referencing(id))
            for (Constraint key : other.constraints())
                if (key.references() == id && key.referenced().contains(column)) drops.constraint(other.id(), key);
        table = draft.table(id);
        if (table == null) return;
        List<Column> kept = new ArrayList<>(table.columns());
        kept.removeIf(one -> one.name().equals(column));
        draft.put(table.withColumns(kept));
    }

    private void rename(Table table, String from, String to) {
        Column column = require(table, from);
        if (column == null) return;
        note(SchemaOperation.RENAME_COLUMN, table, column, from, to, SchemaPhase.CONTRACT, false);
        List<Table> all = new ArrayList<>(draft.descendants(table.id()));
        Table now = draft.table(table.id());
        if (now != null) all.add(0, now);
        for (Table one : all) renamed(one, from, to);
        for (Relation found : draft.referrers(table.id(), Referral.KEY)) {
            if (!(found instanceof Table other)) continue;
            List<Constraint> changed = new ArrayList<>(other.constraints());
            changed.replaceAll(key -> key.references() == table.id()
                    ? key.of(key.columns(), key.expression(), swapped(key.referenced(), from, to))
                    : key);
            draft.put(other.withConstraints(changed));
        }
    }

    private void renamed(Table table, String from, String to) {
        List<Constraint> keys = new ArrayList<>(table.constraints());
        keys.replaceAll(
                key -> key.of(swapped(key.columns(), from, to), text(key.expression(), from, to), key.referenced()));
        List<Policy> policies = new ArrayList<>(table.security().policies());
        policies.replaceAll(policy -> new Policy(
                policy.name(),
                policy.permissive(),
                policy.command(),
                policy.roles(),
                text(policy.using(), from, to),
                text(policy.check(), from, to),
                policy.site()));
        draft.put(table.column(from, column -> column.named(to))
                .withConstraints(keys)
                .secured(new Table.Security(
                        table.security().enabled(), table.security().forced(), policies)));
        for (Index index : draft.indexes(table)) {
            List<String> columns = new ArrayList<>(index.columns());
            columns.replaceAll(
                    key -> key.startsWith("(") ? Expressions.renamed(key, from, to) : key.equals(from) ? to : key);
            draft.put(index.of(columns, text(index.predicate(), from, to)));
        }
        for (Sequence sequence : draft.sequences(table.id()))
            if (sequence.column().equals(from))
                draft.put(new Sequence(
                        sequence.id(), sequence.schema(), sequence.name(), sequence.origin(), table.id(), to));
    }

    private static @Nullable String text(@Nullable String expression, String from, String to) {
        return expression == null ? null : Expressions.renamed(expression, from, to);
    }

    private static List<String> swapped(List<String> names, String from, String to) {
        List<String> changed = new ArrayList<>(names);
        changed.replaceAll(name -> name.equals(from) ? to : name);
        return changed;
    }

    private void type(Table table, AlterCommand.AlterType type) {
        Column column = require(table, type.column());
        if (column == null) return;
        int user = draft.userType(type.type());
        boolean wide = user == column.userType()
                && SqlType.of(draft.schema().type(column)).widensTo(SqlType.of(type.type()));
        note(
                SchemaOperation.CHANGE_TYPE,
                table,
                column,
                draft.schema().type(column),
                type.type(),
                wide || here(column, table) ? SchemaPhase.EXPAND : SchemaPhase.CONTRACT,
                false);
        each(table, one -> one.column(type.column(), old -> old.typed(type.type(), user)));
    }

    private void defaulted(Table table, String name, @Nullable String expression) {
        Column column = require(table, name);
        if (column == null) return;
        boolean narrows = expression == null && column.notNull() && column.defaultExpression() != null;
        note(
                expression == null ? SchemaOperation.DROP_DEFAULT : SchemaOperation.SET_DEFAULT,
                table,
                column,
                column.defaultExpression(),
                expression,
                narrows && !here(column, table) ? SchemaPhase.CONTRACT : SchemaPhase.NEUTRAL,
                false);
        String kept = expression != null && expression.equalsIgnoreCase("null") ? null : expression;
        each(table, one -> one.column(name, old -> old.defaulted(kept)));
    }

    private void nullability(Table table, String name, boolean notNull) {
        Column column = require(table, name);
        if (column == null) return;
        note(
                notNull ? SchemaOperation.SET_NOT_NULL : SchemaOperation.DROP_NOT_NULL,
                table,
                column,
                column.notNull() ? "not null" : "null",
                notNull ? "not null" : "null",
                here(column, table) ? SchemaPhase.EXPAND : SchemaPhase.CONTRACT,
                false);
        if (!notNull && table.primaryKey().contains(name)) {
            step.journal.error("column `" + name + "` is in the primary key of `" + table.key() + "`");
            return;
        }
        each(table, one -> one.column(name, old -> old.notNull(notNull, draft.migration())));
    }

    private void generation(Table table, AlterCommand.ChangeGeneration change) {
        Column column = require(table, change.column());
        if (column == null) return;
        String text = change.change().toLowerCase(Locale.ROOT);
        Column.Generation generation = column.generation();
        if (text.startsWith("add generated")) generation = Column.Generation.IDENTITY;
        if (text.startsWith("drop identity") || text.startsWith("drop expression")) generation = Column.Generation.NONE;
        Column.Generation made = generation;
        note(SchemaOperation.SET_DEFAULT, table, column, null, change.change(), SchemaPhase.NEUTRAL, false);
        each(table, one -> one.column(change.column(), old -> old.generated(made)));
        if (text.startsWith("add generated"))
            draft.put(new Sequence(
                    draft.number(),
                    table.schema(),
                    draft.free(table.schema(), table.name(), change.column(), "seq"),
                    draft.here(),
                    table.id(),
                    change.column()));
    }
}
