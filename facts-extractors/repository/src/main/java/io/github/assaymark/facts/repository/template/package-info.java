/** What is left of a template in the services that were copied from it. */
@NullMarked
package io.github.assaymark.facts.repository.template;

import org.jspecify.annotations.NullMarked;
