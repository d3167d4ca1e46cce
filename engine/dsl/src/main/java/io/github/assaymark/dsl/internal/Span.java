package io.github.assaymark.dsl.internal;

/** A stretch of text: lines and columns from 1, the end column after the last character. */
record Span(int line, int column, int endLine, int endColumn) {
    static final Span START = new Span(1, 1, 1, 1);

    /** From the start of this one to the end of {@code last}. */
    Span to(Span last) {
        return new Span(line, column, last.endLine, last.endColumn);
    }

    boolean startsBefore(Span other) {
        return line < other.line || (line == other.line && column < other.column);
    }
}
