package io.github.assaymark.facts.projection;

/**
 * What is left of an answer of a system. Immutable.
 *
 * @param text JSON that holds the listed fields only
 * @param redactions kept texts in which something looked like a credential and was replaced
 * @param dropped values that were not copied
 */
public record Projected(String text, int redactions, int dropped) {}
