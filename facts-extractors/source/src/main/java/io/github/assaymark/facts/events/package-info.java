/** Events in source code: the types that registries declare, the calls that publish, and the functions that handle. */
@NullMarked
package io.github.assaymark.facts.events;

import org.jspecify.annotations.NullMarked;
