package io.github.assaymark.core.explain;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.NearMiss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts that almost meet a pattern which nothing meets. */
final class NearMisses {
    private static final int NEAR = 3;

    private static final Comparator<Candidate> NEAREST = Comparator.comparingInt(
                    (Candidate c) -> c.failed().size())
            .thenComparingInt(Candidate::distance)
            .thenComparing(c -> path(c.fact()))
            .thenComparing(Candidate::fact, Snapshot.order());

    private final Scene scene;

    NearMisses(Scene scene) {
        this.scene = scene;
    }

    /**
     * A fact and how it does.
     *
     * @param failed conjuncts it does not meet; empty when only its owner is wrong
     */
    record Candidate(Fact fact, List<Expr> matched, List<Expr> failed, int distance) {}

    /** The nearest facts, nearest first. Those that have nothing in common with the pattern are left out. */
    List<Candidate> rank(Pattern pattern, @Nullable Fact outer, int limit) {
        List<Expr> conjuncts = Conjuncts.flat(pattern.where());
        List<Candidate> ranked = new ArrayList<>();
        for (Fact fact : scene.candidates(pattern)) {
            Candidate candidate = candidate(fact, outer, conjuncts);
            if (!candidate.failed().isEmpty() && near(candidate)) ranked.add(candidate);
        }
        ranked.sort(NEAREST);
        if (!ranked.isEmpty()) {
            int fewest = ranked.get(0).failed().size();
            ranked.removeIf(candidate -> candidate.failed().size() > fewest + 1);
        }
        return ranked.size() <= limit ? ranked : List.copyOf(ranked.subList(0, limit));
    }

    /** Facts that meet the pattern but belong to another owner. */
    List<Fact> elsewhere(Pattern pattern, @Nullable Fact outer, int limit) {
        if (!scene.scoped(pattern) || pattern.where().isEmpty()) return List.of();
        List<Fact> found = new ArrayList<>();
        for (Fact fact : scene.store().facts(pattern.side(), pattern.factType()))
            if (!fact.owner().equals(scene.owner()) && scene.bindings().holds(pattern.where(), fact, outer))
                found.add(fact);
        found.sort(Snapshot.order());
        return found.size() <= limit ? found : found.subList(0, limit);
    }

    NearMiss describe(Candidate candidate, @Nullable Fact outer) {
        Bindings bindings = scene.bindings();
        List<Expr> read = new ArrayList<>(candidate.matched());
        read.addAll(candidate.failed());
        return new NearMiss(
                bindings.cite(candidate.fact(), Expr.Role.OWN, read),
                candidate.matched().stream().map(bindings.wording(outer)::expr).toList(),
                candidate.failed().stream()
                        .map(conjunct -> Conjuncts.difference(bindings, conjunct, candidate.fact(), outer))
                        .toList());
    }

    NearMiss describeElsewhere(Fact fact, Pattern pattern, @Nullable Fact outer) {
        Bindings bindings = scene.bindings();
        return new NearMiss(
                bindings.cite(fact, Expr.Role.OWN, pattern.where()),
                Conjuncts.flat(pattern.where()).stream()
                        .map(bindings.wording(outer)::expr)
                        .toList(),
                List.of(new NearMiss.Difference(
                        "belongs to '" + scene.owner() + "'",
                        "owner",
                        "'" + fact.owner() + "'",
                        "'" + scene.owner() + "'")));
    }

    private Candidate candidate(Fact fact, @Nullable Fact outer, List<Expr> conjuncts) {
        List<Expr> matched = new ArrayList<>();
        List<Expr> failed = new ArrayList<>();
        int distance = 0;
        for (Expr conjunct : conjuncts) {
            if (scene.bindings().holds(conjunct, fact, outer)) {
                matched.add(conjunct);
            } else {
                failed.add(conjunct);
                distance += Conjuncts.distance(scene.bindings(), conjunct, fact, outer);
            }
        }
        return new Candidate(fact, matched, failed, distance);
    }

    private static boolean near(Candidate candidate) {
        if (candidate.distance() <= NEAR * candidate.failed().size()) return true;
        return candidate.matched().stream().anyMatch(Wording::readsOwn) && candidate.distance() < Conjuncts.STRANGER;
    }

    private static String path(Fact fact) {
        Provenance.File place = fact.provenance().place();
        return place == null ? "" : place.path();
    }
}
