package io.github.assaymark.facts.typescript;

import java.util.Arrays;

/**
 * Cuts bytes into tokens, one at a time, as the parser asks for them: only the parser knows whether a slash divides,
 * and where text between tags starts.
 */
abstract class Lexer extends Token {
    private static final byte[] CHARACTERS = new byte[256];
    private static final byte PART = 1;
    private static final byte DIGIT = 2;
    private static final int[] SINGLE = new int[128];

    static {
        for (int c = 'a'; c <= 'z'; c++) CHARACTERS[c] = CHARACTERS[c - 32] = PART;
        CHARACTERS['$'] = CHARACTERS['_'] = PART;
        for (int c = '0'; c <= '9'; c++) CHARACTERS[c] = DIGIT;
        for (int c = 128; c < 256; c++) CHARACTERS[c] = PART;
        SINGLE['('] = OPEN_PAREN;
        SINGLE['['] = OPEN_BRACKET;
        SINGLE['{'] = OPEN_BRACE;
        SINGLE[')'] = CLOSE_PAREN;
        SINGLE[']'] = CLOSE_BRACKET;
        SINGLE['}'] = CLOSE_BRACE;
        SINGLE[','] = COMMA;
        SINGLE[';'] = SEMICOLON;
        SINGLE[':'] = COLON;
        SINGLE['@'] = AT;
        SINGLE['~'] = TILDE;
        SINGLE['>'] = GT;
    }

    /** The file and at least {@link #PADDING} zeros after it. */
    final byte[] bytes;

    static final int PADDING = 8;
    final int limit;

    /** The current token. */
    int tok = EOF;

    int start;
    int end;
    /** Whether a line ends between the token before and this one. */
    boolean newline;
    /** Whether the current token is spelled wrongly, for example not closed. */
    boolean bad;
    /** End of the token before. */
    int prevEnd;

    int prevTok = EOF;

    int comments;
    int[] commentSpans = new int[64];
    private int commentsBefore;

    /** Openers that are not closed yet; {@link Token#TEMPLATE_HEAD} for a hole in a template. */
    byte[] brackets = new byte[64];

    int depth;

    private final Fuel fuel;
    private int steps;

    Lexer(byte[] padded, int from, int limit, Fuel fuel) {
        this.bytes = padded;
        this.limit = limit;
        this.fuel = fuel;
        end = from;
        prevEnd = from;
        newline = true;
    }

    abstract void damaged(int from, int to);

    /** Whether what is read may be read again, and nothing may be noted down. */
    abstract boolean speculating();

    final void spend(int cost) {
        steps -= cost;
        if (steps < 0) steps = fuel.portion();
    }

    /** Accepts the current token and reads the next one. */
    final void next() {
        accept();
        scan();
    }

    final void accept() {
        int token = tok;
        if ((token >= OPEN_PAREN && token <= CLOSE_BRACE) || token == TEMPLATE_HEAD || token == TEMPLATE_TAIL)
            bracket(token);
        if (bad && !speculating()) damaged(start, end);
        prevEnd = end;
        prevTok = token;
    }

    private void bracket(int token) {
        if (token <= OPEN_BRACE && token != TEMPLATE_TAIL) {
            if (depth == brackets.length) brackets = Arrays.copyOf(brackets, depth * 2);
            brackets[depth++] = (byte) token;
        } else if (depth > 0) depth--;
    }

