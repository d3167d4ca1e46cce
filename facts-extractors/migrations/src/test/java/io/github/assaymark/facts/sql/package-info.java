@NullMarked
package io.github.assaymark.facts.sql;

import org.jspecify.annotations.NullMarked;
