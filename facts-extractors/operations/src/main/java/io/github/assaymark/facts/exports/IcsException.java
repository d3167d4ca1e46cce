package io.github.assaymark.facts.exports;

/** Something in an event that was not understood; its message is for a reader. */
final class IcsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IcsException(String message) {
        super(message);
    }
}
