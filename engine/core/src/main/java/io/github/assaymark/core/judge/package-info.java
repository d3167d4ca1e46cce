/** Judges items from matches, coverage and statements by persons. Internal to the engine: not for users. */
@NullMarked
package io.github.assaymark.core.judge;

import org.jspecify.annotations.NullMarked;
