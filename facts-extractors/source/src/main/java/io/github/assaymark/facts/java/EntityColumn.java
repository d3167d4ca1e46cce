package io.github.assaymark.facts.java;

import io.github.assaymark.facts.schema.TableFacts;
import org.jspecify.annotations.Nullable;

/**
 * A column of an entity.
 *
 * @param path properties that lead to it, with dots between; null when no property does
 */
record EntityColumn(TableFacts.Column column, @Nullable String path, JavaUnit unit, JavaSpan span) {}
