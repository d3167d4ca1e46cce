package io.github.assaymark.facts.repository.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of a block. Built by one thread, then only read.
 *
 * <p>The prose has the same text with a mark in place of every code span and image, so that nothing in code is taken
 * for prose; it knows the place of each character.
 */
final class InlineText {
    /** Stands for a code span. */
    static final char CODE = '\uFFFC';

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder prose = new StringBuilder();
    private int[] lines = new int[64];
    private int[] columns = new int[64];
    private final List<String> codeSpans = new ArrayList<>();

    void text(String literal, int line, int column) {
        plain.append(literal);
        for (int i = 0; i < literal.length(); i++) append(literal.charAt(i), line, column + i);
    }

    void code(String literal, int line, int column) {
        plain.append(literal);
        codeSpans.add(literal);
        append(CODE, line, column);
    }

    void lineBreak(int line, int column) {
        plain.append('\n');
        append('\n', line, column);
    }

    private void append(char c, int line, int column) {
        int at = prose.length();
        if (at == lines.length) {
            lines = Arrays.copyOf(lines, at * 2);
            columns = Arrays.copyOf(columns, at * 2);
        }
        prose.append(c);
        lines[at] = line;
        columns[at] = column;
    }

    /** Everything a reader sees, with line breaks. */
    String plain() {
        return plain.toString();
    }

    /** The same on one line. */
    String flat() {
        return plain.toString().replace('\n', ' ').strip();
    }

    String prose() {
        return prose.toString();
    }

    List<String> codeSpans() {
        return codeSpans;
    }

    /** Words; a code span counts as one. */
    int words() {
        return Words.count(prose) + codeSpans.size();
    }

    int line(int index) {
        return lines[index];
    }

    int column(int index) {
        return columns[index];
    }
}
