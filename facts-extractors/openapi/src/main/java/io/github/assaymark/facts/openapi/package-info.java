/**
 * Facts from OpenAPI descriptions.
 *
 * <p>The facts are read from our own tree, which knows every place and keeps every text. Swagger Parser reads the same
 * tree into its model and is the second opinion: what it complains about, or does not find, is a gap of the coverage.
 */
@NullMarked
package io.github.assaymark.facts.openapi;

import org.jspecify.annotations.NullMarked;
