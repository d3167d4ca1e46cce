package io.github.assaymark.facts.replay;

import io.github.assaymark.model.fact.RelationKind;

/**
 * A sequence.
 *
 * @param table that it goes with; 0 for none
 * @param column of that table; empty for none
 */
record Sequence(int id, String schema, String name, Origin origin, int table, String column) implements Relation {
    @Override
    public RelationKind kind() {
        return RelationKind.SEQUENCE;
    }

    @Override
    public Sequence named(String newSchema, String newName) {
        return new Sequence(id, newSchema, newName, origin, table, column);
    }
}
