package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.DdlGrammar;
import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.facts.sql.SqlTokenKind;
import io.github.assaymark.facts.sql.SqlTokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a body in PL/pgSQL (PostgreSQL manual, 43 PL/pgSQL), as far as they are written out. Control flow
 * is not followed: it only makes conditions.
 */
final class BlockText {
    /** A statement, or text that builds one while it runs. */
    record Piece(
            String text,
            @Nullable Ddl ddl,
            List<String> conditions,
            @Nullable String handler) {
        Piece {
            conditions = List.copyOf(conditions);
        }
    }

    /** The condition of what runs after an error. */
    static final String ERROR = "an error";

    private static final int MAX_PIECES = 2000;
    private static final int MAX_DEPTH = 100;

    private static final Set<String> SILENT = Set.of(
            "raise",
            "return",
            "null",
            "get",
            "open",
            "fetch",
            "close",
            "exit",
            "continue",
            "assert",
            "commit",
            "rollback",
            "move",
            "declare");

    private final SqlTokens words;
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<String> conditions = new ArrayDeque<>();
    private int at;

    private BlockText(String body) {
        words = SqlTokens.of(body);
    }

    /** The pieces of a body without the quotation marks around it. */
    static List<Piece> of(String body) {
        BlockText text = new BlockText(body);
        while (text.at < text.words.size() && !text.words.is(text.at, "begin")) text.at++;
        text.block(0);
        return text.pieces;
    }

    /** The body of DO, CREATE FUNCTION or CREATE PROCEDURE: what stands in its longest quotation. */
    static String body(String statement) {
        SqlTokens words = SqlTokens.of(statement);
        String longest = "";
        for (int i = 0; i < words.size(); i++) {
            if (words.kind(i) != SqlTokenKind.DOLLAR && words.kind(i) != SqlTokenKind.STRING) continue;
            String content = Expressions.content(words.text(i));
            if (content.length() > longest.length()) longest = content;
        }
        return longest;
    }

    /** BEGIN … EXCEPTION … END. */
    private void block(int depth) {
        if (at < words.size()) at++;
        int first = pieces.size();
        while (at < words.size() && pieces.size() < MAX_PIECES) {
            if (words.is(at, "end")) {
                skip();
                return;
            }
            if (words.is(at, "exception")) {
                exception(first, depth);
                return;
            }
            statement(depth);
        }
    }

