package io.github.assaymark.facts.java;

/** A place in a file; lines and columns from 1, the end is the column after the last character. */
record JavaSpan(int startLine, int startColumn, int endLine, int endColumn) {
    int lines() {
        return endLine - startLine + 1;
    }
}
