/** Tests of the public entry points. */
@NullMarked
package io.github.assaymark.dsl;

import org.jspecify.annotations.NullMarked;
