@NullMarked
package io.github.assaymark.facts.infrastructure;

import org.jspecify.annotations.NullMarked;
