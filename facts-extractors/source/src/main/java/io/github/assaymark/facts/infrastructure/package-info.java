/**
 * Infrastructure in source code, as SST declares it: resources, their properties by stage, and what the entry loads.
 */
@NullMarked
package io.github.assaymark.facts.infrastructure;

import org.jspecify.annotations.NullMarked;
