/** Histories of migrations: which tool applies them, in which order, in which transactions, and what they say. */
@NullMarked
package io.github.assaymark.facts.migrations;

import org.jspecify.annotations.NullMarked;
