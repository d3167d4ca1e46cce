package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactType;
import org.jspecify.annotations.Nullable;

/** The facts an expression can name: that of its own pattern, and that of the pattern before. */
record Bindings(@Nullable Bound own, @Nullable Bound outer) {
    static final Bindings NONE = new Bindings(null, null);

    record Bound(String variable, FactType type) {}
}
