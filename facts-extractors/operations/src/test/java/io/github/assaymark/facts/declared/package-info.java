@NullMarked
package io.github.assaymark.facts.declared;

import org.jspecify.annotations.NullMarked;
