/** Programs made for tests. */
@NullMarked
package io.github.assaymark.facts.program;

import org.jspecify.annotations.NullMarked;
