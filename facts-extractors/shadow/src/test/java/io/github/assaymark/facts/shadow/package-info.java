@NullMarked
package io.github.assaymark.facts.shadow;

import org.jspecify.annotations.NullMarked;
