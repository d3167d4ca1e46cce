@NullMarked
package io.github.assaymark.facts.structured;

import org.jspecify.annotations.NullMarked;
