/** What migrations do: the schema after each of them, the locks they take, and whether they can be taken back. */
@NullMarked
package io.github.assaymark.facts.replay;

import org.jspecify.annotations.NullMarked;
