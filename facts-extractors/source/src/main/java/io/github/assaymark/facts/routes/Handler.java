package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What answers a route.
 *
 * @param name of it; null for a function without a name
 * @param function its function or method; null when it was not found
 * @param wrappers what is wrapped around it, outermost first
 */
record Handler(@Nullable String name, @Nullable Located function, List<Middleware> wrappers) {
    static final Handler NONE = new Handler(null, null, List.of());

    Handler {
        wrappers = List.copyOf(wrappers);
    }
}
