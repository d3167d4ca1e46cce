/** Facts about files as such. */
@NullMarked
package io.github.assaymark.facts.repository.files;

import org.jspecify.annotations.NullMarked;
