@NullMarked
package io.github.assaymark.facts.generated;

import org.jspecify.annotations.NullMarked;
