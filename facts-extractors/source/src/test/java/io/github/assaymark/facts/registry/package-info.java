@NullMarked
package io.github.assaymark.facts.registry;

import org.jspecify.annotations.NullMarked;
