package io.github.assaymark.model.rule;

import java.util.List;

/** A text with holes for values, such as the message of a failing item. */
public record Template(List<Part> parts) {
    /** Copies the list. */
    public Template {
        parts = List.copyOf(parts);
    }

    /** A piece of a template. */
    public sealed interface Part {}

    /** Plain text. */
    public record Words(String text) implements Part {}

    /**
     * A value; absent values print as {@code nothing}. A property of a bound fact has the role OWN whichever pattern
     * bound it: the fact is found by the name of its variable. A variable that the failing condition did not bind, as
     * in another branch of an {@code anyOf}, prints as {@code nothing}.
     */
    public record Hole(Expr value) implements Part {}
}
