package io.github.assaymark.facts.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what a statement does. What it does not understand is {@link Ddl.Opaque} with a reason, never silence. Safe for
 * use by many threads.
 */
public final class DdlGrammar {
    private static final Set<String> HARMLESS = Set.of(
            "listen",
            "notify",
            "unlisten",
            "discard",
            "checkpoint",
            "load",
            "declare",
            "fetch",
            "move",
            "close",
            "prepare",
            "deallocate",
            "execute",
            "security",
            "import",
            "reassign");

    private final SqlCursor cursor;

    private DdlGrammar(SqlCursor cursor) {
        this.cursor = cursor;
    }

    /** What a statement of a script does; never fails. */
    public static Ddl of(SqlScript script, SqlStatement statement) {
        if (!statement.closed()) return new Ddl.Opaque("a quotation or comment in it never ends");
        if (script.tokens().kind(statement.firstToken()) == SqlTokenKind.META)
            return new Ddl.Opaque("a command of psql, not of the server");
        SqlCursor cursor = new SqlCursor(script.tokens(), statement.firstToken(), statement.lastToken());
        try {
            return new DdlGrammar(cursor).statement();
        } catch (SqlCursor.Unexpected e) {
            return new Ddl.Opaque(String.valueOf(e.getMessage()));
        }
    }

    private Ddl statement() {
        if (cursor.take("create")) return new CreateGrammar(cursor).create();
        if (cursor.take("alter")) return alter();
        if (cursor.take("drop")) return drop();
        if (cursor.take("grant")) return new GrantGrammar(cursor).grant(false);
        if (cursor.take("revoke")) return new GrantGrammar(cursor).grant(true);
        if (cursor.take("comment", "on")) return comment();
        if (cursor.take("truncate")) return truncate();
        if (cursor.take("lock")) return lock();
        if (cursor.take("reindex")) return reindex();
        if (cursor.take("refresh", "materialized", "view")) {
            boolean concurrently = cursor.take("concurrently");
            RelationName view = cursor.relation();
            cursor.rest();
            return new Ddl.RefreshView(view, concurrently);
        }
        if (cursor.sees("cluster") || cursor.sees("vacuum") || cursor.sees("analyze") || cursor.sees("analyse"))
            return maintenance();
        if (cursor.take("do")) return block();
        if (cursor.sees("set") || cursor.sees("reset")) return variable();
        if (cursor.sees("insert") || cursor.sees("update") || cursor.sees("delete") || cursor.sees("merge"))
            return change();
        if (cursor.sees("with")) return with();
        if (cursor.sees("select")
                || cursor.sees("values")
                || cursor.sees("table")
                || cursor.sees("show")
                || cursor.sees("explain")
                || cursor.sees('(')) {
            cursor.rest();
            return new Ddl.Query();
        }
        if (cursor.take("copy")) return copy();
        return rest();
    }

    private Ddl rest() {
        String verb = cursor.word();
        switch (verb) {
            case "begin", "commit", "rollback", "savepoint", "release" -> {
                cursor.rest();
                return new Ddl.Transaction(verb);
            }
            case "start" -> {
                cursor.rest();
                return new Ddl.Transaction("begin");
            }
            case "end" -> {
                cursor.rest();
                return new Ddl.Transaction("commit");
            }
            case "abort" -> {
                cursor.rest();
                return new Ddl.Transaction("rollback");
            }
            case "call" -> {
                cursor.rest();
                return new Ddl.Opaque("what a procedure does is not known");
            }
            default -> {
                if (!HARMLESS.contains(verb)) throw cursor.unexpected("a statement");
                cursor.rest();
                return new Ddl.Harmless(verb);
            }
        }
    }

