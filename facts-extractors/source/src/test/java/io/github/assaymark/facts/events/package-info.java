@NullMarked
package io.github.assaymark.facts.events;

import org.jspecify.annotations.NullMarked;
