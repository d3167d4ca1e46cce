/** The fact types that extractors produce: one record a type. */
@NullMarked
package io.github.assaymark.model.fact;

import org.jspecify.annotations.NullMarked;
