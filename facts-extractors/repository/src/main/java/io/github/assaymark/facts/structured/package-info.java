/**
 * YAML, JSON and JSONC files as trees that know the place of every key and value and keep the text as it is written.
 *
 * <p>Nothing is interpreted while reading: {@code NO} stays the text {@code NO}, {@code 1.10} keeps its zero, both
 * entries of a repeated key stay, and an alias stays an alias. Extractors decide what a text means.
 */
@NullMarked
package io.github.assaymark.facts.structured;

import org.jspecify.annotations.NullMarked;
