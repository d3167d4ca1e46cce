package io.github.assaymark.facts.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns and constraints (PostgreSQL manual, CREATE TABLE). */
final class ColumnGrammar {
    /** Words that end a type or the expression of a default: they begin the next part of a column. */
    private static final String[] NEXT = {
        "not",
        "null",
        "default",
        "constraint",
        "check",
        "unique",
        "primary",
        "references",
        "generated",
        "collate",
        "storage",
        "compression",
        "deferrable",
        "initially",
        "using",
        "options"
    };

    private static final Set<String> TABLE_CONSTRAINTS =
            Set.of("constraint", "check", "unique", "primary", "foreign", "exclude");

    private final SqlCursor cursor;

    ColumnGrammar(SqlCursor cursor) {
        this.cursor = cursor;
    }

    boolean seesConstraint() {
        if (!TABLE_CONSTRAINTS.contains(cursor.word())) return cursor.sees("not", "null");
        if (cursor.sees("primary")) return cursor.sees("primary", "key");
        if (cursor.sees("foreign")) return cursor.sees("foreign", "key");
        return true;
    }

    String type() {
        String type = cursor.folded(NEXT);
        return type.startsWith("pg_catalog.") ? type.substring(11) : type;
    }

    ColumnDefinition column() {
        String name = cursor.name();
        String type = type();
        String defaultExpression = null;
        boolean notNull = false;
        boolean identity = false;
        boolean stored = false;
        boolean virtual = false;
        List<TableConstraint> constraints = new ArrayList<>();
        while (!cursor.done() && !cursor.sees(',') && !cursor.sees(')')) {
            String constraint = cursor.take("constraint") ? cursor.name() : null;
            if (cursor.take("not", "null")) {
                notNull = true;
                cursor.take("no", "inherit");
                if (cursor.take("not", "valid"))
                    constraints.add(constraint(constraint, TableConstraint.Kind.NOT_NULL, List.of(name), true));
            } else if (cursor.take("null")) {
                notNull = false;
            } else if (cursor.take("default")) {
                defaultExpression = cursor.expression(NEXT);
            } else if (cursor.take("check")) {
                String expression = cursor.parenthesized();
                cursor.take("no", "inherit");
                boolean notValid = cursor.take("not", "valid");
                constraints.add(new TableConstraint(
                        constraint, TableConstraint.Kind.CHECK, List.of(name), null, expression, notValid, null));
            } else if (cursor.take("unique")) {
                nulls();
                parameters();
                constraints.add(constraint(constraint, TableConstraint.Kind.UNIQUE, List.of(name), false));
            } else if (cursor.take("primary", "key")) {
                parameters();
                notNull = true;
                constraints.add(constraint(constraint, TableConstraint.Kind.PRIMARY_KEY, List.of(name), false));
            } else if (cursor.take("references")) {
                ForeignKey references = references();
                constraints.add(new TableConstraint(
                        constraint, TableConstraint.Kind.FOREIGN_KEY, List.of(name), references, null, false, null));
            } else if (cursor.take("generated")) {
                if (!cursor.take("always")) cursor.expect("by", "default");
                cursor.expect("as");
                if (cursor.take("identity")) {
                    identity = true;
                    if (cursor.sees('(')) cursor.parenthesized();
                } else {
                    cursor.parenthesized();
                    stored = cursor.take("stored");
                    virtual = !stored;
                    cursor.take("virtual");
                }
            } else if (cursor.take("collate")) {
                cursor.relation();
            } else if (cursor.take("storage") || cursor.take("compression")) {
                cursor.name();
            } else if (!attribute()) {
                throw cursor.unexpected("a part of a column");
            }
        }
        ColumnDefinition column = new ColumnDefinition(
                name, type, notNull || identity, defaultExpression, identity, stored, virtual, constraints);
        return column.serial() && !column.notNull()
                ? new ColumnDefinition(name, type, true, defaultExpression, identity, stored, virtual, constraints)
                : column;
    }

    private static TableConstraint constraint(
            @Nullable String name, TableConstraint.Kind kind, List<String> columns, boolean notValid) {
        return new TableConstraint(name, kind, columns, null, null, notValid, null);
    }

