/** Speed, as ratios within one run: ours against hand-written loops and another rule engine on the same facts. */
@NullMarked
package io.github.assaymark.benchmarks;

import org.jspecify.annotations.NullMarked;
