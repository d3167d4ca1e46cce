package io.github.assaymark.model.extract;

import java.util.List;

/** A repository cannot be scanned; the message says why, with file and line where there are such, and what to do. */
public final class ScanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** The problems in the order of their places; at least one. */
    public ScanException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One text for each problem, possibly of several lines. */
    public List<String> problems() {
        return problems;
    }
}
