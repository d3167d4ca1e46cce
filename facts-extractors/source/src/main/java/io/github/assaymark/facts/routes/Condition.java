package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;

/**
 * Something that must hold for a registration to take place.
 *
 * @param branch the piece of source that runs only then: what stands in the same branch shares the condition
 * @param words for a reader
 */
record Condition(Located branch, String words) {}
