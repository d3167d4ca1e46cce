package io.github.assaymark.model.rule;

/**
 * A place in checklist text.
 *
 * @param file name as the loader was given it, with {@code /} between parts
 * @param line from 1
 * @param column from 1
 * @param text the source text of the node on its first line
 */
public record SourcePlace(String file, int line, int column, String text) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
