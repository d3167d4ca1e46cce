package io.github.assaymark.model.verdict;

import org.jspecify.annotations.Nullable;

/**
 * One located place where an item is not met.
 *
 * @param fingerprint identity that survives shifted lines and changed values; 32 hexadecimal digits
 * @param message one line, without a final period
 * @param fact the offending fact; null for an absence
 * @param observed what was found there, in a few words; null when the message says it all
 * @param expected what is demanded instead, in a few words; null when the message says it all
 */
public record Finding(
        String fingerprint,
        String message,
        @Nullable FactRef fact,
        @Nullable String observed,
        @Nullable String expected) {

    /** A finding whose message says it all. */
    public Finding(String fingerprint, String message, @Nullable FactRef fact) {
        this(fingerprint, message, fact, null, null);
    }
}
