package io.github.assaymark.facts.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Walks over the words of one statement. */
final class SqlCursor {
    private static final int MAX_NAME = 63;

    private final SqlTokens tokens;
    private final int end;
    private int at;

    /** The statement is none that was expected. */
    static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unexpected(String message) {
            super(message, null, false, false);
        }
    }

    SqlCursor(SqlTokens tokens, int from, int to) {
        this.tokens = tokens;
        this.at = from;
        this.end = to;
    }

    boolean done() {
        return at >= end;
    }

    int at() {
        return at;
    }

    void back(int to) {
        at = to;
    }

    /** Whether these words come next; they are taken when they do. */
    boolean take(String... words) {
        if (!sees(words)) return false;
        at += words.length;
        return true;
    }

    boolean sees(String... words) {
        if (at + words.length > end) return false;
        for (int i = 0; i < words.length; i++) if (!tokens.is(at + i, words[i])) return false;
        return true;
    }

    boolean take(char punctuation) {
        if (at >= end || !tokens.is(at, punctuation)) return false;
        at++;
        return true;
    }

    boolean sees(char punctuation) {
        return at < end && tokens.is(at, punctuation);
    }

    void expect(String... words) {
        if (!take(words)) throw unexpected(String.join(" ", words));
    }

    void expect(char punctuation) {
        if (!take(punctuation)) throw unexpected(String.valueOf(punctuation));
    }

    Unexpected unexpected(String wanted) {
        return new Unexpected("expected " + wanted + (at < end ? " before `" + shown() + "`" : " at its end"));
    }

    private String shown() {
        String text = tokens.text(at);
        return text.length() > 40 ? text.substring(0, 40) : text;
    }

    /** Any of these words, taken; null when none comes next. */
    @Nullable
    String takeAny(String... words) {
        for (String word : words) {
            if (at < end && tokens.is(at, word)) {
                at++;
                return word;
            }
        }
        return null;
    }

    boolean seesName() {
        return at < end && tokens.names(at);
    }

    String name() {
        if (!seesName()) throw unexpected("a name");
        return cut(tokens.name(at++));
    }

    /** Names are cut to 63 bytes. */
    private static String cut(String name) {
        if (name.length() * 3 <= MAX_NAME) return name;
        int bytes = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
            if (bytes > MAX_NAME) return name.substring(0, i);
        }
        return name;
    }

    /** A name with or without a schema; a database before that is left out. */
    RelationName relation() {
        String first = name();
        if (!take('.')) return new RelationName(null, first);
        String second = name();
        if (!take('.')) return new RelationName(first, second);
        return new RelationName(second, name());
    }

    List<RelationName> relations() {
        List<RelationName> names = new ArrayList<>();
        do {
            take("only");
            names.add(relation());
            if (at < end && tokens.isOperator(at, "*")) at++;
        } while (take(','));
        return names;
    }

    /** Names in parentheses. */
    List<String> columns() {
        expect('(');
        List<String> names = new ArrayList<>();
        do names.add(name());
        while (take(','));
        expect(')');
        return names;
    }

    boolean seesString() {
        return at < end && tokens.kind(at) == SqlTokenKind.STRING;
    }

    /** The value of a constant in single quotes. */
    String string() {
        if (!seesString()) throw unexpected("a text");
        String written = tokens.text(at++);
        int open = written.indexOf('\'');
        int close = written.length() > open + 1 && written.endsWith("'") ? written.length() - 1 : written.length();
        return written.substring(open + 1, close).replace("''", "'");
    }

    /** What stands in parentheses, as written, the parentheses left out. */
    String parenthesized() {
        expect('(');
        int from = at;
        skipTo(true);
        String text = text(from, at);
        expect(')');
        return text;
    }

    /** The words up to one of these, or a comma, or a closing parenthesis, at the same depth; as written. */
    String expression(String... stops) {
        int from = at;
        int depth = 0;
        while (at < end) {
            if (depth == 0) {
                if (tokens.is(at, ',') || tokens.is(at, ')')) break;
                if (at > from && stopsAt(stops)) break;
            }
            if (tokens.is(at, '(') || tokens.is(at, '[')) depth++;
            if (tokens.is(at, ')') || tokens.is(at, ']')) depth--;
            at++;
        }
        if (from == at) throw unexpected("an expression");
        return text(from, at);
    }

    /** As {@link #expression}, words that are not quoted in lower case. */
    String folded(String... stops) {
        int from = at;
        expression(stops);
        StringBuilder text = new StringBuilder();
        for (int i = from; i < at; i++) {
            if (i > from && tokens.end(i - 1) < tokens.start(i)) text.append(' ');
            boolean word = tokens.kind(i) == SqlTokenKind.WORD;
            text.append(word ? tokens.text(i).toLowerCase(Locale.ROOT) : tokens.text(i));
        }
        return text.toString();
    }

    private boolean stopsAt(String... stops) {
        for (String stop : stops) if (tokens.is(at, stop)) return true;
        return false;
    }

    /** Goes to the next comma or the closing parenthesis of this depth, or over commas as well. */
    void skipTo(boolean overCommas) {
        int depth = 0;
        while (at < end) {
            if (depth == 0 && (tokens.is(at, ')') || (!overCommas && tokens.is(at, ',')))) return;
            if (tokens.is(at, '(') || tokens.is(at, '[')) depth++;
            if (tokens.is(at, ')') || tokens.is(at, ']')) depth--;
            at++;
        }
    }

    /** FOR VALUES and what follows. */
    void skipBound() {
        if (done()) return;
        expect("for", "values");
        while (!done() && !sees(',') && !sees("partition") && !sees("tablespace") && !sees("using")) {
            if (sees('(')) parenthesized();
            else at++;
        }
    }

    void skip() {
        at++;
    }

    /** The rest of the statement as written. */
    String rest() {
        String text = text(at, end);
        at = end;
        return text;
    }

    /** Whether a word stands anywhere in the rest, at any depth. */
    boolean mentions(String word) {
        for (int i = at; i < end; i++) if (tokens.is(i, word)) return true;
        return false;
    }

    /** Whether a word stands in the rest outside of parentheses. */
    boolean mentionsOutside(String word) {
        int depth = 0;
        for (int i = at; i < end; i++) {
            if (tokens.is(i, '(')) depth++;
            else if (tokens.is(i, ')')) depth--;
            else if (depth == 0 && tokens.is(i, word)) return true;
        }
        return false;
    }

    SqlTokenKind kind() {
        return tokens.kind(at);
    }

    String word() {
        return at < end ? tokens.text(at).toLowerCase(Locale.ROOT) : "";
    }

    boolean takeOperator(String operator) {
        if (at >= end || !tokens.isOperator(at, operator)) return false;
        at++;
        return true;
    }

    /** Words between two places, white space and comments between them collapsed. */
    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from && tokens.end(i - 1) < tokens.start(i)) text.append(' ');
            text.append(tokens.text(i));
        }
        return text.toString();
    }
}
