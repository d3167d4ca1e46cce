/** Explains verdicts: judges an item again over the same facts and records what decided it. */
@NullMarked
package io.github.assaymark.core.explain;

import org.jspecify.annotations.NullMarked;
