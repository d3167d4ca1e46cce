package io.github.assaymark.facts.typescript;

import java.util.Arrays;

/**
 * Cuts bytes into tokens, one at a time, as the parser asks for them: only the parser knows whether a slash divides,
 * and where text between tags starts.
 */
abstract class Lexer extends Literals {

    private static final int[] SINGLE = new int[128];

    static {
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

    /** Openers that are not closed yet; {@link Token#TEMPLATE_HEAD} for a hole in a template. */
    byte[] brackets = new byte[64];

    int depth;

    boolean peekedNewline;

    int peekedEnd;

    Lexer(byte[] padded, int from, int limit, Fuel fuel) {
        super(padded, from, limit, fuel);
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
        spendToken();
        commentsBefore = comments;
        bad = false;
        newline = false;
        int p = skipTrivia(end);
        start = p;
        if (p >= limit) {
            start = end = limit;
            tok = EOF;
            return;
        }
        int c = bytes[p] & 255;
        byte kind = CHARACTERS[c];
        if (kind == PART) name(p);
        else if (kind == DIGIT) number(p);
        else mark(p, c);
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
        spendToken();
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