    /** Reads the token after {@link #end}. */
    final void scan() {
        if (--steps < 0) steps = fuel.portion();
        commentsBefore = comments;
        bad = false;
        newline = false;
        int p = end;
        byte[] b = bytes;
        for (; ; ) {
            int c = b[p];
            if (c == ' ' || c == '\t') p++;
            else if (c == '\n' || c == '\r') {
                newline = true;
                p++;
            } else if (c > ' ') {
                if (c == '/') {
                    if (b[p + 1] == '/') p = lineComment(p);
                    else if (b[p + 1] == '*') p = blockComment(p);
                    else break;
                } else if (c == '<' || c == '=' || c == '>' || c == '|') {
                    int after = conflict(p, c);
                    if (after == p) break;
                    newline = true;
                    p = after;
                } else break;
            } else {
                int space = strangeSpace(p);
                if (space == 0) break;
                if (space == 3 && (b[p + 2] == (byte) 0xa8 || b[p + 2] == (byte) 0xa9)) newline = true;
                p += space;
            }
        }
        start = p;
        if (p >= limit) {
            start = end = limit;
            tok = EOF;
            return;
        }
        int c = b[p] & 255;
        byte kind = CHARACTERS[c];
        if (kind == PART) name(p);
        else if (kind == DIGIT) number(p);
        else mark(p, c);
    }

    /** Reads the current token again, in another way. */
    final void rescan() {
        comments = commentsBefore;
        bad = false;
    }

    private int lineComment(int from) {
        int p = from;
        byte[] b = bytes;
        while (p < limit && b[p] != '\n' && b[p] != '\r') p++;
        comment(from, p);
        return p;
    }

    private int blockComment(int from) {
        int p = from + 2;
        byte[] b = bytes;
        while (p < limit && !(b[p] == '*' && b[p + 1] == '/')) {
            if (b[p] == '\n') newline = true;
            p++;
        }
        if (p >= limit) {
            spend((p - from) >> 3);
            if (!speculating()) damaged(from, limit);
            comment(from, limit);
            return limit;
        }
        comment(from, p + 2);
        return p + 2;
    }

    private void comment(int from, int to) {
        if (comments * 2 == commentSpans.length) commentSpans = Arrays.copyOf(commentSpans, comments * 4);
        commentSpans[comments * 2] = from;
        commentSpans[comments * 2 + 1] = to;
        comments++;
    }

    /** The place after a marker that a merge left behind, with the other side's lines; {@code p} when there is none. */
    private int conflict(int p, int c) {
        byte[] b = bytes;
        if (b[p + 1] != c || b[p + 2] != c || (p > 0 && b[p - 1] != '\n')) return p;
        if (p + 7 > limit) return p;
        for (int i = 3; i < 7; i++) if (b[p + i] != c) return p;
        int after = b[p + 7];
        if (after != ' ' && after != '\n' && after != '\r' && p + 7 < limit) return p;
        int q = endOfLine(p);
        if (c == '=' || c == '|') {
            while (q < limit && !(b[q] == '>' && q + 7 <= limit && isRun(q, '>'))) q = endOfLine(q);
            q = endOfLine(q);
            spend((q - p) >> 3);
        }
        if (!speculating()) damaged(p, q);
        return q;
    }

    private boolean isRun(int p, int c) {
        for (int i = 0; i < 7; i++) if (bytes[p + i] != c) return false;
        return bytes[p - 1] == '\n';
    }

    private int endOfLine(int from) {
        int p = from;
        while (p < limit && bytes[p] != '\n') p++;
        return p < limit ? p + 1 : limit;
    }

    /** Length of a white space that is not of ASCII, or of a control mark that counts as one. */
    private int strangeSpace(int p) {
        int c = bytes[p] & 255;
        if (c == 0x0b || c == 0x0c) return 1;
        if (c == 0xc2) return bytes[p + 1] == (byte) 0xa0 ? 2 : 0;
        if (c < 0xe1 || c > 0xef) return 0;
        int code = ((c & 15) << 12) | ((bytes[p + 1] & 63) << 6) | (bytes[p + 2] & 63);
        boolean space = code == 0xfeff
                || code == 0x2028
                || code == 0x2029
                || code == 0x1680
                || code == 0x3000
                || code == 0x202f
                || code == 0x205f
                || (code >= 0x2000 && code <= 0x200a);
        return space ? 3 : 0;
    }

