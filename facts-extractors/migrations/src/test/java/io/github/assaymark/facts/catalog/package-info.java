@NullMarked
package io.github.assaymark.facts.catalog;

import org.jspecify.annotations.NullMarked;
