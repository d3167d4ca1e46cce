/** Options of libraries that source code sets. */
@NullMarked
package io.github.assaymark.facts.options;

import org.jspecify.annotations.NullMarked;
