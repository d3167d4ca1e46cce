@NullMarked
package io.github.assaymark.facts.repository.source;

import org.jspecify.annotations.NullMarked;
