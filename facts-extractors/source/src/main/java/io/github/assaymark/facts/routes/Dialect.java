package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import org.jspecify.annotations.Nullable;

/** How one framework makes applications and registers on them. Keeps no state. */
interface Dialect {
    /** The application a call or {@code new} makes; null when it makes none. */
    @Nullable
    App create(Located call, Callee callee, Frame frame);

    /**
     * A method called on an application.
     *
     * @return what the call gives, as far as it leads to an application; null otherwise
     */
    @Nullable
    Bound call(Bound.AppRef ref, String method, Located call, Frame frame);

    /** A method called on a path of an application. */
    default @Nullable Bound chain(Bound.RouteChain chain, String method, Located call, Frame frame) {
        return null;
    }
}
