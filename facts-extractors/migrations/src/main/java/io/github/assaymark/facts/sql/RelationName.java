package io.github.assaymark.facts.sql;

import org.jspecify.annotations.Nullable;

/**
 * The name of something in a schema, as written but with the case folded.
 *
 * @param schema null when none is written
 */
public record RelationName(@Nullable String schema, String name) {
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
