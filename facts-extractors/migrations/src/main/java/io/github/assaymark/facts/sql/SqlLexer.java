package io.github.assaymark.facts.sql;

/**
 * Cuts a text into words as PostgreSQL does (manual, 4.1 Lexical Structure). Never fails: what is not closed runs to
 * the end of the text, and a character that means nothing is an operator of its own. Takes time in proportion to the
 * length of the text.
 */
final class SqlLexer {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

    private final String text;
    private final int length;
    private final SqlTokens tokens;
    private int at;

    private SqlLexer(String text) {
        this.text = text;
        this.length = text.length();
        this.tokens = new SqlTokens(text);
    }

    static SqlTokens lex(String text) {
        SqlLexer lexer = new SqlLexer(text);
        while (lexer.at < lexer.length) lexer.step();
        return lexer.tokens;
    }

    private void step() {
        char c = text.charAt(at);
        if (c <= ' ' || c == '\uFEFF' || c == '\u00A0') {
            at++;
        } else if (c == '-' && next('-')) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? length : end;
        } else if (c == '/' && next('*')) {
            comment();
        } else if (c == '\'') {
            string(at, at, false);
        } else if (c == '"') {
            quoted(at, at);
        } else if (c == '$') {
            dollar();
        } else if ((c >= '0' && c <= '9') || (c == '.' && digitAfter())) {
            number();
        } else if (starts(c)) {
            word(c);
        } else if (c == '\\' && lineBegins()) {
            meta();
        } else if (c == ':' && next(':')) {
            tokens.add(SqlTokenKind.OPERATOR, at, at + 2);
            at += 2;
        } else if (c == ':' && next('=')) {
            tokens.add(SqlTokenKind.OPERATOR, at, at + 2);
            at += 2;
        } else if ("()[],;.:{}".indexOf(c) >= 0) {
            tokens.add(SqlTokenKind.PUNCTUATION, at, ++at);
        } else {
            operator();
        }
    }

    private boolean next(char c) {
        return at + 1 < length && text.charAt(at + 1) == c;
    }

    private boolean digitAfter() {
        return at + 1 < length && text.charAt(at + 1) >= '0' && text.charAt(at + 1) <= '9';
    }

    private static boolean starts(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean continues(char c) {
        return starts(c) || (c >= '0' && c <= '9') || c == '$';
    }

    /** Comments of this kind nest, unlike those of other languages. */
    private void comment() {
        int depth = 0;
        while (at < length) {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) return;
            } else {
                at++;
            }
        }
        tokens.add(SqlTokenKind.OPERATOR, length, length);
        tokens.damaged();
    }

    /** {@code from} is where the token begins, {@code quote} where its quotation mark stands. */
    private void string(int from, int quote, boolean escapes) {
        int i = quote + 1;
        while (i < length) {
            char c = text.charAt(i);
            if (c == '\\' && escapes) {
                i += 2;
            } else if (c != '\'') {
                i++;
            } else if (i + 1 < length && text.charAt(i + 1) == '\'') {
                i += 2;
            } else {
                tokens.add(SqlTokenKind.STRING, from, i + 1);
                at = i + 1;
                return;
            }
        }
        open(SqlTokenKind.STRING, from);
    }

    private void quoted(int from, int quote) {
        int i = quote + 1;
        while (i < length) {
            if (text.charAt(i) != '"') {
                i++;
            } else if (i + 1 < length && text.charAt(i + 1) == '"') {
                i += 2;
            } else {
                tokens.add(SqlTokenKind.QUOTED, from, i + 1);
                at = i + 1;
                return;
            }
        }
        open(SqlTokenKind.QUOTED, from);
    }

    private void open(SqlTokenKind kind, int from) {
        tokens.add(kind, from, length);
        tokens.damaged();
        at = length;
    }

    /** A constant between dollar signs, or a parameter: words before it have already taken theirs. */
    private void dollar() {
        int i = at + 1;
        if (i < length && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            while (i < length && text.charAt(i) >= '0' && text.charAt(i) <= '9') i++;
            tokens.add(SqlTokenKind.PARAMETER, at, i);
            at = i;
            return;
        }
        while (i < length && continues(text.charAt(i)) && text.charAt(i) != '$') i++;
        if (i >= length || text.charAt(i) != '$') {
            tokens.add(SqlTokenKind.OPERATOR, at, ++at);
            return;
        }
        String tag = text.substring(at, i + 1);
        int close = text.indexOf(tag, i + 1);
        if (close < 0) {
            open(SqlTokenKind.DOLLAR, at);
            return;
        }
        tokens.add(SqlTokenKind.DOLLAR, at, close + tag.length());
        at = close + tag.length();
    }

    private void number() {
        int i = at;
        while (i < length) {
            char c = text.charAt(i);
            boolean sign = (c == '+' || c == '-')
                    && (text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E')
                    && i > at
                    && !(text.charAt(at) == '0' && at + 1 < length && (text.charAt(at + 1) | 32) == 'x');
            // Two dots are a range of the procedural language.
            boolean dot = c == '.' && !(i + 1 < length && text.charAt(i + 1) == '.');
            if (!((continues(c) && c != '$') || dot || sign)) break;
            i++;
        }
        if (i == at) i++;
        tokens.add(SqlTokenKind.NUMBER, at, i);
        at = i;
    }

    private void word(char first) {
        int from = at;
        if (at + 1 < length && text.charAt(at + 1) == '\'' && "eEbBxXnN".indexOf(first) >= 0) {
            string(from, at + 1, first == 'e' || first == 'E');
            return;
        }
        if ((first == 'u' || first == 'U') && text.startsWith("&", at + 1) && at + 2 < length) {
            char mark = text.charAt(at + 2);
            if (mark == '\'') {
                string(from, at + 2, false);
                return;
            }
            if (mark == '"') {
                quoted(from, at + 2);
                return;
            }
        }
        int i = at + 1;
        while (i < length && continues(text.charAt(i))) i++;
        tokens.add(SqlTokenKind.WORD, from, i);
        at = i;
    }

    private boolean lineBegins() {
        for (int i = at - 1; i >= 0 && text.charAt(i) != '\n'; i--) if (text.charAt(i) > ' ') return false;
        return true;
    }

    private void meta() {
        int end = text.indexOf('\n', at);
        if (end < 0) end = length;
        tokens.add(SqlTokenKind.META, at, end);
        at = end;
    }

    private void operator() {
        int i = at;
        while (i < length && OPERATORS.indexOf(text.charAt(i)) >= 0) {
            if (i > at && (text.startsWith("--", i) || text.startsWith("/*", i))) break;
            i++;
        }
        if (i == at) i++;
        tokens.add(SqlTokenKind.OPERATOR, at, i);
        at = i;
    }
}
