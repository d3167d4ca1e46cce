package io.github.assaymark.collect;

/**
 * Nothing can be collected as it was asked for: a wrong option, a missing credential, a folder that cannot be written.
 * Its message names the thing and its value, and on a new line how to mend it; it holds no credential.
 */
public final class CollectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A message of two lines. */
    public CollectException(String message) {
        super(message);
    }
}
