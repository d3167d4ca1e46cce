package io.github.assaymark.testkit;

import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.ExplanationNode;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the evidence of one PASS away, piece by piece. */
final class Mutation {
    private final ItemCase item;
    private final Snapshot facts;
    private final LiveAssessment live;

    Mutation(ItemCase item, Snapshot facts, LiveAssessment live) {
        this.item = item;
        this.facts = facts;
        this.live = live;
    }

    List<Mutant> all() {
        Verdict verdict = Judgement.verdict(item, live.assessment());
        if (verdict == null || verdict.outcome().kind() != Outcome.Kind.PASS)
            throw new IllegalArgumentException(item + " does not pass");
        Explanation explanation = verdict.explanation();
        Map<String, FactDelta> deltas = new LinkedHashMap<>();
        Set<String> cited = cited(explanation);
        for (Fact fact : facts.facts())
            if (cited.contains(name(fact)) && !(fact instanceof Now))
                deltas.put(name(fact), new FactDelta(List.of(fact), List.of()));
        for (Evidence evidence : explanation.evidence()) {
            SearchScope scope = evidence.scope();
            if (scope != null)
                deltas.put("search for " + scope.factType() + " in `" + scope.owner() + "`", broken(scope));
        }
        List<Mutant> mutants = new ArrayList<>();
        deltas.forEach((removed, delta) -> {
            if (!delta.isEmpty()) mutants.add(new Mutant(item, removed, fate(removed, delta)));
        });
        return mutants;
    }

    private FactDelta broken(SearchScope scope) {
        List<Fact> whole = new ArrayList<>();
        List<Fact> partial = new ArrayList<>();
        for (Coverage c : scope.coverage()) {
            if (!facts.facts().contains(c)) continue;
            whole.add(c);
            partial.add(new Coverage(
                    c.key(),
                    c.owner(),
                    c.provenance(),
                    c.extractor(),
                    c.factType(),
                    Coverage.Status.PARTIAL,
                    c.matched() + 1,
                    c.read(),
                    c.failed() + 1,
                    c.looked(),
                    List.of(new Coverage.Gap("mutant", 0, "taken away"))));
        }
        return new FactDelta(whole, partial);
    }

    private Mutant.Fate fate(String removed, FactDelta delta) {
        live.apply(delta);
        try {
            Verdict verdict = Judgement.verdict(item, live.assessment());
            if (verdict == null || verdict.outcome().kind() != Outcome.Kind.PASS) return Mutant.Fate.GONE;
            Set<String> left = cited(verdict.explanation());
            return left.isEmpty() || left.contains(removed) ? Mutant.Fate.UNFOUNDED : Mutant.Fate.ON_OTHER_EVIDENCE;
        } finally {
            live.apply(delta.inverse());
        }
    }

    /** What supports the PASS: facts by type, owner and key, and searches that found nothing. */
    private static Set<String> cited(Explanation explanation) {
        Set<String> cited = new LinkedHashSet<>();
        for (Evidence evidence : explanation.evidence()) {
            if (evidence.fact() != null) cited.add(name(evidence.fact()));
            SearchScope scope = evidence.scope();
            if (scope != null && scope.complete())
                cited.add("search for " + scope.factType() + " in `" + scope.owner() + "`");
        }
        if (explanation.tree() != null) decisive(explanation.tree(), cited);
        return cited;
    }

    private static void decisive(ExplanationNode node, Set<String> cited) {
        if (node.decisive()) node.witnesses().forEach(witness -> cited.add(name(witness)));
        node.children().forEach(child -> decisive(child, cited));
    }

    private static String name(FactRef ref) {
        return ref.type() + " " + ref.key() + " of `" + ref.owner() + "`";
    }

    private static String name(Fact fact) {
        return fact.getClass().getSimpleName() + " " + fact.key() + " of `" + fact.owner() + "`";
    }
}
