package io.github.assaymark.facts.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parser made of a file. Immutable.
 *
 * @param path of the file
 * @param root a node of kind {@link SyntaxKind#PROGRAM}; without children when the file was refused
 * @param status whether all of it was understood
 * @param damaged what was not understood, in order, without overlaps
 * @param refusal why it was refused, in words; null otherwise
 * @param comments nodes of kind {@link SyntaxKind#COMMENT}, in order; they are no children of other nodes
 */
public record SyntaxTree(
        String path,
        SyntaxNode root,
        Status status,
        List<Damage> damaged,
        @Nullable String refusal,
        List<SyntaxNode> comments) {

    /** How much of a file was understood. */
    public enum Status {
        /** All of it. */
        COMPLETE,
        /** All but the damaged ranges. */
        PARTIAL,
        /** Nothing. */
        REFUSED
    }

    /**
     * A part that was not understood.
     *
     * @param start first byte
     * @param end byte after the last
     * @param line first line, from 1
     * @param endLine last line, from 1
     */
    public record Damage(int start, int end, int line, int endLine) {}

    /** Copies the lists. */
    public SyntaxTree {
        damaged = List.copyOf(damaged);
        comments = List.copyOf(comments);
    }
}
