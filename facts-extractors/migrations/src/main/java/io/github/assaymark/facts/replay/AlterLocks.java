package io.github.assaymark.facts.replay;

import static io.github.assaymark.model.fact.LockMode.ACCESS_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.ACCESS_SHARE;
import static io.github.assaymark.model.fact.LockMode.ROW_SHARE;
import static io.github.assaymark.model.fact.LockMode.SHARE_ROW_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.SHARE_UPDATE_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockWork.FAILS_IF_ROWS;
import static io.github.assaymark.model.fact.LockWork.INDEX_BUILD;
import static io.github.assaymark.model.fact.LockWork.NONE;
import static io.github.assaymark.model.fact.LockWork.REWRITE;
import static io.github.assaymark.model.fact.LockWork.SCAN;

import io.github.assaymark.facts.sql.AlterCommand;
import io.github.assaymark.facts.sql.ColumnDefinition;
import io.github.assaymark.facts.sql.TableConstraint;
import io.github.assaymark.model.fact.LockMode;
import io.github.assaymark.model.fact.LockWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The locks of ALTER TABLE: columns, constraints and storage, a command a row. They depend on the schema as it is when
 * the command begins.
 */
final class AlterLocks {
    static final String TIME_ZONE = "the time zone of the session: no row is written when it is UTC";

    private final Draft draft;
    private final LockSet locks;
    private boolean utc;

    AlterLocks(Draft draft, LockSet locks) {
        this.draft = draft;
        this.locks = locks;
    }

    /** Whether the migration has set the time zone of its session to UTC. */
    void utc(boolean value) {
        utc = value;
    }

    void row(Table t, AlterCommand command) {
        if (command instanceof AlterCommand.AddColumn add) {
            if (!(add.ifNotExists() && t.column(add.column().name()) != null)) addColumn(t, add.column());
            else on(t, ACCESS_EXCLUSIVE, NONE);
        } else if (command instanceof AlterCommand.DropColumn drop) dropColumn(t, drop);
        else if (command instanceof AlterCommand.RenameColumn) family(t, ACCESS_EXCLUSIVE, NONE);
        else if (command instanceof AlterCommand.RenameTo) on(t, ACCESS_EXCLUSIVE, NONE);
        else if (command instanceof AlterCommand.SetSchema) on(t, ACCESS_EXCLUSIVE, NONE);
        else if (command instanceof AlterCommand.SetDefault) family(t, ACCESS_EXCLUSIVE, NONE);
        else if (command instanceof AlterCommand.DropDefault) family(t, ACCESS_EXCLUSIVE, NONE);
        else if (command instanceof AlterCommand.DropNotNull) family(t, ACCESS_EXCLUSIVE, NONE);
        else if (command instanceof AlterCommand.SetNotNull set) setNotNull(t, set.column());
        else if (command instanceof AlterCommand.AlterType type) alterType(t, type);
        else if (command instanceof AlterCommand.SetColumnOption option) option(t, option.option());
        else if (command instanceof AlterCommand.ChangeGeneration change) generation(t, change.change());
        else if (command instanceof AlterCommand.AddConstraint add) addConstraint(t, add.constraint());
        else if (command instanceof AlterCommand.ValidateConstraint validate) validate(t, validate.name());
        else if (command instanceof AlterCommand.DropConstraint drop) dropConstraint(t, drop);
        else if (command instanceof AlterCommand.AlterConstraint alter) alterConstraint(t, alter.name());
        else if (command instanceof AlterCommand.RenameConstraint rename) renameConstraint(t, rename.from());
        else if (command instanceof AlterCommand.OwnerTo) withIndexes(t, ACCESS_EXCLUSIVE, NONE, NONE);
        else if (command instanceof AlterCommand.RowLevelSecurity) on(t, ACCESS_EXCLUSIVE, NONE);
        else if (command instanceof AlterCommand.ReplicaIdentity) on(t, ACCESS_EXCLUSIVE, NONE);
        else if (command instanceof AlterCommand.SetLogged logged) setLogged(t, logged.logged());
        else if (command instanceof AlterCommand.SetAccessMethod)
            withIndexes(t, ACCESS_EXCLUSIVE, REWRITE, INDEX_BUILD);
        else if (command instanceof AlterCommand.SetTablespace) on(t, ACCESS_EXCLUSIVE, REWRITE);
        else if (command instanceof AlterCommand.SetParameters) on(t, SHARE_UPDATE_EXCLUSIVE, NONE);
        else if (command instanceof AlterCommand.ClusterOn cluster) clusterOn(t, cluster.index());
        else if (command instanceof AlterCommand.SwitchTrigger trigger)
            on(t, trigger.rule() ? ACCESS_EXCLUSIVE : SHARE_ROW_EXCLUSIVE, NONE);
        else if (command instanceof AlterCommand.AttachPartition attach) attach(t, attach);
        else if (command instanceof AlterCommand.DetachPartition detach) detach(t, detach);
        else if (command instanceof AlterCommand.Inherit inherit) {
            on(t, ACCESS_EXCLUSIVE, NONE);
            locks.add(draft.relation(inherit.parent()), SHARE_UPDATE_EXCLUSIVE, NONE);
        } else on(t, ACCESS_EXCLUSIVE, NONE);
    }

