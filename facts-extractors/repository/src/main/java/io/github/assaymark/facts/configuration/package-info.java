/** What the repository's {@code assay.yaml} says. */
@NullMarked
package io.github.assaymark.facts.configuration;

import org.jspecify.annotations.NullMarked;
