package io.github.assaymark.facts.alerting;

/** A query that was not understood; the message says why, for a reader. */
final class PromqlSyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    PromqlSyntaxException(String message) {
        super(message);
    }
}
