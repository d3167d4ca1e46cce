/**
 * HTTP routes of TypeScript and JavaScript sources, and what guards them: Hono, zod-openapi, Express, Fastify, NestJS
 * and Next.js.
 */
@NullMarked
package io.github.assaymark.facts.routes;

import org.jspecify.annotations.NullMarked;
