/** Database schemas and queries in source code. */
@NullMarked
package io.github.assaymark.facts.schema;

import org.jspecify.annotations.NullMarked;
