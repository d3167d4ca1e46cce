package io.github.assaymark.facts.replay;

import static io.github.assaymark.model.fact.LockMode.ACCESS_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.ACCESS_SHARE;
import static io.github.assaymark.model.fact.LockMode.SHARE_ROW_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.SHARE_UPDATE_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockWork.NONE;

import io.github.assaymark.facts.sql.ColumnDefinition;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.TableConstraint;
import io.github.assaymark.model.fact.RelationKind;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.ArrayList;
import java.util.List;

/** CREATE TABLE and what it brings along. */
final class CreateReplay {
    private final Step step;
    private final Draft draft;
    private final ConstraintReplay constraints;
    private final Inheritance inheritance;

    CreateReplay(Step step) {
        this.step = step;
        this.draft = step.draft;
        this.constraints = new ConstraintReplay(step);
        this.inheritance = new Inheritance(draft);
    }

    void table(Ddl.CreateTable create) {
        String schema = create.temporary() ? "pg_temp" : draft.schemaOf(create.table());
        if (draft.relation(schema, create.table().name()) != null) {
            if (!create.ifNotExists()) step.journal.error("`" + create.table() + "` is there already");
            return;
        }
        AlterLocks rows = new AlterLocks(draft, step.locks);
        Table parent = create.partitionOf() == null ? null : step.table(create.partitionOf(), false);
        List<Integer> inherits = new ArrayList<>();
        for (RelationName name : create.inherits()) {
            Table from = step.table(name, false);
            if (from == null) continue;
            inherits.add(from.id());
            step.locks.add(from, SHARE_UPDATE_EXCLUSIVE, NONE);
        }
        RelationKind kind = create.partitioned() ? RelationKind.PARTITIONED_TABLE : RelationKind.TABLE;
        Table.Form form = new Table.Form(
                kind,
                create.temporary(),
                create.unlogged(),
                parent == null ? 0 : parent.id(),
                create.bound(),
                inherits,
                create.asQuery());
        Table table = new Table(
                draft.number(),
                schema,
                create.table().name(),
                draft.here(),
                form,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Table.Security.OFF,
                draft.role());
        draft.put(table);
        if (create.asQuery()) fromQuery(table, create.table());
        for (int id : inherits) inheritance.columns(table.id(), draft.table(id));
        for (Ddl.Like like : create.likes()) {
            step.locks.add(draft.relation(like.table()), ACCESS_SHARE, NONE);
            Table from = step.table(like.table(), false);
            if (from != null) inheritance.like(table.id(), from, like.including());
        }
        for (ColumnDefinition column : create.columns()) column(table.id(), column);
        List<TableConstraint> all = new ArrayList<>();
        for (ColumnDefinition column : create.columns()) all.addAll(column.constraints());
        all.addAll(create.constraints());
        // Keys come first: others of the same statement may refer to them.
        for (TableConstraint constraint : withoutTwins(all))
            if (!foreign(constraint)) constraints.add(table.id(), constraint);
        if (parent != null) {
            step.locks.add(parent, ACCESS_EXCLUSIVE, NONE);
            rows.defaultPartition(parent);
            inheritance.partition(table.id(), parent);
        }
        step.change(SchemaOperation.CREATE_TABLE, table, SchemaPhase.EXPAND, false);
        for (TableConstraint constraint : all) if (foreign(constraint)) constraints.add(table.id(), constraint);
        Table made = draft.table(table.id());
        if (made != null) for (Constraint key : made.constraints()) referenced(key);
        Grants.byDefault(draft, table.id());
    }

    /** A new table still locks the old ones that it refers to. */
    private void referenced(Constraint key) {
        if (!key.foreignKey()) return;
        Relation u = draft.relation(key.references());
        step.locks.add(u, SHARE_ROW_EXCLUSIVE, NONE);
        if (u instanceof Table table)
            for (Table part : draft.descendants(table.id())) step.locks.add(part, SHARE_ROW_EXCLUSIVE, NONE);
    }

    /** Of two keys over the same columns only the first is made, of which the primary key is always one. */
    private static List<TableConstraint> withoutTwins(List<TableConstraint> all) {
        List<TableConstraint> kept = new ArrayList<>();
        for (TableConstraint one : all) if (one.kind() == TableConstraint.Kind.PRIMARY_KEY) kept.add(one);
        for (TableConstraint one : all) {
            if (one.kind() == TableConstraint.Kind.PRIMARY_KEY) continue;
            boolean twin = false;
            for (TableConstraint other : kept)
                twin |= one.kind() == TableConstraint.Kind.UNIQUE
                        && other.kind() != TableConstraint.Kind.CHECK
                        && other.kind() != TableConstraint.Kind.FOREIGN_KEY
                        && other.columns().equals(one.columns());
            if (!twin) kept.add(one);
        }
        return kept;
    }