    private void addColumn(Table t, ColumnDefinition column) {
        String expression = given(column.defaultExpression());
        Volatility volatility = expression == null ? Volatility.STABLE : draft.volatility(expression);
        boolean filled = expression != null || column.serial() || column.identity() || column.stored();
        if (column.serial() || column.identity()) rewrite(t, null);
        else if (column.stored()) rewrite(t, null);
        else if (volatility == Volatility.VOLATILE) rewrite(t, null);
        else if (volatility == Volatility.UNKNOWN) rewrite(t, "whether the default `" + expression + "` is volatile");
        else if (constrainedDomain(column.type())) rewrite(t, null);
        else if (column.notNull() && !filled && !column.virtual()) family(t, ACCESS_EXCLUSIVE, FAILS_IF_ROWS);
        else family(t, ACCESS_EXCLUSIVE, NONE);
        for (TableConstraint constraint : column.constraints()) {
            if (constraint.kind() == TableConstraint.Kind.FOREIGN_KEY && constraint.references() != null) {
                // Without a default all its values are null, and nothing is looked up; with one it is, even with NULL.
                Relation u = draft.relation(constraint.references().table());
                boolean looked = filled || column.defaultExpression() != null;
                LockWork work = looked && !draft.empty(t) ? SCAN : NONE;
                on(t, SHARE_ROW_EXCLUSIVE, work);
                locks.add(u, SHARE_ROW_EXCLUSIVE, work);
                keyOf(u, constraint.references().columns());
            } else {
                addConstraint(t, constraint);
            }
        }
    }

    private @Nullable String given(@Nullable String expression) {
        return expression == null || expression.equalsIgnoreCase("null") ? null : expression;
    }

    private boolean constrainedDomain(String type) {
        UserType found = draft.schema().types().get(draft.userType(type));
        return found != null && found.constrained();
    }

    private void dropColumn(Table t, AlterCommand.DropColumn drop) {
        family(t, ACCESS_EXCLUSIVE, NONE);
        for (Index index : draft.indexes(t)) if (index.uses(drop.column())) locks.add(index, ACCESS_EXCLUSIVE, NONE);
        for (Constraint constraint : t.constraints())
            if (constraint.foreignKey() && constraint.uses(drop.column()))
                locks.add(draft.relation(constraint.references()), ACCESS_EXCLUSIVE, NONE);
        if (!drop.cascade()) return;
        for (Table other : draft.referencing(t.id()))
            for (Constraint constraint : other.constraints())
                if (constraint.references() == t.id() && constraint.referenced().contains(drop.column()))
                    locks.add(other, ACCESS_EXCLUSIVE, NONE);
        for (View view : draft.readers(t.id()))
            if (Expressions.mentions(view.query(), drop.column())) locks.add(view, ACCESS_EXCLUSIVE, NONE);
    }

