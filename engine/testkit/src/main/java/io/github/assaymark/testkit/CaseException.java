package io.github.assaymark.testkit;

import java.util.List;

/** Cases cannot be run; the message lists every problem, each with its file and line. */
public final class CaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** The problems in the order of their places; at least one. */
    public CaseException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One text for each problem, possibly of several lines. */
    public List<String> problems() {
        return problems;
    }
}