    private static boolean foreign(TableConstraint constraint) {
        return constraint.kind() == TableConstraint.Kind.FOREIGN_KEY;
    }

    private void fromQuery(Table table, RelationName name) {
        draft.filled(table.id());
        if (!table.form().temporary())
            step.doubt(
                    "columns of `" + name + "`", "CREATE TABLE " + name, "they come from a query", List.of("DbColumn"));
    }

    void column(int table, ColumnDefinition definition) {
        Table now = draft.table(table);
        if (now == null) return;
        if (now.column(definition.name()) != null) {
            step.journal.error("column `" + definition.name() + "` of `" + now.key() + "` is there already");
            return;
        }
        draft.put(now.plus(declared(now, definition)));
    }

    private Column declared(Table table, ColumnDefinition definition) {
        Column.Generation generation = Column.Generation.NONE;
        if (definition.identity()) generation = Column.Generation.IDENTITY;
        if (definition.stored()) generation = Column.Generation.STORED;
        if (definition.virtual()) generation = Column.Generation.VIRTUAL;
        String given = definition.defaultExpression();
        String expression = given == null || given.equalsIgnoreCase("null") ? null : given;
        String type = definition.type();
        if (definition.serial() || definition.identity()) {
            String sequence = draft.free(table.schema(), table.name(), definition.name(), "seq");
            draft.put(new Sequence(
                    draft.number(), table.schema(), sequence, draft.here(), table.id(), definition.name()));
            if (definition.serial()) {
                expression = "nextval('" + sequence + "'::regclass)";
                type = SqlType.of(type).shown();
            }
        }
        return new Column(
                definition.name(),
                type,
                draft.userType(type),
                definition.notNull() && notNullNow(definition),
                expression,
                generation,
                draft.migration(),
                draft.migration(),
                draft.site());
    }

    private static boolean notNullNow(ColumnDefinition definition) {
        for (TableConstraint constraint : definition.constraints())
            if (constraint.kind() == TableConstraint.Kind.NOT_NULL && constraint.notValid()) return false;
        return true;
    }

    void index(Ddl.CreateIndex create, Table table) {
        String name = create.name() != null
                ? create.name()
                : draft.free(table.schema(), table.name(), Names.indexed(create.columns()), "idx");
        if (draft.relation(table.schema(), name) != null) {
            if (!create.ifNotExists()) step.journal.error("`" + name + "` is there already");
            return;
        }
        boolean parts = table.partitioned() && create.only();
        Index index = constraints.index(
                table.id(), name, create.columns(), create.unique(), create.method(), create.predicate(), !parts);
        step.change(
                SchemaOperation.CREATE_INDEX,
                table,
                null,
                name,
                null,
                null,
                create.unique() && !draft.createdHere(table.origin()) ? SchemaPhase.CONTRACT : SchemaPhase.NEUTRAL,
                false);
        if (table.partitioned() && !create.only())
            for (Table child : draft.children(table.id())) inheritance.index(child.id(), index);
    }

    void view(Ddl.CreateView create) {
        String schema = create.temporary() ? "pg_temp" : draft.schemaOf(create.view());
        Relation before = draft.relation(schema, create.view().name());
        List<Integer> reads = new ArrayList<>();
        for (RelationName name : Expressions.read(create.query())) {
            Relation source = draft.relation(name);
            if (source == null) continue;
            reads.add(source.id());
            step.locks.add(source, ACCESS_SHARE, NONE);
        }
        if (before != null) {
            step.locks.add(before, ACCESS_EXCLUSIVE, NONE);
            if (create.ifNotExists()) return;
            if (!create.orReplace() || !(before instanceof View)) {
                step.journal.error("`" + create.view() + "` is there already");
                return;
            }
        }
        Origin origin = before == null ? draft.here() : before.origin();
        int id = before == null ? draft.number() : before.id();
        View view = new View(
                id, schema, create.view().name(), origin, create.materialized(), create.query(), reads, draft.role());
        draft.put(view);
        step.change(
                SchemaOperation.CREATE_VIEW, view, before == null ? SchemaPhase.EXPAND : SchemaPhase.NEUTRAL, false);
        Grants.byDefault(draft, id);
    }
}
