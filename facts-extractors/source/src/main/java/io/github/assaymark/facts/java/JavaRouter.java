package io.github.assaymark.facts.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that gives a router function of Spring.
 *
 * @param method its name
 * @param entries the routes that are written out
 * @param others other methods of the class whose routes it takes in
 * @param opens parts whose routes are not known
 * @param filtered whether functions run before its handlers
 */
record JavaRouter(
        String method, List<Entry> entries, List<Other> others, List<Open> opens, boolean filtered, JavaSpan span) {

    /**
     * A route.
     *
     * @param methods HTTP methods; empty for all
     * @param path parts of the path, outermost first
     * @param handlerOn variable, type or {@code this} that the method reference is on; null when the handler is no
     *     method reference
     * @param handler name of that method
     */
    record Entry(
            List<String> methods,
            List<JavaValue> path,
            @Nullable String handlerOn,
            @Nullable String handler,
            JavaSpan span) {}

    /** Routes of another method, below a path. */
    record Other(String method, List<JavaValue> path, JavaSpan span) {}

    /** A part that is not known. */
    record Open(String source, String reason, JavaSpan span) {}
}
