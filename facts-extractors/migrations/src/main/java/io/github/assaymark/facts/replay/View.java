package io.github.assaymark.facts.replay;

import io.github.assaymark.model.fact.RelationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param query as written
 * @param reads numbers of the relations it reads
 */
record View(
        int id,
        String schema,
        String name,
        Origin origin,
        boolean materialized,
        String query,
        List<Integer> reads,
        @Nullable String owner)
        implements Relation {
    View {
        reads = List.copyOf(reads);
    }

    @Override
    public RelationKind kind() {
        return materialized ? RelationKind.MATERIALIZED_VIEW : RelationKind.VIEW;
    }

    @Override
    public View named(String newSchema, String newName) {
        return new View(id, newSchema, newName, origin, materialized, query, reads, owner);
    }
}
