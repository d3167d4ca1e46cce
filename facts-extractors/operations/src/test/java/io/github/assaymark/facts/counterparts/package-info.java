@NullMarked
package io.github.assaymark.facts.counterparts;

import org.jspecify.annotations.NullMarked;
