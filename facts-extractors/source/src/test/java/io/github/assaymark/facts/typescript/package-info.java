@NullMarked
package io.github.assaymark.facts.typescript;

import org.jspecify.annotations.NullMarked;
