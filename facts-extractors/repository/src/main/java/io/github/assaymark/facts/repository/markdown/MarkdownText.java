package io.github.assaymark.facts.repository.markdown;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document says.
 *
 * @param lines its text, line by line
 * @param pieces what it is made of, in order
 * @param anchors of headings and of HTML elements, in lower case
 * @param problems what was not understood
 */
record MarkdownText(
        List<String> lines, FrontMatter frontMatter, List<Piece> pieces, Set<String> anchors, List<Problem> problems) {

    /** Something that was not understood. */
    record Problem(int line, String reason) {}

    /** A part of the document; lines and columns from 1. */
    sealed interface Piece {
        /** First line. */
        int line();
    }

    /**
     * A heading.
     *
     * @param top whether it stands on its own, not in a quotation or list
     */
    record Heading(int line, int level, String text, String anchor, boolean top) implements Piece {}

    /** Where a text stands that prose is held in. */
    enum Holder {
        PARAGRAPH,
        LIST_ITEM,
        CELL,
        HEADING,
        HTML
    }

    /** A run of prose. */
    record Prose(int line, Holder holder, InlineText text) implements Piece {}

    /** A code block. */
    record Code(int line, String language, String literal) implements Piece {}

    /** A list item. */
    record Item(int line) implements Piece {}

    /** A task list item; {@code whole} is the text of the item with all it holds. */
    record Task(int line, int column, boolean checked, String text, String whole) implements Piece {}

    /** A link as written. */
    record Link(int line, int column, int endColumn, String text, String destination) implements Piece {}

    /** A table; cells as plain text, the first row is the header. */
    record Table(int line, List<Row> rows) implements Piece {}

    /** A row of a table. */
    record Row(int line, List<String> cells) {}

    /** The heading at the start of a section. */
    @Nullable
    String title() {
        for (Piece piece : pieces) {
            if (piece instanceof Heading heading && heading.level() == 1) return heading.text();
        }
        for (FrontMatter.Entry entry : frontMatter.entries()) {
            if (entry.key().equals("title") && entry.value() != null) return entry.value();
        }
        return null;
    }
}
