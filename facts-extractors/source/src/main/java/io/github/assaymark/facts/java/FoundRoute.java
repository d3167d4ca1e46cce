package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.WebFramework;
import org.jspecify.annotations.Nullable;

/**
 * A route before its guards are known.
 *
 * @param declared the class that serves it
 * @param at where it is registered
 * @param registeredIn file it is registered in
 * @param handler method that serves it; null when it was not found
 * @param handlerIn file of that method
 * @param handlerName shown name of the handler
 */
record FoundRoute(
        String method,
        String path,
        String originalPath,
        WebFramework framework,
        JavaIndex.Declared declared,
        JavaSpan at,
        JavaUnit registeredIn,
        @Nullable JavaMethod handler,
        @Nullable JavaUnit handlerIn,
        @Nullable String handlerName) {}