    private void setNotNull(Table t, String name) {
        Column column = t.column(name);
        boolean proven = column != null && column.notNull();
        for (Constraint constraint : t.constraints()) proven |= constraint.provesNotNull(name);
        family(t, ACCESS_EXCLUSIVE, proven ? NONE : SCAN);
    }

    private void alterType(Table t, AlterCommand.AlterType type) {
        Column column = t.column(type.column());
        SqlType.Work work = work(column, type);
        switch (work) {
            case REWRITE -> rewrite(t, column == null ? "the type the column had" : null);
            case BY_TIME_ZONE -> rewrite(t, TIME_ZONE);
            case INDEXES, NONE -> family(t, ACCESS_EXCLUSIVE, NONE);
        }
        // What speaks of the column is made anew.
        for (Index index : draft.indexes(t))
            if (index.uses(type.column()))
                locks.add(index, ACCESS_EXCLUSIVE, work == SqlType.Work.INDEXES ? INDEX_BUILD : NONE);
        boolean rebuilt = false;
        for (Constraint constraint : t.constraints()) {
            if (!constraint.uses(type.column())) continue;
            if (constraint.expression() != null && constraint.validated()) on(t, ACCESS_EXCLUSIVE, SCAN);
            if (constraint.foreignKey()) locks.add(draft.relation(constraint.references()), ACCESS_EXCLUSIVE, NONE);
        }
        for (Index index : draft.indexes(t)) rebuilt |= index.uses(type.column());
        if (rebuilt && work == SqlType.Work.INDEXES) on(t, ACCESS_EXCLUSIVE, INDEX_BUILD);
        for (Table other : draft.referencing(t.id()))
            for (Constraint constraint : other.constraints())
                if (constraint.references() == t.id() && constraint.referenced().contains(type.column()))
                    locks.add(other, ACCESS_EXCLUSIVE, work == SqlType.Work.REWRITE ? SCAN : NONE);
    }

    private SqlType.Work work(@Nullable Column column, AlterCommand.AlterType type) {
        if (column == null) return SqlType.Work.REWRITE;
        int user = draft.userType(type.type());
        SqlType from = SqlType.of(draft.schema().type(column));
        SqlType to = SqlType.of(type.type());
        UserType domain = draft.schema().types().get(column.userType());
        UserType newDomain = draft.schema().types().get(user);
        if (type.using() != null && !plain(type.using(), type.column(), to)) return SqlType.Work.REWRITE;
        if (user != 0 && user == column.userType() && from.array() == to.array()) return SqlType.Work.NONE;
        if (domain != null && domain.base() != null) from = SqlType.of(domain.base());
        if (newDomain != null) {
            if (newDomain.base() == null || newDomain.constrained()) return SqlType.Work.REWRITE;
            to = SqlType.of(newDomain.base());
        }
        SqlType.Work work = from.to(to);
        return work == SqlType.Work.BY_TIME_ZONE && utc ? SqlType.Work.NONE : work;
    }

    /** Whether USING only says what would be done without it: the column, or a cast of it to the new type. */
    private static boolean plain(String using, String column, SqlType to) {
        String text = using;
        while (text.startsWith("(") && text.endsWith(")"))
            text = text.substring(1, text.length() - 1).trim();
        int cast = text.indexOf("::");
        String name = (cast < 0 ? text : text.substring(0, cast)).trim();
        if (name.startsWith("(") && name.endsWith(")"))
            name = name.substring(1, name.length() - 1).trim();
        boolean same = name.equalsIgnoreCase(column) || name.equals('"' + column + '"');
        return same && (cast < 0 || SqlType.of(text.substring(cast + 2)).equals(to));
    }

    private void option(Table t, String option) {
        String text = option.toLowerCase(Locale.ROOT);
        boolean strong = text.startsWith("set storage") || text.startsWith("set compression");
        on(t, strong ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE, NONE);
    }

    private void generation(Table t, String change) {
        if (change.toLowerCase(Locale.ROOT).startsWith("set expression")) rewrite(t, null);
        else family(t, ACCESS_EXCLUSIVE, NONE);
    }

