@NullMarked
package io.github.assaymark.facts.java;

import org.jspecify.annotations.NullMarked;
