/**
 * What of the answers of systems is written into folders of exported state: lists of the fields that are copied, by
 * kind. What is not listed is dropped before anything is written.
 */
@NullMarked
package io.github.assaymark.facts.projection;

import org.jspecify.annotations.NullMarked;