    private void addConstraint(Table t, TableConstraint constraint) {
        switch (constraint.kind()) {
            case CHECK -> family(t, ACCESS_EXCLUSIVE, constraint.notValid() ? NONE : SCAN);
            case NOT_NULL -> {
                if (constraint.notValid()) family(t, ACCESS_EXCLUSIVE, NONE);
                else for (String column : constraint.columns()) setNotNull(t, column);
            }
            case FOREIGN_KEY -> foreignKey(t, constraint);
            case UNIQUE, PRIMARY_KEY, EXCLUDE -> {
                if (constraint.usingIndex() == null) family(t, ACCESS_EXCLUSIVE, INDEX_BUILD);
                else usingIndex(t, constraint, constraint.usingIndex());
            }
        }
    }

    private void foreignKey(Table t, TableConstraint constraint) {
        if (constraint.references() == null) return;
        Relation u = draft.relation(constraint.references().table());
        LockWork work = constraint.notValid() || draft.empty(t) ? NONE : SCAN;
        family(t, SHARE_ROW_EXCLUSIVE, work);
        locks.add(u, SHARE_ROW_EXCLUSIVE, work);
        if (u instanceof Table table)
            for (Table part : draft.descendants(table.id())) locks.add(part, SHARE_ROW_EXCLUSIVE, work);
        if (work != NONE) keyOf(u, constraint.references().columns());
    }

    private void usingIndex(Table t, TableConstraint constraint, String name) {
        boolean key = constraint.kind() == TableConstraint.Kind.PRIMARY_KEY;
        Relation found = draft.relation(t.schema(), name);
        on(t, ACCESS_EXCLUSIVE, NONE);
        locks.add(found, SHARE_UPDATE_EXCLUSIVE, NONE);
        if (key && found instanceof Index index) for (String column : index.columns()) setNotNull(t, column);
    }

    private void validate(Table t, String name) {
        Constraint constraint = t.constraint(name);
        if (constraint != null && constraint.validated()) {
            on(t, SHARE_UPDATE_EXCLUSIVE, NONE);
            return;
        }
        family(t, SHARE_UPDATE_EXCLUSIVE, draft.empty(t) ? NONE : SCAN);
        if (constraint == null || !constraint.foreignKey()) return;
        Relation u = draft.relation(constraint.references());
        locks.add(u, ROW_SHARE, draft.empty(t) ? NONE : SCAN);
        for (Index index : draft.indexes(t)) locks.add(index, ACCESS_SHARE, NONE);
        keyOf(u, constraint.referenced());
    }

    private void dropConstraint(Table t, AlterCommand.DropConstraint drop) {
        Constraint constraint = t.constraint(drop.name());
        family(t, ACCESS_EXCLUSIVE, NONE);
        if (constraint == null) return;
        if (constraint.foreignKey()) locks.add(draft.relation(constraint.references()), ACCESS_EXCLUSIVE, NONE);
        if (constraint.index() == 0) return;
        locks.add(draft.relation(constraint.index()), ACCESS_EXCLUSIVE, NONE);
        if (!drop.cascade()) return;
        for (Table other : draft.referencing(t.id()))
            for (Constraint key : other.constraints())
                if (key.references() == t.id() && same(t, key.referenced(), constraint.columns()))
                    locks.add(other, ACCESS_EXCLUSIVE, NONE);
    }

    private static boolean same(Table t, List<String> referenced, List<String> key) {
        List<String> columns = referenced.isEmpty() ? t.primaryKey() : referenced;
        return columns.size() == key.size() && key.containsAll(columns);
    }

    private void alterConstraint(Table t, String name) {
        Constraint constraint = t.constraint(name);
        on(t, ACCESS_EXCLUSIVE, NONE);
        if (constraint != null && constraint.foreignKey())
            locks.add(draft.relation(constraint.references()), ACCESS_EXCLUSIVE, NONE);
    }

    private void renameConstraint(Table t, String name) {
        Constraint constraint = t.constraint(name);
        on(t, ACCESS_EXCLUSIVE, NONE);
        if (constraint != null && constraint.index() != 0)
            locks.add(draft.relation(constraint.index()), SHARE_UPDATE_EXCLUSIVE, NONE);
    }

