package io.github.assaymark.core.link;

import io.github.assaymark.model.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Facts that together meet a leaf's pattern or patterns, in the roles expressions read them.
 *
 * @param own the fact of the innermost pattern: the fact itself for a match of one pattern, the partner for a pair
 * @param outer the candidate of a pair; null for a match of one pattern
 */
public record Match(Fact own, @Nullable Fact outer) {}
