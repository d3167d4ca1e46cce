/** Applies the migrations of a repository to a PostgreSQL of their own and tells what it did. Never runs unasked. */
@NullMarked
package io.github.assaymark.facts.shadow;

import org.jspecify.annotations.NullMarked;
