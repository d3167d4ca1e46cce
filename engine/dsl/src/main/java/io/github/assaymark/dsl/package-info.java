/** Checklist text to typed rules: the entry points for programs that compile packs themselves. */
@NullMarked
package io.github.assaymark.dsl;

import org.jspecify.annotations.NullMarked;
