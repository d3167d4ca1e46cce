package io.github.assaymark.model.rule;

import java.util.List;

/** A pack cannot be used; the message lists every problem found, each with its place where it has one. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** The problems in the order of their places; at least one. */
    public PackException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One text for each problem, possibly of several lines. */
    public List<String> problems() {
        return problems;
    }
}
