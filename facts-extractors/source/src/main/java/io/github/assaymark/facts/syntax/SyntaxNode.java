package io.github.assaymark.facts.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a syntax tree. Punctuation and keywords are no nodes, but for operators, which stand in the field
 * {@code operator}. Types are leaves: their text is kept, their structure is not. Immutable; two nodes are equal when
 * they are the same node.
 */
public interface SyntaxNode {
    /** One of the names of {@link SyntaxKind}. */
    String kind();

    /** Its role in its parent, for example {@code arguments}; null when it has none. */
    @Nullable
    String field();

    /** First byte in the file. */
    int start();

    /** Byte after the last. */
    int end();

    /** First line, from 1. */
    int line();

    /** Column of the first character in UTF-16 units, from 1. */
    int column();

    /** Last line, from 1. */
    int endLine();

    /** Column after the last character in UTF-16 units, from 1. */
    int endColumn();

    /** Null for the root. */
    @Nullable
    SyntaxNode parent();

    /** In the order of the text. */
    List<SyntaxNode> children();

    /** The text it covers, as written. */
    String text();

    /** Whether it stands for text that was not understood. */
    default boolean error() {
        return kind().equals(SyntaxKind.ERROR);
    }

    default boolean is(String kind) {
        return kind().equals(kind);
    }

    /** The first child in a field; null when there is none. */
    default @Nullable SyntaxNode child(String field) {
        for (SyntaxNode child : children()) if (field.equals(child.field())) return child;
        return null;
    }

    /** All children in a field. */
    default List<SyntaxNode> children(String field) {
        return children().stream().filter(child -> field.equals(child.field())).toList();
    }

    /** The nearest node around it of a kind; null when there is none. */
    default @Nullable SyntaxNode ancestor(String kind) {
        for (SyntaxNode node = parent(); node != null; node = node.parent()) if (node.is(kind)) return node;
        return null;
    }
}