    private ForeignKey references() {
        RelationName table = cursor.relation();
        List<String> columns = cursor.sees('(') ? cursor.columns() : List.of();
        while (true) {
            if (cursor.take("match")) {
                cursor.name();
            } else if (cursor.take("on")) {
                if (cursor.takeAny("delete", "update") == null) throw cursor.unexpected("DELETE or UPDATE");
                if (cursor.take("set")) {
                    if (cursor.takeAny("null", "default") == null) throw cursor.unexpected("NULL or DEFAULT");
                    if (cursor.sees('(')) cursor.columns();
                } else if (!cursor.take("no", "action") && cursor.takeAny("cascade", "restrict") == null) {
                    throw cursor.unexpected("an action");
                }
            } else if (!attribute()) {
                return new ForeignKey(table, columns);
            }
        }
    }

    /** DEFERRABLE, INITIALLY DEFERRED and their opposites, ENFORCED. */
    private boolean attribute() {
        if (cursor.take("not", "deferrable") || cursor.take("deferrable") || cursor.take("not", "enforced"))
            return true;
        if (cursor.take("enforced")) return true;
        return cursor.take("initially", "deferred") || cursor.take("initially", "immediate");
    }

    private void nulls() {
        if (cursor.take("nulls", "distinct")) return;
        cursor.take("nulls", "not", "distinct");
    }

    private void parameters() {
        if (cursor.take("include")) cursor.parenthesized();
        if (cursor.take("with")) cursor.parenthesized();
        if (cursor.take("using", "index", "tablespace")) cursor.name();
    }

    TableConstraint tableConstraint() {
        String name = cursor.take("constraint") ? cursor.name() : null;
        TableConstraint.Kind kind;
        List<String> columns = List.of();
        ForeignKey references = null;
        String expression = null;
        String usingIndex = null;
        if (cursor.take("check")) {
            kind = TableConstraint.Kind.CHECK;
            expression = cursor.parenthesized();
        } else if (cursor.take("not", "null")) {
            kind = TableConstraint.Kind.NOT_NULL;
            columns = List.of(cursor.name());
        } else if (cursor.sees("unique") || cursor.sees("primary")) {
            kind = cursor.take("unique") ? TableConstraint.Kind.UNIQUE : TableConstraint.Kind.PRIMARY_KEY;
            if (kind == TableConstraint.Kind.PRIMARY_KEY) cursor.expect("primary", "key");
            nulls();
            if (cursor.take("using", "index")) usingIndex = cursor.name();
            else columns = keys();
            parameters();
        } else if (cursor.take("foreign", "key")) {
            kind = TableConstraint.Kind.FOREIGN_KEY;
            columns = cursor.columns();
            cursor.expect("references");
            references = references();
        } else if (cursor.take("exclude")) {
            kind = TableConstraint.Kind.EXCLUDE;
            if (cursor.take("using")) cursor.name();
            columns = excluded();
            parameters();
            if (cursor.take("where")) cursor.parenthesized();
        } else {
            throw cursor.unexpected("a constraint");
        }
        boolean notValid = false;
        while (true) {
            if (cursor.take("not", "valid")) notValid = true;
            else if (!cursor.take("no", "inherit") && !attribute()) break;
        }
        return new TableConstraint(name, kind, columns, references, expression, notValid, usingIndex);
    }

    /** The columns that an exclusion compares; expressions among them are left out. */
    private List<String> excluded() {
        List<String> names = new ArrayList<>();
        cursor.expect('(');
        do {
            String name = cursor.seesName() ? cursor.name() : "";
            if (!name.isEmpty() && !cursor.sees('(')) names.add(name);
            cursor.skipTo(false);
        } while (cursor.take(','));
        cursor.expect(')');
        return names;
    }

    /** Columns of a key, WITHOUT OVERLAPS among them. */
    private List<String> keys() {
        cursor.expect('(');
        List<String> names = new ArrayList<>();
        do {
            names.add(cursor.name());
            cursor.take("without", "overlaps");
        } while (cursor.take(','));
        cursor.expect(')');
        return names;
    }
}
