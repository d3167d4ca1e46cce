package io.github.assaymark.testkit;

import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.ExplanationNode;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.Verdict;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a verdict rests on, as explanations tell: its own, and those of the verdicts it rests on. */
final class Support {
    private final Set<Piece> pieces = new LinkedHashSet<>();
    private final Map<Piece, SearchScope> searches = new LinkedHashMap<>();

    private Support() {}

    static Support of(Verdict verdict, Assessment assessment) {
        Support support = new Support();
        support.add(verdict, assessment, new HashSet<>());
        return support;
    }

    /** Facts and complete searches, in the order of the explanations. */
    Set<Piece> pieces() {
        return pieces;
    }

    /** Where a search looked. */
    SearchScope scope(Piece search) {
        SearchScope scope = searches.get(search);
        if (scope == null) throw new IllegalArgumentException(search + " is no search of this verdict");
        return scope;
    }

    private void add(Verdict verdict, Assessment assessment, Set<Verdict> seen) {
        if (!seen.add(verdict)) return;
        Explanation explanation = verdict.explanation();
        for (Evidence evidence : explanation.evidence()) {
            if (evidence.fact() != null) pieces.add(Piece.of(evidence.fact()));
            SearchScope scope = evidence.scope();
            if (scope == null || !scope.complete()) continue;
            Piece search = Piece.of(scope);
            pieces.add(search);
            searches.put(search, scope);
        }
        if (explanation.tree() != null) witnesses(explanation.tree());
        follow(verdict.item().condition(), assessment, seen);
    }

    private void witnesses(ExplanationNode node) {
        if (node.decisive()) for (FactRef witness : node.witnesses()) pieces.add(Piece.of(witness));
        node.children().forEach(this::witnesses);
    }

    private void follow(Condition condition, Assessment assessment, Set<Verdict> seen) {
        if (condition instanceof Condition.AllOf all) all.parts().forEach(part -> follow(part, assessment, seen));
        if (condition instanceof Condition.AnyOf any) any.parts().forEach(part -> follow(part, assessment, seen));
        if (!(condition instanceof Condition.VerdictOf of)) return;
        for (Verdict verdict : assessment.verdicts())
            if (of.items().contains(verdict.item().id())
                    && (verdict.outcome() instanceof Outcome.Pass
                            || verdict.outcome() instanceof Outcome.NotApplicable)) add(verdict, assessment, seen);
    }
}