    private Ddl alter() {
        if (cursor.take("table")) return new AlterGrammar(cursor).alter("table");
        if (cursor.take("index")) return new AlterGrammar(cursor).alter("index");
        if (cursor.take("materialized", "view")) return new AlterGrammar(cursor).alter("materialized view");
        if (cursor.take("view")) return new AlterGrammar(cursor).alter("view");
        if (cursor.take("sequence")) return new AlterGrammar(cursor).alter("sequence");
        if (cursor.take("foreign", "table")) return new AlterGrammar(cursor).alter("foreign table");
        if (cursor.take("type")) return alterType();
        if (cursor.take("policy")) return alterPolicy();
        if (cursor.take("default", "privileges")) return new GrantGrammar(cursor).defaults();
        if (cursor.take("domain")) {
            RelationName name = cursor.relation();
            return new Ddl.AlterDomain(name, cursor.rest());
        }
        String kind = kind();
        RelationName name = cursor.seesName() ? cursor.relation() : new RelationName(null, "");
        return new Ddl.AlterOther(kind, name, cursor.rest());
    }

    private String kind() {
        @Nullable
        String kind = cursor.takeAny(
                "function",
                "procedure",
                "routine",
                "aggregate",
                "extension",
                "schema",
                "role",
                "user",
                "group",
                "database",
                "trigger",
                "rule",
                "event",
                "publication",
                "subscription",
                "server",
                "collation",
                "conversion",
                "operator",
                "statistics",
                "system",
                "tablespace",
                "text",
                "language",
                "large",
                "foreign",
                "constraint");
        if (kind == null) throw cursor.unexpected("something that can be altered");
        if (kind.equals("event")) cursor.take("trigger");
        return kind;
    }

    private Ddl alterType() {
        RelationName type = cursor.relation();
        if (cursor.take("add", "value")) {
            boolean ifNotExists = cursor.take("if", "not", "exists");
            String label = cursor.string();
            cursor.rest();
            return new Ddl.AddEnumValue(type, label, ifNotExists);
        }
        if (cursor.take("rename", "value")) {
            String from = cursor.string();
            cursor.expect("to");
            return new Ddl.RenameEnumValue(type, from, cursor.string());
        }
        return new Ddl.AlterOther("type", type, cursor.rest());
    }

    private Ddl alterPolicy() {
        String name = cursor.name();
        cursor.expect("on");
        RelationName table = cursor.relation();
        String renamed = cursor.take("rename", "to") ? cursor.name() : null;
        List<String> roles = new ArrayList<>();
        if (cursor.take("to")) {
            do roles.add(cursor.name());
            while (cursor.take(','));
        }
        String using = cursor.take("using") ? cursor.parenthesized() : null;
        String check = cursor.take("with", "check") ? cursor.parenthesized() : null;
        return new Ddl.AlterPolicy(name, table, renamed, roles, using, check);
    }

    private Ddl drop() {
        String kind = dropped();
        boolean concurrently = cursor.take("concurrently");
        boolean ifExists = cursor.take("if", "exists");
        if (kind.equals("trigger") || kind.equals("policy") || kind.equals("rule")) {
            RelationName name = new RelationName(null, cursor.name());
            cursor.expect("on");
            RelationName table = cursor.relation();
            return new Ddl.Drop(kind, List.of(name), table, ifExists, false, cascade());
        }
        List<RelationName> names = new ArrayList<>();
        if (kind.equals("cast")
                || kind.startsWith("operator")
                || kind.equals("transform")
                || kind.equals("user")
                || kind.equals("owned")) {
            boolean cascade = cursor.mentionsOutside("cascade");
            cursor.rest();
            return new Ddl.Drop(kind, names, null, ifExists, false, cascade);
        }
        do {
            names.add(cursor.relation());
            if (cursor.sees('(')) cursor.parenthesized();
        } while (cursor.take(','));
        return new Ddl.Drop(kind, names, null, ifExists, concurrently, cascade());
    }

    private boolean cascade() {
        boolean cascade = "cascade".equals(cursor.takeAny("cascade", "restrict"));
        if (!cursor.done()) throw cursor.unexpected("the end");
        return cascade;
    }

