package io.github.assaymark.facts.structured;

/**
 * Something in a file that was not understood, or not followed.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param message in words for a reader, without the place
 */
public record Problem(Kind kind, int line, int column, String message) {
    /** What is the matter. */
    public enum Kind {
        /** Not well-formed; what follows was not read. */
        SYNTAX,
        /** Larger or deeper than allowed; what follows was not read. */
        LIMIT,
        /** An alias that leads nowhere or into itself; the value is unknown. */
        ALIAS,
        /** A YAML merge key that cannot be expanded; the map may hold more entries. */
        MERGE,
        /** A template that is not YAML before it is rendered. */
        TEMPLATED
    }

    @Override
    public String toString() {
        return line + ":" + column + ": " + message;
    }
}
