package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a name stands for while registrations are followed. */
sealed interface Bound {
    /**
     * An application, perhaps under a base path.
     *
     * @param prefix put before every path that is registered through it
     */
    record AppRef(App app, String prefix) implements Bound {}

    /** A path of an application that methods are chained to. */
    record RouteChain(AppRef ref, String path) implements Bound {}

    /**
     * An object with applications in its fields.
     *
     * @param declaration its class; null for an object literal
     */
    record Instance(@Nullable Located declaration, Map<String, Bound> fields, Map<String, Located> values)
            implements Bound {
        static Instance of(@Nullable Located declaration) {
            return new Instance(declaration, new TreeMap<>(), new TreeMap<>());
        }
    }
}
