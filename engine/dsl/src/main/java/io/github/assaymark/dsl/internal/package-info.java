/** The compiler of checklist text: caps, parser, translator, checker, codec and cache. Not for use from outside. */
@NullMarked
package io.github.assaymark.dsl.internal;

import org.jspecify.annotations.NullMarked;
