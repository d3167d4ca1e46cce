package io.github.assaymark.facts.typescript;

/** Tokens of more than a mark: names, numbers, strings, templates, regular expressions. */
abstract class Literals extends Trivia {

    static final byte[] CHARACTERS = new byte[256];

    static final byte PART = 1;

    static final byte DIGIT = 2;

    static {
        for (int c = 'a'; c <= 'z'; c++) CHARACTERS[c] = CHARACTERS[c - 32] = PART;
        CHARACTERS['$'] = CHARACTERS['_'] = PART;
        for (int c = '0'; c <= '9'; c++) CHARACTERS[c] = DIGIT;
        for (int c = 128; c < 256; c++) CHARACTERS[c] = PART;
    }

    Literals(byte[] padded, int from, int limit, Fuel fuel) {
        super(padded, from, limit, fuel);
    }

    /** Reads the current token again, in another way. */
    final void rescan() {
        comments = commentsBefore;
        bad = false;
    }

    final void set(int token, int length) {
        tok = token;
        end = start + length;
    }

    final void name(int from) {
        byte[] b = bytes;
        int p = from;
        while (CHARACTERS[b[p] & 255] != 0 && (b[p] >= 0 || strangeSpace(p) == 0)) p++;
        if (b[p] == '\\') p = escapedName(p);
        if (p > limit) p = limit;
        end = p;
        tok = b[p - 1] >= 0 ? word(b, from, p) : NAME;
    }

    /** The end of a name that holds escapes. */
    final int escapedName(int from) {
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

    final void number(int from) {
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

    static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    final void string(int from, int quote) {
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
    final void template(int from, int whole, int head) {
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
}
