package io.github.assaymark.model.verdict;

import org.jspecify.annotations.Nullable;

/**
 * A fact, or the absence of facts, that speaks for or against an item.
 *
 * @param fact the fact; null for an absence
 * @param scope where facts were looked for and not found; null for a fact
 * @param message what it says, in one line
 */
public record Evidence(
        Role role, @Nullable FactRef fact, @Nullable SearchScope scope, String message) {
    /** What evidence says of the item. */
    public enum Role {
        SUPPORTS,
        CONTRADICTS,
        /** A fact that was looked for is not there. */
        ABSENT,
        /** A fact that neither supports nor contradicts, and is why the outcome is open. */
        OPEN
    }
}
