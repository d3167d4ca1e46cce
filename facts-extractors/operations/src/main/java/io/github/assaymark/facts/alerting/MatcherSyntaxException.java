package io.github.assaymark.facts.alerting;

/** A condition on labels that is none; the message says why, for a reader. */
final class MatcherSyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    MatcherSyntaxException(String message) {
        super(message);
    }
}
