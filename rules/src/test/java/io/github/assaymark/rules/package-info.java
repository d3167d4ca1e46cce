/** Tests of the shipped checklists. */
@NullMarked
package io.github.assaymark.rules;

import org.jspecify.annotations.NullMarked;
