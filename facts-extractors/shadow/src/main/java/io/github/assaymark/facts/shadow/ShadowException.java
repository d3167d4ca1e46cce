package io.github.assaymark.facts.shadow;

import org.jspecify.annotations.Nullable;

/** The shadow database cannot be used; the message says why and what to do. */
final class ShadowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShadowException(String message) {
        this(message, null);
    }

    ShadowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
