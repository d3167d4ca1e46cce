/** Programs of Node that tests compare with. */
@NullMarked
package io.github.assaymark.facts.node;

import org.jspecify.annotations.NullMarked;
