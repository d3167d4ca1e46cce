package io.github.assaymark.collect;

import org.jspecify.annotations.Nullable;

/**
 * Something that a collector can be told. Immutable.
 *
 * @param name without the dashes before it: lower case, with dashes between words
 * @param type of its value
 * @param label what stands for the value in help, for example {@code OWNER/REPO}
 * @param description one sentence without a final period
 * @param required whether it must be given
 * @param repeatable whether it may be given more than once
 * @param otherwise what holds when it is not given; null when nothing does
 */
public record CollectorOption(
        String name,
        Type type,
        String label,
        String description,
        boolean required,
        boolean repeatable,
        @Nullable String otherwise) {

    /** Types of values. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A whole number that is not negative. */
        NUMBER,
        /** An address of HTTP without user, query and fragment. */
        URL,
        /** Given or not, without a value. */
        FLAG,
        /** {@code 90s}, {@code 15m}, {@code 24h} or {@code 14d}. */
        DURATION,
        /** {@code 2026-03-02T09:30:00Z}. */
        INSTANT
    }

    /** One that may be given once. */
    public static CollectorOption of(String name, Type type, String label, String description) {
        return new CollectorOption(name, type, label, description, false, false, null);
    }

    /** A flag. */
    public static CollectorOption flag(String name, String description) {
        return new CollectorOption(name, Type.FLAG, "", description, false, false, null);
    }

    /** The same, which must be given. */
    public CollectorOption needed() {
        return new CollectorOption(name, type, label, description, true, repeatable, otherwise);
    }

    /** The same, which may be given more than once. */
    public CollectorOption repeated() {
        return new CollectorOption(name, type, label, description, required, true, otherwise);
    }

    /** The same with a value that holds when it is not given. */
    public CollectorOption otherwise(String value) {
        return new CollectorOption(name, type, label, description, required, repeatable, value);
    }
}
