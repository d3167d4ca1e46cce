package io.github.assaymark.facts.typescript;

import java.util.Arrays;

/** The place in a file, and the white space, comments and left-over merge markers that stand between tokens. */
abstract class Trivia extends Token {

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

    int commentsBefore;

    private final Fuel fuel;

    private int steps;

    Trivia(byte[] padded, int from, int limit, Fuel fuel) {
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

    /** Counts one token. */
    final void spendToken() {
        if (--steps < 0) steps = fuel.portion();
    }

    /** The place of the next mark that is no white space and no comment; notes down comments and new lines. */
    final int skipTrivia(int from) {
        int p = from;
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
                    else return p;
                } else if (c == '<' || c == '=' || c == '>' || c == '|') {
                    int after = conflict(p, c);
                    if (after == p) return p;
                    newline = true;
                    p = after;
                } else return p;
            } else {
                int space = strangeSpace(p);
                if (space == 0) return p;
                if (space == 3 && (b[p + 2] == (byte) 0xa8 || b[p + 2] == (byte) 0xa9)) newline = true;
                p += space;
            }
        }
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
    final int strangeSpace(int p) {
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
}
