/** The exported system catalogue of a database, and the script that exports it. */
@NullMarked
package io.github.assaymark.facts.catalog;

import org.jspecify.annotations.NullMarked;
