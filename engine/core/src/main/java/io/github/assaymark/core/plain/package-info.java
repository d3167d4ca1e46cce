/** Matching by hash joins in plain Java: the oracle of the rule network. Internal to the engine: not for users. */
@NullMarked
package io.github.assaymark.core.plain;

import org.jspecify.annotations.NullMarked;
