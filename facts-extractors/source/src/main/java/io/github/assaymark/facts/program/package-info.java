/**
 * TypeScript and JavaScript programs as extractors see them: modules, what names stand for, which values are constant,
 * and what a call calls. Nothing is guessed: what source code leaves open is
 * {@link io.github.assaymark.facts.program.Value.Open}.
 */
@NullMarked
package io.github.assaymark.facts.program;

import org.jspecify.annotations.NullMarked;
