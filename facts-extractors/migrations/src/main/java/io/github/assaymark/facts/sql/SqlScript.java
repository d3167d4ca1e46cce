package io.github.assaymark.facts.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A text and its statements, cut where PostgreSQL cuts them. Immutable and safe for use by many threads. */
public final class SqlScript {
    private final SqlTokens tokens;
    private final List<SqlStatement> statements = new ArrayList<>();
    /** Where each piece of the text ends: every statement takes what stands before it and its semicolon along. */
    private final List<Integer> pieceEnds = new ArrayList<>();

    private int line = 1;
    private int lineStart;
    private int counted;

    private final PositionMap places;

    private SqlScript(String text, PositionMap places) {
        this.tokens = SqlLexer.lex(text);
        this.places = places;
        split();
    }

    /** The statements of a text; lines and columns are those of the text. */
    public static SqlScript of(String text) {
        return new SqlScript(text, PositionMap.same(text));
    }

    /** The statements of a text that was made from a file; lines and columns are those of the file. */
    public static SqlScript of(String text, PositionMap places) {
        return new SqlScript(text, places);
    }

    /** The words of all statements, in order. */
    public SqlTokens tokens() {
        return tokens;
    }

    /** In the order of the text. */
    public List<SqlStatement> statements() {
        return Collections.unmodifiableList(statements);
    }

    /** A statement as written, without its semicolon. */
    public String text(SqlStatement statement) {
        return tokens.source().substring(statement.start(), statement.end());
    }

    /**
     * The whole text in as many pieces as there are statements, and what follows the last: joined, they are the text.
     */
    public List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int end : pieceEnds) {
            pieces.add(tokens.source().substring(from, end));
            from = end;
        }
        pieces.add(tokens.source().substring(from));
        return pieces;
    }

    private void split() {
        int first = 0;
        int depth = 0;
        int body = 0;
        for (int token = 0; token < tokens.size(); token++) {
            SqlTokenKind kind = tokens.kind(token);
            boolean word = kind == SqlTokenKind.WORD;
            if (!word && kind != SqlTokenKind.PUNCTUATION && kind != SqlTokenKind.META) continue;
            if (word && body == 0 && !tokens.is(token, "atomic")) continue;
            if (kind == SqlTokenKind.META) {
                end(first, token, tokens.start(token));
                end(token, token + 1, tokens.end(token));
                first = token + 1;
                depth = 0;
                body = 0;
            } else if (tokens.is(token, '(') || tokens.is(token, '[')) {
                depth++;
            } else if (tokens.is(token, ')') || tokens.is(token, ']')) {
                depth = Math.max(0, depth - 1);
            } else if (body == 0 && tokens.is(token, "atomic") && token > first && tokens.is(token - 1, "begin")) {
                body = 1;
            } else if (body > 0 && tokens.is(token, "case")) {
                body++;
            } else if (body > 0 && tokens.is(token, "end")) {
                body--;
            } else if (depth == 0 && body == 0 && tokens.is(token, ';')) {
                end(first, token, tokens.end(token));
                first = token + 1;
            }
        }
        if (first < tokens.size()) end(first, tokens.size(), tokens.source().length());
    }

    private void end(int first, int last, int pieceEnd) {
        if (first >= last) {
            if (!pieceEnds.isEmpty()) pieceEnds.set(pieceEnds.size() - 1, pieceEnd);
            return;
        }
        int start = tokens.start(first);
        int end = tokens.end(last - 1);
        count(start);
        int startLine = line;
        int startColumn = counted - lineStart + 1;
        count(end);
        boolean closed = tokens.damagedAt() < first || tokens.damagedAt() >= last;
        statements.add(new SqlStatement(
                statements.size(),
                start,
                end,
                startLine,
                startColumn,
                line,
                counted - lineStart + 1,
                first,
                last,
                closed));
        pieceEnds.add(pieceEnd);
    }

    private void count(int offset) {
        String text = places.file();
        int to = places.inFile(offset);
        for (int end = text.indexOf('\n', counted); end >= 0 && end < to; end = text.indexOf('\n', end + 1)) {
            line++;
            lineStart = end + 1;
        }
        counted = Math.max(counted, to);
    }
}
