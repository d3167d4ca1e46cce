package io.github.assaymark.facts.routes;

import org.jspecify.annotations.Nullable;

/**
 * What a registration says of a route for readers of the API description.
 *
 * @param operationId null when none is given
 */
record Description(@Nullable String operationId, boolean typed, boolean described, boolean exampled) {
    static final Description NONE = new Description(null, false, false, false);
}
