/** PostgreSQL text: words, statements, and what a statement does, without ever giving up on a file. */
@NullMarked
package io.github.assaymark.facts.sql;

import org.jspecify.annotations.NullMarked;
