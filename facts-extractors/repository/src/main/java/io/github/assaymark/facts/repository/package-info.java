/** Opens repositories, finds their services and runs the extractors. Internal; the way in is {@code Extractors}. */
@NullMarked
package io.github.assaymark.facts.repository;

import org.jspecify.annotations.NullMarked;
