package io.github.assaymark.testkit;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.SearchScope;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence.
 *
 * @param key of a fact; empty for a search
 * @param provenance of a fact; null for a search
 */
record Piece(
        String type, String key, String owner, @Nullable Provenance provenance) {
    static Piece of(FactRef fact) {
        return new Piece(fact.type(), fact.key(), fact.owner(), fact.provenance());
    }

    static Piece of(SearchScope scope) {
        return new Piece(scope.factType(), "", scope.owner(), null);
    }

    boolean isSearch() {
        return provenance == null;
    }

    static Piece of(Fact fact) {
        return new Piece(fact.getClass().getSimpleName(), fact.key(), fact.owner(), fact.provenance());
    }

    @Override
    public String toString() {
        return isSearch() ? "search for " + type + " in `" + owner + "`" : type + " " + key + " of `" + owner + "`";
    }
}
