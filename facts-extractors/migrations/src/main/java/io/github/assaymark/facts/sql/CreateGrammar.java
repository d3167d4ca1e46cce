package io.github.assaymark.facts.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** CREATE (PostgreSQL manual, SQL Commands). */
final class CreateGrammar {
    private final SqlCursor cursor;
    private final ColumnGrammar columns;

    CreateGrammar(SqlCursor cursor) {
        this.cursor = cursor;
        this.columns = new ColumnGrammar(cursor);
    }

    /** After CREATE. */
    Ddl create() {
        boolean orReplace = cursor.take("or", "replace");
        boolean temporary = cursor.takeAny("temporary", "temp") != null;
        if (!temporary && (cursor.take("local") || cursor.take("global")))
            temporary = cursor.takeAny("temporary", "temp") != null;
        boolean unlogged = cursor.take("unlogged");
        if (cursor.take("table")) return table(temporary, unlogged);
        if (cursor.sees("unique", "index") || cursor.sees("index")) {
            boolean unique = cursor.take("unique");
            cursor.expect("index");
            return index(unique);
        }
        if (cursor.take("materialized", "view")) return view(orReplace, true, false);
        cursor.take("recursive");
        if (cursor.take("view")) return view(orReplace, false, temporary);
        if (cursor.sees("constraint", "trigger")) {
            cursor.expect("constraint", "trigger");
            return trigger(orReplace, true);
        }
        if (cursor.take("trigger")) return trigger(orReplace, false);
        if (cursor.take("policy")) return policy();
        if (cursor.take("function")) return function(false);
        if (cursor.take("procedure")) return function(true);
        if (cursor.take("type")) return type();
        if (cursor.take("statistics")) return statistics();
        if (cursor.take("rule")) return rule();
        return other();
    }

    private Ddl table(boolean temporary, boolean unlogged) {
        boolean ifNotExists = cursor.take("if", "not", "exists");
        RelationName name = cursor.relation();
        if (cursor.take("partition", "of")) return partition(name, ifNotExists, temporary, unlogged);
        List<ColumnDefinition> declared = new ArrayList<>();
        List<TableConstraint> constraints = new ArrayList<>();
        List<Ddl.Like> likes = new ArrayList<>();
        List<RelationName> inherits = new ArrayList<>();
        boolean ofType = cursor.take("of");
        if (ofType) cursor.relation();
        boolean asQuery = ofType || cursor.mentionsOutside("as");
        if (cursor.sees('(') && asQuery) {
            cursor.parenthesized();
        } else if (cursor.take('(') && !cursor.take(')')) {
            do element(declared, constraints, likes);
            while (cursor.take(','));
            cursor.expect(')');
        }
        if (cursor.take("inherits")) {
            cursor.expect('(');
            inherits.addAll(cursor.relations());
            cursor.expect(')');
        }
        boolean partitioned = cursor.take("partition", "by");
        tail();
        return new Ddl.CreateTable(
                name,
                ifNotExists,
                temporary,
                unlogged,
                declared,
                constraints,
                null,
                null,
                partitioned,
                likes,
                inherits,
                asQuery);
    }

    private void element(List<ColumnDefinition> declared, List<TableConstraint> constraints, List<Ddl.Like> likes) {
        if (cursor.take("like")) {
            RelationName table = cursor.relation();
            List<String> including = new ArrayList<>();
            @Nullable String option = cursor.takeAny("including", "excluding");
            while (option != null) {
                String what = cursor.name();
                if (option.equals("including")) including.add(what);
                else including.remove(what);
                option = cursor.takeAny("including", "excluding");
            }
            likes.add(new Ddl.Like(table, including));
        } else if (columns.seesConstraint()) {
            constraints.add(columns.tableConstraint());
        } else {
            declared.add(columns.column());
        }
    }

    private Ddl partition(RelationName name, boolean ifNotExists, boolean temporary, boolean unlogged) {
        RelationName parent = cursor.relation();
        if (cursor.sees('(')) cursor.parenthesized();
        int from = cursor.at();
        if (!cursor.take("default")) cursor.skipBound();
        String bound = cursor.text(from, cursor.at());
        boolean partitioned = cursor.take("partition", "by");
        tail();
        return new Ddl.CreateTable(
                name,
                ifNotExists,
                temporary,
                unlogged,
                List.of(),
                List.of(),
                parent,
                bound,
                partitioned,
                List.of(),
                List.of(),
                false);
    }

    /** WITH, TABLESPACE, USING, ON COMMIT, AS. */
    private void tail() {
        cursor.rest();
    }

    private Ddl index(boolean unique) {
        boolean concurrently = cursor.take("concurrently");
        boolean ifNotExists = cursor.take("if", "not", "exists");
        String name = cursor.sees("on") ? null : cursor.name();
        cursor.expect("on");
        boolean only = cursor.take("only");
        RelationName table = cursor.relation();
        String method = cursor.take("using") ? cursor.name() : "btree";
        List<String> keys = new ArrayList<>();
        cursor.expect('(');
        do keys.add(key());
        while (cursor.take(','));
        cursor.expect(')');
        if (cursor.take("include")) cursor.parenthesized();
        if (cursor.take("nulls", "not", "distinct") || cursor.take("nulls", "distinct")) cursor.at();
        if (cursor.take("with")) cursor.parenthesized();
        if (cursor.take("tablespace")) cursor.name();
        String predicate = cursor.take("where") ? cursor.rest() : null;
        if (!cursor.done()) throw cursor.unexpected("the end");
        return new Ddl.CreateIndex(name, table, keys, unique, concurrently, ifNotExists, only, method, predicate);
    }

