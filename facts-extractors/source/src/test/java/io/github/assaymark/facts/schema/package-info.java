@NullMarked
package io.github.assaymark.facts.schema;

import org.jspecify.annotations.NullMarked;
