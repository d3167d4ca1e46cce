/** Tests of the compiler. */
@NullMarked
package io.github.assaymark.dsl.internal;

import org.jspecify.annotations.NullMarked;
