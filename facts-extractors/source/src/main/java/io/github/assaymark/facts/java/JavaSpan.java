package io.github.assaymark.facts.java;

/** A place in a file; lines and columns from 1, the end is the column after the last character. */
record JavaSpan(int startLine, int startColumn, int endLine, int endColumn) {
    /** Whether another place lies within this one. */
    boolean holds(JavaSpan other) {
        boolean begins =
                startLine < other.startLine || (startLine == other.startLine && startColumn <= other.startColumn);
        return begins && (endLine > other.endLine || (endLine == other.endLine && endColumn >= other.endColumn));
    }

    int lines() {
        return endLine - startLine + 1;
    }
}
