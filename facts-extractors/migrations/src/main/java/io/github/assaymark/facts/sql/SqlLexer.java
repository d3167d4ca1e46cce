package io.github.assaymark.facts.sql;

/**
 * Cuts a text into words as PostgreSQL does (manual, 4.1 Lexical Structure). Never fails: what is not closed runs to
 * the end of the text, and a character that means nothing is an operator of its own. Takes time in proportion to the
 * length of the text.
 */
final class SqlLexer {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

    /** What a word begins with, and what it goes on with; beyond these characters every one does. */
    private static final boolean[] STARTS = new boolean[128];

    private static final boolean[] CONTINUES = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            STARTS[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            CONTINUES[c] = STARTS[c] || (c >= '0' && c <= '9') || c == '$';
        }
    }

    private final String text;
    /** The text once more: code that is not compiled yet reads an array many times faster. */
    private final char[] chars;

    private final int length;
    private final SqlTokens tokens;
    private int at;

    private SqlLexer(String text) {
        this.text = text;
        this.chars = text.toCharArray();
        this.length = chars.length;
        this.tokens = new SqlTokens(text);
    }

    static SqlTokens lex(String text) {
        SqlLexer lexer = new SqlLexer(text);
        while (lexer.at < lexer.length) lexer.step();
        return lexer.tokens;
    }

    private void step() {
        char c = chars[at];
        if (c < 128 && STARTS[c]) {
            word(c);
        } else if (c <= ' ' || c == '\uFEFF' || c == '\u00A0') {
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
        return at + 1 < length && chars[at + 1] == c;
    }

    private boolean digitAfter() {
        return at + 1 < length && chars[at + 1] >= '0' && chars[at + 1] <= '9';
    }

    private static boolean starts(char c) {
        return c >= 128 || STARTS[c];
    }

    private static boolean continues(char c) {
        return c >= 128 || CONTINUES[c];
    }

    /** Comments of this kind nest, unlike those of other languages. */
    private void comment() {
        int depth = 0;
        while (at < length) {
            if (chars[at] == '/' && next('*')) {
                depth++;
                at += 2;
            } else if (chars[at] == '*' && next('/')) {
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
            char c = chars[i];
            if (c == '\\' && escapes) {
                i += 2;
            } else if (c != '\'') {
                i++;
            } else if (i + 1 < length && chars[i + 1] == '\'') {
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
            if (chars[i] != '"') {
                i++;
            } else if (i + 1 < length && chars[i + 1] == '"') {
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
        if (i < length && chars[i] >= '0' && chars[i] <= '9') {
            while (i < length && chars[i] >= '0' && chars[i] <= '9') i++;
            tokens.add(SqlTokenKind.PARAMETER, at, i);
            at = i;
            return;
        }
        while (i < length && continues(chars[i]) && chars[i] != '$') i++;
        if (i >= length || chars[i] != '$') {
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
            char c = chars[i];
            boolean sign = (c == '+' || c == '-')
                    && (chars[i - 1] == 'e' || chars[i - 1] == 'E')
                    && i > at
                    && !(chars[at] == '0' && at + 1 < length && (chars[at + 1] | 32) == 'x');
            // Two dots are a range of the procedural language.
            boolean dot = c == '.' && !(i + 1 < length && chars[i + 1] == '.');
            if (!((continues(c) && c != '$') || dot || sign)) break;
            i++;
        }
        if (i == at) i++;
        tokens.add(SqlTokenKind.NUMBER, at, i);
        at = i;
    }

    private void word(char first) {
        int from = at;
        if (at + 1 < length && chars[at + 1] == '\'' && "eEbBxXnN".indexOf(first) >= 0) {
            string(from, at + 1, first == 'e' || first == 'E');
            return;
        }
        if ((first == 'u' || first == 'U') && text.startsWith("&", at + 1) && at + 2 < length) {
            char mark = chars[at + 2];
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
        while (i < length && (chars[i] >= 128 || CONTINUES[chars[i]])) i++;
        tokens.add(SqlTokenKind.WORD, from, i);
        at = i;
    }

    private boolean lineBegins() {
        for (int i = at - 1; i >= 0 && chars[i] != '\n'; i--) if (chars[i] > ' ') return false;
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
        while (i < length && OPERATORS.indexOf(chars[i]) >= 0) {
            if (i > at && (text.startsWith("--", i) || text.startsWith("/*", i))) break;
            i++;
        }
        if (i == at) i++;
        tokens.add(SqlTokenKind.OPERATOR, at, i);
        at = i;
    }
}
