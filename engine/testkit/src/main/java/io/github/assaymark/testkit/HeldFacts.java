package io.github.assaymark.testkit;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts of one moment, found by the pieces of evidence they are. Used by one thread. */
final class HeldFacts {
    private final Map<Piece, Set<Fact>> byPiece = new LinkedHashMap<>();

    HeldFacts(Collection<Fact> facts) {
        facts.forEach(this::add);
    }

    boolean holds(Piece piece) {
        return byPiece.containsKey(piece);
    }

    boolean contains(Fact fact) {
        return byPiece.getOrDefault(Piece.of(fact), Set.of()).contains(fact);
    }

    /** The facts that are one piece of evidence: several when they are the same but for what they say. */
    List<Fact> of(Piece piece) {
        return List.copyOf(byPiece.getOrDefault(piece, Set.of()));
    }

    /** All, in the order they came in. */
    List<Fact> all() {
        return byPiece.values().stream().flatMap(Set::stream).toList();
    }

    void apply(FactDelta delta) {
        for (Fact fact : delta.removed())
            byPiece.computeIfPresent(
                    Piece.of(fact), (piece, facts) -> facts.remove(fact) && facts.isEmpty() ? null : facts);
        delta.added().forEach(this::add);
    }

    private void add(Fact fact) {
        byPiece.computeIfAbsent(Piece.of(fact), piece -> new LinkedHashSet<>(2)).add(fact);
    }
}
