@NullMarked
package io.github.assaymark.facts.projection;

import org.jspecify.annotations.NullMarked;
