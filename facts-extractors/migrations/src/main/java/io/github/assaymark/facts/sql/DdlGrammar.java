package io.github.assaymark.facts.sql;

import java.util.Set;

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

    /** What the words that come next are the beginning of. */
    static Ddl statement(SqlCursor cursor) {
        return new DdlGrammar(cursor).statement();
    }

    private Ddl statement() {
        if (cursor.take("create")) return new CreateGrammar(cursor).create();
        if (cursor.take("alter")) return new AlterObjectGrammar(cursor).alter();
        if (cursor.take("drop")) return new DropGrammar(cursor).drop();
        if (cursor.take("grant")) return new GrantGrammar(cursor).grant(false);
        if (cursor.take("revoke")) return new GrantGrammar(cursor).grant(true);
        if (cursor.take("comment", "on")) return new MaintenanceGrammar(cursor).comment();
        if (cursor.take("truncate")) return new MaintenanceGrammar(cursor).truncate();
        if (cursor.take("lock")) return new MaintenanceGrammar(cursor).lock();
        if (cursor.take("reindex")) return new MaintenanceGrammar(cursor).reindex();
        if (cursor.take("refresh", "materialized", "view")) {
            boolean concurrently = cursor.take("concurrently");
            RelationName view = cursor.relation();
            cursor.rest();
            return new Ddl.RefreshView(view, concurrently);
        }
        if (cursor.sees("cluster") || cursor.sees("vacuum") || cursor.sees("analyze") || cursor.sees("analyse"))
            return new MaintenanceGrammar(cursor).maintenance();
        if (cursor.take("do")) return block();
        if (cursor.sees("set") || cursor.sees("reset")) return variable();
        if (cursor.sees("insert") || cursor.sees("update") || cursor.sees("delete") || cursor.sees("merge"))
            return new DataGrammar(cursor).change();
        if (cursor.sees("with")) return new DataGrammar(cursor).with();
        if (cursor.sees("select")
                || cursor.sees("values")
                || cursor.sees("table")
                || cursor.sees("show")
                || cursor.sees("explain")
                || cursor.sees('(')) {
            cursor.rest();
            return new Ddl.Query();
        }
        if (cursor.take("copy")) return new DataGrammar(cursor).copy();
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
}
