@NullMarked
package io.github.assaymark.facts.routes;

import org.jspecify.annotations.NullMarked;
