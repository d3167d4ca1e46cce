@NullMarked
package io.github.assaymark.facts.images;

import org.jspecify.annotations.NullMarked;
