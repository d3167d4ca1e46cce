package io.github.assaymark.model.fact;

/** A framework that serves HTTP routes. */
public enum WebFramework {
    /** Hono, with or without zod-openapi. */
    HONO,
    /** Express. */
    EXPRESS,
    /** Fastify. */
    FASTIFY,
    /** NestJS. */
    NESTJS,
    /** Route handlers of Next.js. */
    NEXTJS,
    /** Spring MVC or WebFlux. */
    SPRING,
    /** Jakarta RESTful Web Services. */
    JAX_RS
}
