package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.fact.StatementParse;
import org.jspecify.annotations.Nullable;

/** Rows that statements put into tables. */
final class Seeds {
    private Seeds() {}

    /** {@code rows} is -1 when a query gives them. */
    record Rows(String table, int rows, boolean idempotent) {}

    /** The rows of a statement; null when it inserts none. */
    static @Nullable Rows of(SqlScript script, ScriptStatement statement) {
        return of(script, statement.ddl(), statement.place());
    }

    static @Nullable Rows of(SqlScript script, Ddl ddl, SqlStatement place) {
        if (ddl instanceof Ddl.Copy copy && copy.table() != null && copy.into())
            return new Rows(StatementShape.key(copy.table()), -1, false);
        if (!(ddl instanceof Ddl.Change change)) return null;
        String table = StatementShape.key(change.table());
        if (change.verb().equals("merge")) return new Rows(table, -1, true);
        if (!change.verb().equals("insert")) return null;
        boolean idempotent = StatementShape.says(script, place, "conflict") || guarded(script, place);
        return new Rows(table, rows(script.tokens(), place), idempotent);
    }

    /** WHERE NOT EXISTS. */
    private static boolean guarded(SqlScript script, SqlStatement place) {
        SqlTokens tokens = script.tokens();
        for (int i = place.firstToken(); i + 1 < place.lastToken(); i++)
            if (tokens.is(i, "not") && tokens.is(i + 1, "exists")) return true;
        return false;
    }

    /** The rows behind VALUES at the depth of the statement; -1 when there is no such list. */
    private static int rows(SqlTokens tokens, SqlStatement place) {
        int depth = 0;
        int rows = -1;
        for (int i = place.firstToken(); i < place.lastToken(); i++) {
            boolean opens = tokens.is(i, '(');
            if (rows < 0 && depth == 0 && tokens.is(i, "values")) rows = 0;
            else if (rows < 0 && depth == 0 && tokens.is(i, "default") && tokens.is(i + 1, "values")) return 1;
            else if (rows >= 0 && depth == 0 && tokens.names(i)) return rows;
            if (opens && depth++ == 0 && rows >= 0) rows++;
            if (tokens.is(i, ')')) depth--;
        }
        return rows;
    }

    /** Whether rows may be inserted by what was not understood. */
    static boolean mayHide(ScriptStatement statement) {
        if (statement.parse() == StatementParse.OPAQUE) return true;
        Ddl ddl = statement.ddl();
        if (ddl instanceof Ddl.Query) return true;
        return ddl instanceof Ddl.Block
                && statement.text().toLowerCase(java.util.Locale.ROOT).contains("insert");
    }
}
