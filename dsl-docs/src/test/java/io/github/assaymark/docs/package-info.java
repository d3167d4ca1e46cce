/** Runs the guide and keeps the reference true. */
@NullMarked
package io.github.assaymark.docs;

import org.jspecify.annotations.NullMarked;
