package io.github.assaymark.facts.sql;

import java.util.Arrays;
import java.util.Locale;

/** The words of a text, in order; comments and white space are left out. Immutable once built. */
public final class SqlTokens {
    private final String text;
    private SqlTokenKind[] kinds = new SqlTokenKind[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;
    private int damagedAt = -1;

    SqlTokens(String text) {
        this.text = text;
    }

    /** The words of a text; takes time in proportion to its length and never fails. */
    public static SqlTokens of(String text) {
        return SqlLexer.lex(text);
    }

    void add(SqlTokenKind kind, int start, int end) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size++] = end;
    }

    /** The last token added runs to the end of the text without being closed. */
    void damaged() {
        if (damagedAt < 0) damagedAt = size - 1;
    }

    /** The first token that is never closed; -1 when there is none. */
    int damagedAt() {
        return damagedAt;
    }

    /** The text they were cut from. */
    public String source() {
        return text;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** What kind of word it is. */
    public SqlTokenKind kind(int token) {
        return kinds[token];
    }

    /** First character, counted in UTF-16 units of the text. */
    public int start(int token) {
        return starts[token];
    }

    /** After its last character. */
    public int end(int token) {
        return ends[token];
    }

    /** As written. */
    public String text(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /** Whether a token is this one character of punctuation. */
    public boolean is(int token, char punctuation) {
        return token < size && kinds[token] == SqlTokenKind.PUNCTUATION && text.charAt(starts[token]) == punctuation;
    }

    /** Whether a token is a word; {@code word} is in lower case. */
    public boolean is(int token, String word) {
        if (token >= size || kinds[token] != SqlTokenKind.WORD) return false;
        int length = ends[token] - starts[token];
        return length == word.length() && text.regionMatches(true, starts[token], word, 0, length);
    }

    /** Whether a token is this operator. */
    public boolean isOperator(int token, String operator) {
        return token < size
                && kinds[token] == SqlTokenKind.OPERATOR
                && ends[token] - starts[token] == operator.length()
                && text.startsWith(operator, starts[token]);
    }

    /** Whether a token may name something. */
    public boolean names(int token) {
        return token < size && (kinds[token] == SqlTokenKind.WORD || kinds[token] == SqlTokenKind.QUOTED);
    }

    /** The name a token stands for: words in lower case, quoted ones without their quotes. */
    public String name(int token) {
        String written = text(token);
        if (kind(token) != SqlTokenKind.QUOTED) return written.toLowerCase(Locale.ROOT);
        int open = written.indexOf('"');
        int close = written.length() > open + 1 && written.endsWith("\"") ? written.length() - 1 : written.length();
        return written.substring(open + 1, close).replace("\"\"", "\"");
    }
}
