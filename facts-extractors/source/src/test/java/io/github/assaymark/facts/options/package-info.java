@NullMarked
package io.github.assaymark.facts.options;

import org.jspecify.annotations.NullMarked;
