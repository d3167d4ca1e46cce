/** Rules made executable, and the contract between matching and judging. Internal to the engine: not for users. */
@NullMarked
package io.github.assaymark.core.link;

import org.jspecify.annotations.NullMarked;
