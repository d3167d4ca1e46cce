/** Files that images of containers are built from. */
@NullMarked
package io.github.assaymark.facts.images;

import org.jspecify.annotations.NullMarked;
