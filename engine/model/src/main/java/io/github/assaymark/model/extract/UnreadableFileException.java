package io.github.assaymark.model.extract;

/** A file cannot be read; the message says why in a few words, without the path. */
public final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reason in a few words, for example {@code larger than 16 MiB}. */
    public UnreadableFileException(String reason) {
        super(reason);
    }
}
