package io.github.assaymark.core.judge;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.ExplanationNode;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The least an explanation must say: the outcome, and the value of every part of the condition. */
public final class BriefExplainer implements Explainer {
    @Override
    public Explanation explain(Bench bench, Verdict verdict) {
        Item item = verdict.item();
        Fact subject = bench.subject(verdict.subject());
        Condition appliesIf = item.appliesIf();
        boolean judged = subject != null;
        ExplanationNode applicability = judged && appliesIf != null ? node(bench, item, appliesIf, subject, "a") : null;
        boolean applies = applicability == null || applicability.value() instanceof Truth.True;
        ExplanationNode tree = judged && applies ? node(bench, item, item.condition(), subject, "1") : null;
        return new Explanation(
                headline(verdict),
                applicability,
                tree,
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                item.fix(),
                List.of(),
                item.place());
    }

    @Override
    public Set<String> fingerprints(Bench bench, Item item, SubjectRef subject) {
        return Set.of();
    }

    private static String headline(Verdict verdict) {
        Outcome outcome = verdict.outcome();
        String why = outcome instanceof Outcome.Unknown unknown
                ? " (" + unknown.reason() + ")"
                : outcome instanceof Outcome.Errored error ? " (" + error.message() + ")" : "";
        return outcome.kind() + why + ": " + verdict.item().title() + ", on " + verdict.subject();
    }

    private static ExplanationNode node(
            Bench bench, Item item, Condition condition, @Nullable Fact subject, String id) {
        List<ExplanationNode> children = new ArrayList<>();
        List<Condition> parts = condition instanceof Condition.AllOf all
                ? all.parts()
                : condition instanceof Condition.AnyOf any ? any.parts() : List.of();
        for (Condition part : parts) children.add(node(bench, item, part, subject, id + "." + (children.size() + 1)));
        Truth value =
                subject == null ? new Truth.Errored("the subject is gone") : bench.truth(item, condition, subject);
        String label = condition.label();
        return new ExplanationNode(
                id,
                condition.getClass().getSimpleName(),
                label == null ? condition.place().text() : label,
                condition.place(),
                value,
                null,
                null,
                List.of(),
                0,
                false,
                children);
    }
}
