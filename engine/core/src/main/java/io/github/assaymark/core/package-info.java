/** The embedding API: {@link io.github.assaymark.core.Assay} judges a snapshot of facts with packs of checklists. */
@NullMarked
package io.github.assaymark.core;

import org.jspecify.annotations.NullMarked;
