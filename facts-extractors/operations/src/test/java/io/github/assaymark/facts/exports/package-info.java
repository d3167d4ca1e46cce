@NullMarked
package io.github.assaymark.facts.exports;

import org.jspecify.annotations.NullMarked;
