package io.github.assaymark.report;

/** A snapshot file cannot be read; the message names the file, the line where there is one, and what to do. */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SnapshotException(String message) {
        super(message);
    }
}
