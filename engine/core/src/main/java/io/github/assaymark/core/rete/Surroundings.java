package io.github.assaymark.core.rete;

import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Reads;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The environment as facts of the network: one for rules that read the moment, one for those that read parameters and
 * one for those that read both, so that the passing of time leaves rules alone that only read parameters.
 */
sealed interface Surroundings {
    /** Stands in where an expression reads no environment. */
    Environment NONE = Environment.of(Instant.EPOCH, Map.of());

    Environment environment();

    /** For rules that read {@code now} only. */
    record Clock(Environment environment) implements Surroundings {}

    /** For rules that read parameters only. */
    record Settings(Environment environment) implements Surroundings {}

    /** For rules that read both. */
    record Both(Environment environment) implements Surroundings {}

    /** The kind rules with these reads need. */
    static Class<? extends Surroundings> kind(Reads reads) {
        if (reads.parameters().isEmpty()) return Clock.class;
        return reads.now() ? Both.class : Settings.class;
    }

    /** The same kind in another environment. */
    default Surroundings in(Environment next) {
        if (this instanceof Clock) return new Clock(next);
        return this instanceof Settings ? new Settings(next) : new Both(next);
    }

    static List<Surroundings> of(Environment environment) {
        return List.of(new Clock(environment), new Settings(environment), new Both(environment));
    }

    /** Whether nothing a rule with this fact reads differs in {@code next}. */
    default boolean holdsIn(Environment next) {
        boolean sameNow = this instanceof Settings || environment().now().equals(next.now());
        boolean sameParameters = this instanceof Clock || environment().sameParameters(next);
        return sameNow && sameParameters;
    }
}
