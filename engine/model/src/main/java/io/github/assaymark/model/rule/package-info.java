/** Checklists as typed, immutable data: what the language is compiled to and the engine judges. */
@NullMarked
package io.github.assaymark.model.rule;

import org.jspecify.annotations.NullMarked;
