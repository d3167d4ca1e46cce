/** What is known about fact types: their properties, documentation and access paths. */
@NullMarked
package io.github.assaymark.model.catalogue;

import org.jspecify.annotations.NullMarked;
