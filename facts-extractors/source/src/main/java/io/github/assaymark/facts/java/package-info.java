/**
 * Reads Java by javaparser. A file is read into records that are small and hold no syntax tree; what they say is
 * resolved across files afterwards.
 */
@NullMarked
package io.github.assaymark.facts.java;

import org.jspecify.annotations.NullMarked;
