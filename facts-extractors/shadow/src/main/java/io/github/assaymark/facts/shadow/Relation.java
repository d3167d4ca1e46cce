package io.github.assaymark.facts.shadow;

import io.github.assaymark.model.fact.RelationKind;

/**
 * A relation of a database.
 *
 * @param key schema, dot and name; the name alone in the default schema
 * @param storage changes when the relation is written anew; 0 when it stores nothing
 * @param table that an index belongs to; 0 for others
 * @param temporary whether it goes with the session
 */
record Relation(long oid, String key, RelationKind kind, long storage, long table, boolean temporary) {}
