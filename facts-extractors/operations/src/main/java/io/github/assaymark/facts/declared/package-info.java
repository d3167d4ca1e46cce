/** Files of a repository that say what is meant to be, in the words of the systems that read them. */
@NullMarked
package io.github.assaymark.facts.declared;

import org.jspecify.annotations.NullMarked;
