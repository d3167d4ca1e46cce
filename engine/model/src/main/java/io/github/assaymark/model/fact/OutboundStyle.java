package io.github.assaymark.model.fact;

/** How another system is called. */
public enum OutboundStyle {
    /** By fetch or one of its aliases. */
    FETCH,
    /** By a general HTTP client. */
    HTTP_CLIENT,
    /** By a client made for that system. */
    SDK
}
