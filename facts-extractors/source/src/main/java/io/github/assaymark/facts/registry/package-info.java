/**
 * Registries in source code: exported literals that list what there is. Scopes, consent texts, rate limits, error
 * codes, scheduled jobs, and the plain entries of every literal that calls itself a registry.
 */
@NullMarked
package io.github.assaymark.facts.registry;

import org.jspecify.annotations.NullMarked;
