package io.github.assaymark.testkit;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.ExplanationNode;
import io.github.assaymark.model.verdict.Finding;
import io.github.assaymark.model.verdict.NearMiss;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares a verdict with what a case expects. */
final class Judgement {
    private final ItemCase item;
    private final List<String> differences = new ArrayList<>();

    private Judgement(ItemCase item) {
        this.item = item;
    }

    static CaseResult of(ItemCase item, Assessment assessment) {
        return new Judgement(item).compare(assessment);
    }

    private CaseResult compare(Assessment assessment) {
        Verdict verdict = verdict(item, assessment);
        if (verdict == null) {
            TreeSet<String> subjects = new TreeSet<>();
            for (Verdict v : assessment.verdicts())
                if (v.item().id().equals(item.item())) subjects.add(v.subject().key());
            differences.add(
                    subjects.isEmpty()
                            ? "no pack has an item " + item.item()
                            : "no verdict on `" + item.subject() + "`, only on " + subjects);
            return new CaseResult(item, null, "", differences);
        }
        Explanation explanation = verdict.explanation();
        String text = explanation.render();
        Expectation expected = item.expected();
        outcome(verdict.outcome(), expected);
        String disposition = expected.disposition() == null ? "NONE" : expected.disposition();
        differs("disposition", disposition, verdict.disposition().word());
        if (expected.at() != null) place(expected.at(), explanation);
        String shown = (text + labels(explanation)).toLowerCase(Locale.ROOT);
        for (String words : expected.says())
            if (!shown.contains(words.toLowerCase(Locale.ROOT)))
                differences.add("the explanation does not say `" + words + "`");
        return new CaseResult(item, verdict, text, differences);
    }

    static @Nullable Verdict verdict(ItemCase item, Assessment assessment) {
        for (Verdict v : assessment.verdicts())
            if (v.item().id().equals(item.item()) && v.subject().key().equals(item.subject())) return v;
        return null;
    }

    private void outcome(Outcome outcome, Expectation expected) {
        differs("outcome", expected.outcome().name(), outcome.kind().name());
        if (expected.reason() != null && outcome instanceof Outcome.Unknown unknown)
            differs("reason", expected.reason().name(), unknown.reason().name());
        if (outcome instanceof Outcome.Errored error) differences.add("the error is: " + error.message());
    }

    private void differs(String what, String expected, String actual) {
        if (!expected.equals(actual)) differences.add(what + ": expected " + expected + ", is " + actual);
    }

    private void place(String expected, Explanation explanation) {
        TreeSet<String> places = new TreeSet<>();
        for (Finding finding : explanation.findings())
            if (finding.fact() != null) add(finding.fact().provenance(), places);
        for (Evidence evidence : explanation.evidence()) {
            if (evidence.fact() != null) add(evidence.fact().provenance(), places);
            if (evidence.scope() != null) gaps(evidence.scope(), places);
        }
        for (NearMiss miss : explanation.nearMisses()) add(miss.candidate().provenance(), places);
        for (SearchScope scope : explanation.searched()) gaps(scope, places);
        if (explanation.tree() != null) nodes(explanation.tree(), places);
        if (explanation.applicability() != null) nodes(explanation.applicability(), places);
        boolean found = places.stream().anyMatch(p -> p.equals(expected) || p.startsWith(expected + ":"));
        if (!found) differences.add("place: expected " + expected + ", the explanation names " + places);
    }

    /** What the author calls the decisive conditions: printed where the whole tree is. */
    private static String labels(Explanation explanation) {
        StringBuilder labels = new StringBuilder();
        if (explanation.applicability() != null) labels(explanation.applicability(), labels);
        if (explanation.tree() != null) labels(explanation.tree(), labels);
        return labels.toString();
    }

    private static void labels(ExplanationNode node, StringBuilder labels) {
        if (node.decisive()) labels.append('\n').append(node.label());
        node.children().forEach(child -> labels(child, labels));
    }

    private static void nodes(ExplanationNode node, Set<String> places) {
        node.witnesses().forEach(witness -> add(witness.provenance(), places));
        node.children().forEach(child -> nodes(child, places));
    }

    private static void gaps(SearchScope scope, Set<String> places) {
        for (Coverage coverage : scope.coverage())
            for (Coverage.Gap gap : coverage.gaps())
                places.add(gap.line() == 0 ? gap.path() : gap.path() + ":" + gap.line());
    }

    private static void add(Provenance provenance, Set<String> places) {
        Provenance.File file = provenance.place();
        if (file != null) places.add(file.startLine() == 0 ? file.path() : file.path() + ":" + file.startLine());
    }
}
