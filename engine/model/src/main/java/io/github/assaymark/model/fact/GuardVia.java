package io.github.assaymark.model.fact;

/** How something that runs before a handler was registered. */
public enum GuardVia {
    /** For the whole application. */
    GLOBAL,
    /** For a path, ahead of the routes. */
    USE,
    /** In the object that describes the route. */
    ROUTE_OBJECT,
    /** As an argument ahead of the handler. */
    ARGUMENT,
    /** By a decorator or annotation on the class or method. */
    DECORATOR,
    /** In a security filter chain. */
    FILTER_CHAIN,
    /** Called in the handler itself. */
    HANDLER_CALL
}
