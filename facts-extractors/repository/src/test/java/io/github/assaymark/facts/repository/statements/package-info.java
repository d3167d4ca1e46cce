@NullMarked
package io.github.assaymark.facts.repository.statements;

import org.jspecify.annotations.NullMarked;
