@NullMarked
package io.github.assaymark.facts.migrations;

import org.jspecify.annotations.NullMarked;