    private void name(int from) {
        byte[] b = bytes;
        int p = from;
        while (CHARACTERS[b[p] & 255] != 0 && (b[p] >= 0 || strangeSpace(p) == 0)) p++;
        if (b[p] == '\\') p = escapedName(p);
        if (p > limit) p = limit;
        end = p;
        tok = b[p - 1] >= 0 ? word(b, from, p) : NAME;
    }

    /** The end of a name that holds escapes. */
    private int escapedName(int from) {
        byte[] b = bytes;
        int p = from;
        for (; ; ) {
            if (b[p] == '\\' && b[p + 1] == 'u') {
                p += 2;
                if (b[p] == '{') {
                    int q = p + 1;
                    while (q < limit && hex(b[q])) q++;
                    if (b[q] == '}') p = q + 1;
                }
            } else if (CHARACTERS[b[p] & 255] != 0) p++;
            else return p;
        }
    }

    private static boolean hex(int c) {
        return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private void number(int from) {
        byte[] b = bytes;
        int p = from;
        int prefix = b[p + 1] | 32;
        boolean decimal = b[p] != '0' || (prefix != 'x' && prefix != 'b' && prefix != 'o');
        boolean point = b[p] == '.';
        boolean letters = false;
        if (point) p++;
        for (; ; p++) {
            int c = b[p];
            if (c == '.') {
                if (!decimal || point) break;
                point = true;
            } else if ((c == '+' || c == '-') && decimal) {
                if ((b[p - 1] | 32) != 'e' || !digit(b[p + 1])) break;
                point = true;
            } else if (c < 0 || CHARACTERS[c] == 0) break;
            else if (CHARACTERS[c] == PART) letters = true;
        }
        end = Math.min(p, limit);
        tok = NUMBER;
        if (letters) bad = decimal ? !decimalEnds(from) : !digitsEnd(from + 2, prefix);
    }

    /** Whether the letters of a decimal number are an exponent, a suffix, or separators. */
    private boolean decimalEnds(int from) {
        byte[] b = bytes;
        int p = from;
        while (digit(b[p]) || b[p] == '_' || b[p] == '.') p++;
        if ((b[p] | 32) == 'e') {
            p++;
            if (b[p] == '+' || b[p] == '-') p++;
            while (digit(b[p]) || b[p] == '_') p++;
        } else if (b[p] == 'n') p++;
        return p == end;
    }

    private boolean digitsEnd(int from, int prefix) {
        byte[] b = bytes;
        int p = from;
        while (b[p] == '_' || (prefix == 'x' ? hex(b[p]) : digit(b[p]))) p++;
        if (b[p] == 'n') p++;
        return p == end && p > from;
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private void set(int token, int length) {
        tok = token;
        end = start + length;
    }

    private void mark(int p, int c) {
        int single = c < 128 ? SINGLE[c] : 0;
        if (single != 0) {
            tok = single;
            end = p + 1;
            return;
        }
        byte[] b = bytes;
        int d = b[p + 1];
        switch (c) {
            case '.' -> {
                if (digit(d)) number(p);
                else if (d == '.' && b[p + 2] == '.') set(ELLIPSIS, 3);
                else set(DOT, 1);
            }
            case '"', '\'' -> string(p, c);
            case '`' -> template(p + 1, TEMPLATE, TEMPLATE_HEAD);
            case '=' -> {
                if (d == '=') set(b[p + 2] == '=' ? SAME : EQ, b[p + 2] == '=' ? 3 : 2);
                else if (d == '>') set(ARROW, 2);
                else set(ASSIGN, 1);
            }
            case '!' -> {
                if (d == '=') set(b[p + 2] == '=' ? NOT_SAME : NE, b[p + 2] == '=' ? 3 : 2);
                else set(NOT, 1);
            }
            case '+' -> set(d == '+' ? INCREMENT : d == '=' ? ADD_ASSIGN : PLUS, d == '+' || d == '=' ? 2 : 1);
            case '-' -> set(d == '-' ? DECREMENT : d == '=' ? SUB_ASSIGN : MINUS, d == '-' || d == '=' ? 2 : 1);
            case '*' -> {
                if (d == '*') set(b[p + 2] == '=' ? POWER_ASSIGN : POWER, b[p + 2] == '=' ? 3 : 2);
                else set(d == '=' ? MUL_ASSIGN : STAR, d == '=' ? 2 : 1);
            }
            case '/' -> set(d == '=' ? DIV_ASSIGN : SLASH, d == '=' ? 2 : 1);
            case '%' -> set(d == '=' ? MOD_ASSIGN : PERCENT, d == '=' ? 2 : 1);
            case '&' -> {
                if (d == '&') set(b[p + 2] == '=' ? LOGICAL_AND_ASSIGN : LOGICAL_AND, b[p + 2] == '=' ? 3 : 2);
                else set(d == '=' ? AND_ASSIGN : AND, d == '=' ? 2 : 1);
            }
            case '|' -> {
                if (d == '|') set(b[p + 2] == '=' ? LOGICAL_OR_ASSIGN : LOGICAL_OR, b[p + 2] == '=' ? 3 : 2);
                else set(d == '=' ? OR_ASSIGN : OR, d == '=' ? 2 : 1);
            }
            case '^' -> set(d == '=' ? XOR_ASSIGN : XOR, d == '=' ? 2 : 1);
            case '<' -> {
                if (d == '<') set(b[p + 2] == '=' ? SHL_ASSIGN : SHL, b[p + 2] == '=' ? 3 : 2);
                else set(d == '=' ? LE : LT, d == '=' ? 2 : 1);
            }
            case '?' -> {
                if (d == '.' && !digit(b[p + 2])) set(OPTIONAL_CHAIN, 2);
                else if (d == '?') set(b[p + 2] == '=' ? COALESCE_ASSIGN : COALESCE, b[p + 2] == '=' ? 3 : 2);
                else set(QUESTION, 1);
            }
            case '#' -> {
                if (CHARACTERS[d & 255] == PART || d == '\\') {
                    name(p + 1);
                    tok = PRIVATE;
                } else set(UNKNOWN, 1);
            }
            case '\\' -> {
                if (d == 'u') {
                    end = escapedName(p);
                    tok = NAME;
                } else set(UNKNOWN, 1);
            }
            default -> set(UNKNOWN, 1);
        }
        if (tok == UNKNOWN) bad = true;
    }

    private void string(int from, int quote) {
        byte[] b = bytes;
        int p = from + 1;
        for (; ; ) {
            int c = b[p];
            if (c == quote) break;
            if (c == '\\') {
                if (b[p + 1] == '\r' && b[p + 2] == '\n') p++;
                p += 2;
                if (p > limit) p = limit;
            } else if (c == '\n' || c == '\r' || (c == 0 && p >= limit)) {
                bad = true;
                break;
            } else p++;
        }
        end = bad ? Math.min(p, limit) : p + 1;
        tok = STRING;
    }

    /** Reads text of a template up to its end, or up to the next hole. */
    private void template(int from, int whole, int head) {
        byte[] b = bytes;
        int p = from;
        for (; ; ) {
            int c = b[p];
            if (c == '`') {
                end = p + 1;
                tok = whole;
                return;
            }
            if (c == '$' && b[p + 1] == '{') {
                end = p + 2;
                tok = head;
                return;
            }
            if (c == '\\') {
                p += 2;
                if (p > limit) p = limit;
            } else if (c == 0 && p >= limit) {
                bad = true;
                end = limit;
                tok = whole;
                spend((p - from) >> 3);
                return;
            } else p++;
        }
    }

    /** Reads the closing brace of a hole again, as template text. */
    final void rescanTemplate() {
        rescan();
        template(start + 1, TEMPLATE_TAIL, TEMPLATE_MIDDLE);
    }

    /** Reads a slash again, as a regular expression; false when it does not end on its line. */
    final boolean rescanRegex() {
        byte[] b = bytes;
        int p = start + 1;
        boolean in = false;
        for (; ; p++) {
            int c = b[p];
            if (c == '\n' || c == '\r' || p >= limit) {
                spend((p - start) >> 3);
                return false;
            }
            if (c == '\\') p++;
            else if (c == '[') in = true;
            else if (c == ']') in = false;
            else if (c == '/' && !in) break;
        }
        p++;
        while (CHARACTERS[b[p] & 255] != 0) p++;
        rescan();
        end = Math.min(p, limit);
        tok = REGEX;
        return true;
    }

    /** Joins a closing angle with what follows to an operator. */
    final int rescanGreater() {
        byte[] b = bytes;
        int p = start;
        if (b[p + 1] == '>') {
            if (b[p + 2] == '>') set(b[p + 3] == '=' ? USHR_ASSIGN : USHR, b[p + 3] == '=' ? 4 : 3);
            else set(b[p + 2] == '=' ? SHR_ASSIGN : SHR, b[p + 2] == '=' ? 3 : 2);
        } else if (b[p + 1] == '=') set(GE, 2);
        return tok;
    }

    /** Cuts an opening angle off a shift operator. */
    final void splitAngle() {
        if (tok == SHL || tok == SHL_ASSIGN || tok == LE) set(LT, 1);
    }

    /** Lengthens a name by the hyphens that names of tags and attributes may hold. */
    final void rescanTagName() {
        byte[] b = bytes;
        int p = end;
        while (b[p] == '-' || CHARACTERS[b[p] & 255] != 0) p++;
        end = Math.min(p, limit);
        tok = NAME;
    }

    /** Accepts the current token and reads what follows between tags: text, an opening angle or a brace. */
    final void nextBetweenTags() {
        accept();
        if (--steps < 0) steps = fuel.portion();
        commentsBefore = comments;
        bad = false;
        newline = false;
        byte[] b = bytes;
        int p = end;
        start = p;
        while (p < limit && b[p] != '<' && b[p] != '{') p++;
        if (p > start) {
            end = p;
            tok = JSX_TEXT;
        } else if (p >= limit) {
            end = limit;
            tok = EOF;
        } else {
            tok = b[p] == '{' ? OPEN_BRACE : LT;
            end = p + 1;
        }
    }

    /** Accepts the current token and reads the value of an attribute: its strings may go on over lines. */
    final void nextAttributeValue() {
        next();
        if (tok != STRING) return;
        byte[] b = bytes;
        int quote = b[start];
        int p = start + 1;
        while (p < limit && b[p] != quote) p++;
        bad = p >= limit;
        if (bad) spend((p - start) >> 3);
        end = Math.min(p + 1, limit);
    }

    /** The kind of the token after the current one; {@link #peekedNewline} tells whether it is on another line. */
    final int peek() {
        int tokThen = tok;
        int startThen = start;
        int endThen = end;
        boolean newlineThen = newline;
        boolean badThen = bad;
        int commentsThen = comments;
        int beforeThen = commentsBefore;
        scan();
        int peeked = tok;
        peekedNewline = newline;
        peekedEnd = end;
        tok = tokThen;
        start = startThen;
        end = endThen;
        newline = newlineThen;
        bad = badThen;
        comments = commentsThen;
        commentsBefore = beforeThen;
        return peeked;
    }

    boolean peekedNewline;
    int peekedEnd;

    /** A place to come back to. */
    final int[] place() {
        return new int[] {
            tok, start, end, prevEnd, prevTok, newline ? 1 : 0, bad ? 1 : 0, comments, commentsBefore, depth
        };
    }

    final void goBack(int[] place) {
        tok = place[0];
        start = place[1];
        end = place[2];
        prevEnd = place[3];
        prevTok = place[4];
        newline = place[5] == 1;
        bad = place[6] == 1;
        comments = place[7];
        commentsBefore = place[8];
        depth = place[9];
    }
}
