/**
 * A tolerant parser of TypeScript, TSX, JavaScript and JSX. It reads bytes into arrays of numbers, without a token or
 * node object on the way; types are recognised and skipped. What it does not understand it skips up to the next list
 * element, class member or statement.
 */
@NullMarked
package io.github.assaymark.facts.typescript;

import org.jspecify.annotations.NullMarked;
