package io.github.assaymark.facts.sql;

/**
 * One statement of a script. Offsets count UTF-16 units of the script.
 *
 * @param index place among the statements of the script, from 0
 * @param start first character of its first word
 * @param end after its last word, the semicolon left out
 * @param line of the first character, from 1
 * @param column of the first character in UTF-16 units, from 1
 * @param endLine line of the last character, from 1
 * @param endColumn column after the last character, from 1
 * @param firstToken first of its words
 * @param lastToken after the last of its words
 * @param closed whether all of its quotations end
 */
public record SqlStatement(
        int index,
        int start,
        int end,
        int line,
        int column,
        int endLine,
        int endColumn,
        int firstToken,
        int lastToken,
        boolean closed) {}