    private String dropped() {
        if (cursor.take("materialized", "view")) return "materialized view";
        if (cursor.take("foreign", "table")) return "foreign table";
        if (cursor.take("foreign", "data", "wrapper")) return "foreign data wrapper";
        if (cursor.take("event", "trigger")) return "event trigger";
        if (cursor.take("access", "method")) return "access method";
        if (cursor.take("user", "mapping")) return "user";
        if (cursor.take("procedural", "language")) return "language";
        if (cursor.take("text", "search")) return "text search " + cursor.name();
        if (cursor.take("operator", "class") || cursor.take("operator", "family")) return "operator class";
        String kind = cursor.takeAny(
                "table",
                "index",
                "view",
                "sequence",
                "type",
                "domain",
                "schema",
                "function",
                "procedure",
                "routine",
                "trigger",
                "policy",
                "rule",
                "extension",
                "role",
                "group",
                "database",
                "aggregate",
                "operator",
                "collation",
                "conversion",
                "publication",
                "subscription",
                "server",
                "statistics",
                "cast",
                "tablespace",
                "language",
                "transform",
                "owned",
                "user");
        if (kind == null) throw cursor.unexpected("something that can be dropped");
        return kind;
    }

    private Ddl comment() {
        @Nullable String two = null;
        for (String[] words : new String[][] {{"materialized", "view"}, {"foreign", "table"}, {"event", "trigger"}}) {
            if (cursor.take(words)) two = String.join(" ", words);
        }
        String kind = two == null ? cursor.name() : two;
        RelationName name = new RelationName(null, "");
        if (cursor.seesName()) name = kind.equals("column") ? ofColumn() : cursor.relation();
        if (cursor.take("on")) {
            if (cursor.take("domain")) kind = "domain constraint";
            name = cursor.relation();
        }
        cursor.rest();
        return new Ddl.Comment(kind, name);
    }

    /** The table of a column. */
    private RelationName ofColumn() {
        List<String> names = new ArrayList<>();
        do names.add(cursor.name());
        while (cursor.take('.'));
        int table = names.size() - 2;
        if (table < 0) throw cursor.unexpected("a table and a column");
        return new RelationName(table == 0 ? null : names.get(table - 1), names.get(table));
    }

    private Ddl truncate() {
        cursor.take("table");
        List<RelationName> tables = cursor.relations();
        boolean cascade = cursor.mentionsOutside("cascade");
        cursor.rest();
        return new Ddl.Truncate(tables, cascade);
    }

    private Ddl lock() {
        cursor.take("table");
        List<RelationName> tables = cursor.relations();
        String mode = "access exclusive";
        if (cursor.take("in")) {
            int from = cursor.at();
            while (!cursor.done() && !cursor.sees("mode")) cursor.skip();
            mode = cursor.text(from, cursor.at()).toLowerCase(Locale.ROOT);
            cursor.expect("mode");
        }
        cursor.take("nowait");
        return new Ddl.LockTable(tables, mode);
    }

    private Ddl reindex() {
        boolean concurrently = false;
        if (cursor.sees('('))
            concurrently = cursor.parenthesized().toLowerCase(Locale.ROOT).contains("concurrently");
        String target = cursor.takeAny("index", "table", "schema", "database", "system");
        if (target == null) throw cursor.unexpected("what to reindex");
        concurrently |= cursor.take("concurrently");
        RelationName name = cursor.seesName() ? cursor.relation() : null;
        return new Ddl.Reindex(target, name, concurrently);
    }

    private Ddl maintenance() {
        String verb = cursor.name();
        boolean full = verb.equals("cluster");
        if (cursor.sees('('))
            full |= verb.equals("vacuum")
                    && cursor.parenthesized().toLowerCase(Locale.ROOT).contains("full");
        @Nullable String option = cursor.takeAny("full", "freeze", "verbose", "analyze");
        while (option != null) {
            full |= option.equals("full");
            option = cursor.takeAny("full", "freeze", "verbose", "analyze");
        }
        RelationName first = cursor.seesName() ? cursor.relation() : null;
        // The older way to say it names the index first.
        if (verb.equals("cluster") && cursor.take("on")) first = cursor.relation();
        cursor.rest();
        return full ? new Ddl.Rewrite(verb, first) : new Ddl.Maintain(verb, first);
    }

