package io.github.assaymark.facts.projection;

/** An answer that is not in the format of its kind. Its message holds nothing of the answer. */
public final class UnreadableAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String message) {
        super(message);
    }
}
