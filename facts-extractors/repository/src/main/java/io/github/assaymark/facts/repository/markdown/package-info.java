/**
 * Facts from Markdown and MDX documents. commonmark-java gives the block structure with source spans; MDX is made plain
 * Markdown before, at the same places.
 */
@NullMarked
package io.github.assaymark.facts.repository.markdown;

import org.jspecify.annotations.NullMarked;
