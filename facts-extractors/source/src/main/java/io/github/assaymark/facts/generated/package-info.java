/** Files that tools wrote: what they say they were made from, and whether that is still true. */
@NullMarked
package io.github.assaymark.facts.generated;

import org.jspecify.annotations.NullMarked;
