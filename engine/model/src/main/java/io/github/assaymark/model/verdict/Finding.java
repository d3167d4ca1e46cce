package io.github.assaymark.model.verdict;

import org.jspecify.annotations.Nullable;

/**
 * One located place where an item is not met.
 *
 * @param fingerprint identity that survives shifted lines and changed values; 32 hexadecimal digits
 * @param message one line, without a final period
 * @param fact the offending fact; null for an absence
 */
public record Finding(
        String fingerprint, String message, @Nullable FactRef fact) {}
