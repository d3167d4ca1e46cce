/** The interface between sources and the extractors that turn them into facts. */
@NullMarked
package io.github.assaymark.model.extract;

import org.jspecify.annotations.NullMarked;
