/** The {@code assay.yaml} of a judged repository. */
@NullMarked
package io.github.assaymark.facts.configuration;

import org.jspecify.annotations.NullMarked;
