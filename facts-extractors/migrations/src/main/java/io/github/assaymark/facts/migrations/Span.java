package io.github.assaymark.facts.migrations;

/** Characters of a file, the last not among them. */
record Span(int start, int end) {}
