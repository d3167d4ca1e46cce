/** What extractors share: bounded work on many files, and the account of what was read. */
@NullMarked
package io.github.assaymark.facts.repository.work;

import org.jspecify.annotations.NullMarked;
