package io.github.assaymark.facts.migrations;

/**
 * Something about a set of migrations that could not be found out, and that no statement stands for.
 *
 * @param lookedFor for example {@code order of migrations}
 * @param path of the file, or the directory, it is about
 * @param line from 1; 0 for the whole file
 * @param expression as written, at most 200 characters; may be empty
 * @param reason in words
 */
public record HistoryProblem(String lookedFor, String path, int line, String expression, String reason) {
    /** Cuts the expression. */
    public HistoryProblem {
        if (expression.length() > 200) expression = expression.substring(0, 200);
    }

    static HistoryProblem of(String lookedFor, String path, String reason) {
        return new HistoryProblem(lookedFor, path, 0, "", reason);
    }
}
