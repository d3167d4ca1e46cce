@NullMarked
package io.github.assaymark.facts.openapi;

import org.jspecify.annotations.NullMarked;
