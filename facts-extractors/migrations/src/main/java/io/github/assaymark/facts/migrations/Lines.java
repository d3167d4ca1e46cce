package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.SqlStatement;
import java.util.Arrays;

/** Where the lines of a text begin. Immutable. */
final class Lines {
    private final int[] starts;

    private Lines(int[] starts) {
        this.starts = starts;
    }

    static Lines of(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (lines == starts.length) starts = Arrays.copyOf(starts, lines * 2);
            starts[lines++] = i + 1;
        }
        return new Lines(Arrays.copyOf(starts, lines));
    }

    /** Line of an offset, from 1. */
    int line(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }

    /** A piece of code that is not read; it has no words. */
    SqlStatement place(Span span) {
        int start = span.start();
        int end = span.end();
        return new SqlStatement(0, start, end, line(start), column(start), line(end), column(end), 0, 0, true);
    }
}