    private Ddl block() {
        String body = cursor.rest();
        SqlTokens words = SqlLexer.lex(inner(body));
        boolean dynamic = false;
        for (int i = 0; i < words.size(); i++) dynamic |= words.is(i, "execute");
        return new Ddl.Block(body, dynamic);
    }

    private static String inner(String body) {
        int open = body.indexOf('$');
        int tag = open < 0 ? -1 : body.indexOf('$', open + 1);
        if (tag < 0) return body;
        int close = body.lastIndexOf(body.substring(open, tag + 1));
        return close > tag ? body.substring(tag + 1, close) : body.substring(tag + 1);
    }

    private Ddl variable() {
        boolean set = cursor.take("set");
        if (!set) cursor.expect("reset");
        boolean local = cursor.take("local");
        cursor.take("session");
        if (cursor.sees("constraints") || cursor.sees("transaction") || cursor.sees("characteristics")) {
            cursor.rest();
            return new Ddl.Harmless("set");
        }
        if (cursor.take("time", "zone")) return new Ddl.SetVariable("timezone", cursor.rest(), local);
        RelationName name = cursor.relation();
        if (set && !cursor.takeOperator("=")) cursor.take("to");
        String value = cursor.rest();
        return new Ddl.SetVariable(name.toString(), set ? value : null, local);
    }

    private Ddl change() {
        String verb = cursor.name();
        if (verb.equals("insert") || verb.equals("merge")) cursor.expect("into");
        if (verb.equals("delete")) cursor.expect("from");
        cursor.take("only");
        RelationName table = cursor.relation();
        boolean filtered = verb.equals("insert") || verb.equals("merge") || cursor.mentionsOutside("where");
        cursor.rest();
        return new Ddl.Change(verb, table, filtered);
    }

    /** The statement behind common table expressions; one that changes data within them counts first. */
    private Ddl with() {
        cursor.expect("with");
        cursor.take("recursive");
        Ddl inside = null;
        do {
            cursor.name();
            if (cursor.sees('(')) cursor.columns();
            cursor.expect("as");
            cursor.take("not");
            cursor.take("materialized");
            cursor.expect('(');
            if (inside == null && (cursor.sees("insert") || cursor.sees("update") || cursor.sees("delete"))) {
                int from = cursor.at();
                cursor.skipTo(true);
                int to = cursor.at();
                cursor.back(from);
                inside = change(to);
            }
            cursor.skipTo(true);
            cursor.expect(')');
            while (cursor.sees("search") || cursor.sees("cycle")) {
                while (!cursor.done() && !cursor.sees(',') && !cursor.sees("select")) cursor.skip();
            }
        } while (cursor.take(','));
        if (inside != null) {
            cursor.rest();
            return inside;
        }
        return statement();
    }

    private Ddl change(int to) {
        String verb = cursor.name();
        if (!verb.equals("update")) cursor.skip();
        cursor.take("only");
        RelationName table = cursor.relation();
        boolean filtered = verb.equals("insert");
        while (cursor.at() < to) {
            filtered |= cursor.sees("where");
            cursor.skip();
        }
        return new Ddl.Change(verb, table, filtered);
    }

    private Ddl copy() {
        if (cursor.sees('(')) {
            boolean program = cursor.mentionsOutside("program");
            cursor.rest();
            return new Ddl.Copy(null, program, false);
        }
        RelationName table = cursor.relation();
        if (cursor.sees('(')) cursor.parenthesized();
        boolean into = "from".equals(cursor.takeAny("from", "to"));
        boolean program = cursor.sees("program");
        cursor.rest();
        return new Ddl.Copy(table, program, into);
    }
}
