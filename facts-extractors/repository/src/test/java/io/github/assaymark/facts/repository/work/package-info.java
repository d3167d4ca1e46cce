@NullMarked
package io.github.assaymark.facts.repository.work;

import org.jspecify.annotations.NullMarked;
