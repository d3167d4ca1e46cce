package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.WebFramework;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route as it is served, and everything that runs before its handler or nearly does.
 *
 * @param path full, with parameters in braces
 * @param original as written where it is registered
 * @param marked whether the handler is marked as public
 */
record Served(
        WebFramework framework,
        String method,
        String path,
        String original,
        Handler handler,
        Description description,
        List<Met> guards,
        boolean conditional,
        boolean marked,
        Located at) {
    Served {
        guards = List.copyOf(guards);
    }

    /**
     * Something that runs before the handler, or nearly does.
     *
     * @param registered where it is registered
     * @param conditional whether it is only registered, or only runs, under a condition
     * @param miss why not every request meets it, in words; null when every one does
     */
    record Met(
            Middleware middleware,
            GuardVia via,
            Located registered,
            boolean conditional,
            @Nullable String miss) {

        /** What stands before one handler, or all that a pattern covers. */
        static Met of(Middleware middleware, GuardVia via, Located registered) {
            String condition = middleware.condition();
            String miss = condition == null && !middleware.resolved() ? "it is not known what it is" : condition;
            return new Met(middleware, via, registered, condition != null, miss);
        }
    }
}
