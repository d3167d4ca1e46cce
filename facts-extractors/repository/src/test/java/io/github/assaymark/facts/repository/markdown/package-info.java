@NullMarked
package io.github.assaymark.facts.repository.markdown;

import org.jspecify.annotations.NullMarked;
