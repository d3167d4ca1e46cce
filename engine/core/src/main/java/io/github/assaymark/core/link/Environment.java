package io.github.assaymark.core.link;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What expressions read besides facts: the moment and the parameters. Equal when both are. Immutable and safe for use
 * by many threads.
 */
public final class Environment {
    private final Instant now;
    private final Map<String, Object> values;

    private Environment(Instant now, Map<String, Object> values) {
        this.now = now;
        this.values = values;
    }

    /**
     * An environment.
     *
     * @param values of the parameters that are set: {@link String}, {@link Long}, {@link Boolean},
     *     {@link java.time.Duration} or {@code List<String>} by the declared type
     */
    public static Environment of(Instant now, Map<String, Object> values) {
        return new Environment(now, new TreeMap<>(values));
    }

    /** The moment of the assessment. */
    public Instant now() {
        return now;
    }

    /** The value of a parameter; null when it is unset. */
    public @Nullable Object value(String parameter) {
        return values.get(parameter);
    }

    /** Whether a parameter has a value. */
    public boolean isSet(String parameter) {
        return values.containsKey(parameter);
    }

    /** Whether the parameters are those of {@code other}, whatever the moment. */
    public boolean sameParameters(Environment other) {
        return values.equals(other.values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Environment e && now.equals(e.now) && values.equals(e.values);
    }

    @Override
    public int hashCode() {
        return 31 * now.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return now + " " + values;
    }
}
