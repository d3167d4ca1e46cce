/** Facts from contracts between services that lie in the repository. */
@NullMarked
package io.github.assaymark.facts.contracts;

import org.jspecify.annotations.NullMarked;
