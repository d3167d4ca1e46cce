package io.github.assaymark.report;

/** A line of a snapshot is not what it must be; the message says what is wrong, without the place. */
final class Mismatch extends Exception {
    private static final long serialVersionUID = 1L;

    Mismatch(String message) {
        super(message);
    }
}
