/** Facts and their coverage, indexed. Internal to the engine: not for users. */
@NullMarked
package io.github.assaymark.core.facts;

import org.jspecify.annotations.NullMarked;
