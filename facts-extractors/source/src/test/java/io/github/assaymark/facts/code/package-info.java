@NullMarked
package io.github.assaymark.facts.code;

import org.jspecify.annotations.NullMarked;
