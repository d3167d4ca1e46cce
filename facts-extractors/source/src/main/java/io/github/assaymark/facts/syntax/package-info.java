/** Syntax trees of source files, whatever parser made them: kinds and fields are named as tree-sitter names them. */
@NullMarked
package io.github.assaymark.facts.syntax;

import org.jspecify.annotations.NullMarked;
