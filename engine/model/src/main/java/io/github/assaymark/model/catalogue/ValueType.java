package io.github.assaymark.model.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of a property or expression.
 *
 * @param kind what it is
 * @param words the constants of an enumeration in their order; empty for every other kind
 * @param enumName simple name of the enumeration; null for every other kind
 */
public record ValueType(Kind kind, @Nullable String enumName, List<String> words) {

    /** The kinds a property can have, with the Java type that carries each. */
    public enum Kind {
        /** {@link String}. */
        TEXT,
        /** {@code int} or {@code long}; within the language always {@link Long}. */
        INTEGER,
        /** {@code boolean}. */
        BOOLEAN,
        /** {@link java.time.Instant}; dates without a time are their first moment in UTC. */
        INSTANT,
        /** {@link java.time.Duration}. */
        DURATION,
        /** {@link io.github.assaymark.model.Quantity}. */
        QUANTITY,
        /** An {@code enum}; within the language its constant's name. */
        ENUM,
        /** {@code List<String>}. */
        TEXT_LIST
    }

    public static final ValueType TEXT = new ValueType(Kind.TEXT, null, List.of());
    public static final ValueType INTEGER = new ValueType(Kind.INTEGER, null, List.of());
    public static final ValueType BOOLEAN = new ValueType(Kind.BOOLEAN, null, List.of());
    public static final ValueType INSTANT = new ValueType(Kind.INSTANT, null, List.of());
    public static final ValueType DURATION = new ValueType(Kind.DURATION, null, List.of());
    public static final ValueType QUANTITY = new ValueType(Kind.QUANTITY, null, List.of());
    public static final ValueType TEXT_LIST = new ValueType(Kind.TEXT_LIST, null, List.of());

    /** Copies the list. */
    public ValueType {
        words = List.copyOf(words);
    }

    /** How error messages and the reference name it. */
    public String display() {
        return kind == Kind.ENUM ? enumName + " " + words : kind.name();
    }
}
