@NullMarked
package io.github.assaymark.facts.repository.comments;

import org.jspecify.annotations.NullMarked;
