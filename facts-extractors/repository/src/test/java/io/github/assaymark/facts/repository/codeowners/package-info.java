@NullMarked
package io.github.assaymark.facts.repository.codeowners;

import org.jspecify.annotations.NullMarked;
