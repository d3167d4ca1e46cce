package io.github.assaymark.facts.structured;

/** How a value is written. */
public enum Style {
    /** A YAML scalar without quotes; a JSON number, {@code true}, {@code false} or {@code null}. */
    PLAIN,
    /** {@code 'text'}. */
    SINGLE_QUOTED,
    /** {@code "text"}. */
    DOUBLE_QUOTED,
    /** A YAML block after {@code |}. */
    LITERAL,
    /** A YAML block after {@code >}. */
    FOLDED,
    /** A YAML map or list by indentation. */
    BLOCK,
    /** A map or list in brackets. */
    FLOW
}
