package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.WebFramework;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route before its guards are known.
 *
 * @param innerPath the path that patterns of security rules are compared with, without what settings put in front; null
 *     when it is not known
 * @param declared the class that serves it
 * @param at where it is registered
 * @param registeredIn file it is registered in
 * @param handler method that serves it; null when it was not found
 * @param handlerIn file of that method
 * @param handlerName shown name of the handler
 * @param conditions annotations among which may be those that register it under a condition only
 */
record FoundRoute(
        String method,
        String path,
        @Nullable String innerPath,
        String originalPath,
        WebFramework framework,
        JavaIndex.Declared declared,
        JavaSpan at,
        JavaUnit registeredIn,
        @Nullable JavaMethod handler,
        @Nullable JavaUnit handlerIn,
        @Nullable String handlerName,
        List<JavaAnnotation> conditions) {}