    /** A column by its name, or an expression in parentheses; what follows it is left out. */
    private String key() {
        int from = cursor.at();
        if (cursor.seesName()) {
            String name = cursor.name();
            if (!cursor.sees('(') && !cursor.sees('.')) {
                cursor.skipTo(false);
                return name;
            }
        }
        cursor.back(from);
        cursor.skipTo(false);
        return "(" + cursor.text(from, cursor.at()) + ")";
    }

    private Ddl view(boolean orReplace, boolean materialized, boolean temporary) {
        boolean ifNotExists = cursor.take("if", "not", "exists");
        RelationName name = cursor.relation();
        if (!cursor.mentionsOutside("as")) throw cursor.unexpected("AS");
        return new Ddl.CreateView(name, orReplace, materialized, temporary, ifNotExists, cursor.rest());
    }

    private Ddl trigger(boolean orReplace, boolean constraint) {
        String name = cursor.name();
        while (!cursor.done() && !cursor.sees("on")) cursor.skip();
        cursor.expect("on");
        RelationName table = cursor.relation();
        RelationName function = null;
        while (!cursor.done()) {
            boolean calls = cursor.take("execute") && cursor.takeAny("function", "procedure") != null;
            if (calls && cursor.seesName()) function = cursor.relation();
            else cursor.skip();
        }
        return new Ddl.CreateTrigger(name, table, orReplace, constraint, function);
    }

    private Ddl policy() {
        String name = cursor.name();
        cursor.expect("on");
        RelationName table = cursor.relation();
        boolean permissive = true;
        String command = "all";
        List<String> roles = new ArrayList<>();
        if (cursor.take("as")) permissive = !"restrictive".equals(cursor.name());
        if (cursor.take("for")) command = cursor.name();
        if (cursor.take("to")) {
            do roles.add(cursor.name());
            while (cursor.take(','));
        }
        String using = cursor.take("using") ? cursor.parenthesized() : null;
        String check = cursor.take("with", "check") ? cursor.parenthesized() : null;
        if (!cursor.done()) throw cursor.unexpected("the end");
        return new Ddl.CreatePolicy(name, table, permissive, command, roles, using, check);
    }

    private Ddl function(boolean procedure) {
        RelationName name = cursor.relation();
        String language = null;
        while (!cursor.done()) {
            if (cursor.take("language")) {
                if (cursor.seesName()) language = cursor.name();
                else if (cursor.seesString()) language = cursor.string().toLowerCase(Locale.ROOT);
            } else {
                cursor.skip();
            }
        }
        return new Ddl.CreateFunction(name, procedure, language);
    }

    private Ddl type() {
        RelationName name = cursor.relation();
        if (!cursor.take("as", "enum")) {
            return new Ddl.Create("type", name, false, cursor.rest());
        }
        cursor.expect('(');
        List<String> labels = new ArrayList<>();
        while (cursor.seesString()) {
            labels.add(cursor.string());
            cursor.take(',');
        }
        cursor.expect(')');
        return new Ddl.CreateEnum(name, labels);
    }

    private Ddl statistics() {
        while (!cursor.done() && !cursor.sees("from")) cursor.skip();
        cursor.expect("from");
        return new Ddl.CreateStatistics(cursor.relation());
    }

    private Ddl rule() {
        while (!cursor.done() && !cursor.sees("to")) cursor.skip();
        cursor.expect("to");
        RelationName table = cursor.relation();
        cursor.rest();
        return new Ddl.CreateRule(table);
    }

    private Ddl other() {
        String kind = kind();
        boolean ifNotExists = cursor.take("if", "not", "exists");
        RelationName name = cursor.seesName() ? cursor.relation() : new RelationName(null, "");
        return new Ddl.Create(kind, name, ifNotExists, cursor.rest());
    }

    private String kind() {
        @Nullable
        String first = cursor.takeAny(
                "extension",
                "schema",
                "sequence",
                "domain",
                "role",
                "user",
                "group",
                "database",
                "aggregate",
                "operator",
                "collation",
                "conversion",
                "publication",
                "subscription",
                "server",
                "cast",
                "transform",
                "tablespace",
                "language",
                "trusted",
                "procedural",
                "foreign",
                "event",
                "text",
                "access",
                "default");
        if (first == null) throw cursor.unexpected("something that can be created");
        if (first.equals("foreign") && cursor.take("table")) return "foreign table";
        if (first.equals("foreign")) cursor.take("data", "wrapper");
        if (first.equals("event")) cursor.take("trigger");
        if (first.equals("text") && cursor.take("search")) cursor.name();
        if (first.equals("operator")) {
            cursor.takeAny("class", "family");
        }
        return first;
    }
}
