/** Tests of the replay. */
@NullMarked
package io.github.assaymark.facts.replay;

import org.jspecify.annotations.NullMarked;