    private void exception(int first, int depth) {
        int from = at;
        while (at < words.size() && !words.is(at, "then")) at++;
        // With the place in it, handlers of different blocks differ.
        String caught = from + " " + text(from, at).toLowerCase(Locale.ROOT);
        for (int i = first; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.handler() == null)
                pieces.set(i, new Piece(piece.text(), piece.ddl(), piece.conditions(), caught));
        }
        conditions.push(ERROR);
        while (at < words.size() && !words.is(at, "end")) {
            if (words.is(at, "then") || words.is(at, "when")) {
                while (at < words.size() && !words.is(at, "then")) at++;
                at++;
            } else {
                statement(depth);
            }
        }
        conditions.pop();
        skip();
    }

    private void statement(int depth) {
        int before = at;
        if (depth > MAX_DEPTH) {
            at = words.size();
            return;
        }
        if (words.is(at, "begin")) block(depth + 1);
        else if (words.is(at, "if")) branches(depth);
        else if (words.is(at, "case")) cases(depth);
        else if (words.is(at, "loop") || words.is(at, "for") || words.is(at, "while") || words.is(at, "foreach"))
            loop(depth);
        else if (words.is(at, "execute")) execute();
        else if (words.is(at, "perform")) perform();
        else if (words.isOperator(at, "<<")) {
            while (at < words.size() && !words.isOperator(at, ">>")) at++;
            at++;
        } else if (silent()) skip();
        else sql();
        if (at == before) at++;
    }

    private boolean silent() {
        if (words.is(at, ';')) return true;
        if (!words.names(at)) return true;
        if (SILENT.contains(words.name(at)) && !words.is(at + 1, "query")) return true;
        int next = at + 1;
        while (words.is(next, '.') || (words.names(next) && words.is(next - 1, '.')) || words.is(next, '[')) {
            if (words.is(next, '[')) while (next < words.size() && !words.is(next, ']')) next++;
            next++;
        }
        return words.isOperator(next, ":=") || words.isOperator(next, "=");
    }

    /** To the end of the statement. */
    private void skip() {
        int depth = 0;
        while (at < words.size()) {
            if (words.is(at, '(')) depth++;
            if (words.is(at, ')')) depth--;
            if (depth <= 0 && words.is(at, ';')) {
                at++;
                return;
            }
            at++;
        }
    }

    private void branches(int depth) {
        int from = at + 1;
        while (at < words.size() && !words.is(at, "then")) at++;
        String condition = text(from, at);
        conditions.push(condition);
        at++;
        while (at < words.size() && !words.is(at, "end")) {
            if (words.is(at, "elsif") || words.is(at, "elseif")) {
                conditions.pop();
                from = at + 1;
                while (at < words.size() && !words.is(at, "then")) at++;
                condition = text(from, at);
                conditions.push(condition);
                at++;
            } else if (words.is(at, "else")) {
                conditions.pop();
                conditions.push("not (" + condition + ")");
                at++;
            } else {
                statement(depth + 1);
            }
        }
        conditions.pop();
        skip();
    }

    private void cases(int depth) {
        conditions.push("a case");
        at++;
        while (at < words.size() && !words.is(at, "end")) {
            if (words.is(at, "else")) at++;
            else if (words.is(at, "when") || !words.is(at - 1, ';')) {
                while (at < words.size() && !words.is(at, "then") && !words.is(at, "end")) at++;
                if (words.is(at, "then")) at++;
            } else statement(depth + 1);
            while (at < words.size() && !words.is(at, "end") && !words.is(at, "when") && !words.is(at, "else"))
                statement(depth + 1);
        }
        conditions.pop();
        skip();
    }

    private void loop(int depth) {
        int from = at;
        while (at < words.size() && !words.is(at, "loop")) at++;
        conditions.push(text(from, at).isEmpty() ? "a loop" : text(from, at));
        at++;
        while (at < words.size() && !words.is(at, "end")) statement(depth + 1);
        conditions.pop();
        skip();
    }

    private void execute() {
        int from = at + 1;
        skip();
        int to = words.is(at - 1, ';') ? at - 1 : at;
        boolean constant =
                to - from == 1 && (words.kind(from) == SqlTokenKind.STRING || words.kind(from) == SqlTokenKind.DOLLAR);
        if (constant) statements(Expressions.content(words.text(from)));
        else add(text(from, to), null);
    }

    private void perform() {
        int from = at + 1;
        skip();
        int to = words.is(at - 1, ';') ? at - 1 : at;
        add("select " + text(from, to), new Ddl.Query());
    }

    private void sql() {
        int from = at;
        skip();
        int to = words.is(at - 1, ';') ? at - 1 : at;
        String text = text(from, to);
        if (text.toLowerCase(Locale.ROOT).startsWith("return query"))
            text = text.substring(12).trim();
        if (text.toLowerCase(Locale.ROOT).startsWith("execute")) add(text.substring(7), null);
        else statements(text);
    }

    private void statements(String text) {
        SqlScript script = SqlScript.of(text);
        for (SqlStatement one : script.statements()) add(script.text(one), DdlGrammar.of(script, one));
    }

    private void add(String text, @Nullable Ddl ddl) {
        pieces.add(new Piece(text, ddl, new ArrayList<>(conditions), null));
    }

    private String text(int from, int to) {
        if (from >= to || from >= words.size()) return "";
        return words.source().substring(words.start(from), words.end(Math.min(to, words.size()) - 1));
    }
}
