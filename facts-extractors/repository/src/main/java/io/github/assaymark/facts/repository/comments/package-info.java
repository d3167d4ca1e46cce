/** Notes in the comments of source files. */
@NullMarked
package io.github.assaymark.facts.repository.comments;

import org.jspecify.annotations.NullMarked;