    private void setLogged(Table t, boolean logged) {
        if (t.form().unlogged() != logged) on(t, ACCESS_EXCLUSIVE, NONE);
        else withIndexes(t, ACCESS_EXCLUSIVE, REWRITE, INDEX_BUILD);
    }

    private void clusterOn(Table t, String index) {
        on(t, SHARE_UPDATE_EXCLUSIVE, NONE);
        locks.add(draft.relation(t.schema(), index), SHARE_UPDATE_EXCLUSIVE, NONE);
    }

    private void attach(Table parent, AlterCommand.AttachPartition attach) {
        on(parent, SHARE_UPDATE_EXCLUSIVE, NONE);
        if (!(draft.relation(attach.partition()) instanceof Table child)) return;
        boolean proven = draft.empty(child) || PartitionBound.proven(child, attach.bound());
        locks.add(child, ACCESS_EXCLUSIVE, proven ? NONE : SCAN);
        Set<List<String>> indexed = new HashSet<>();
        for (Index index : draft.indexes(child)) indexed.add(index.columns());
        for (Index index : draft.indexes(parent))
            if (!indexed.contains(index.columns()) && !draft.empty(child))
                locks.add(child, ACCESS_EXCLUSIVE, INDEX_BUILD);
        for (Constraint constraint : parent.constraints())
            if (constraint.foreignKey() && !alike(child, constraint)) {
                LockWork work = draft.empty(child) ? NONE : SCAN;
                locks.add(child, ACCESS_EXCLUSIVE, work);
                locks.add(draft.relation(constraint.references()), SHARE_ROW_EXCLUSIVE, work);
            }
        defaultPartition(parent);
    }

    private static boolean alike(Table child, Constraint key) {
        for (Constraint own : child.constraints())
            if (own.references() == key.references() && own.columns().equals(key.columns())) return true;
        return false;
    }

    /** Rows that the new partition would take are looked for in the one that takes all others. */
    void defaultPartition(Table parent) {
        for (Table sibling : draft.children(parent.id()))
            if ("default".equalsIgnoreCase(sibling.form().bound()))
                locks.add(sibling, ACCESS_EXCLUSIVE, draft.empty(sibling) ? NONE : SCAN);
    }

    private void detach(Table parent, AlterCommand.DetachPartition detach) {
        LockMode mode = detach.concurrently() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        on(parent, mode, NONE);
        locks.add(draft.relation(detach.partition()), mode, NONE);
        if (detach.concurrently()) return;
        for (Table sibling : draft.children(parent.id()))
            if ("default".equalsIgnoreCase(sibling.form().bound())) locks.add(sibling, ACCESS_EXCLUSIVE, NONE);
        for (Constraint constraint : parent.constraints())
            if (constraint.foreignKey()) locks.add(draft.relation(constraint.references()), SHARE_ROW_EXCLUSIVE, NONE);
    }

    private void on(Table t, LockMode mode, LockWork work) {
        locks.add(t, mode, draft.empty(t) ? NONE : work);
    }

    /** The table, and its partitions and heirs with it. */
    private void family(Table t, LockMode mode, LockWork work) {
        on(t, mode, work);
        for (Table child : draft.descendants(t.id())) on(child, mode, work);
    }

    private void withIndexes(Table t, LockMode mode, LockWork work, LockWork indexWork) {
        on(t, mode, work);
        for (Index index : draft.indexes(t)) locks.add(index, mode, draft.empty(t) ? NONE : indexWork);
    }

    private void rewrite(Table t, @Nullable String dependsOn) {
        List<Table> all = new ArrayList<>(draft.descendants(t.id()));
        all.add(0, t);
        for (Table one : all) {
            locks.add(one, ACCESS_EXCLUSIVE, draft.empty(one) ? NONE : REWRITE, dependsOn);
            for (Index index : draft.indexes(one))
                locks.add(index, ACCESS_EXCLUSIVE, draft.empty(one) ? NONE : INDEX_BUILD, dependsOn);
        }
    }

    private void keyOf(@Nullable Relation u, List<String> columns) {
        if (u instanceof Table table) locks.add(draft.keyIndex(table, columns), ACCESS_SHARE, NONE);
    }
}
