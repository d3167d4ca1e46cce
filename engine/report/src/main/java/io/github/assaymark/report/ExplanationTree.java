package io.github.assaymark.report;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.rule.SourcePlace;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.ExplanationNode;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Finding;
import io.github.assaymark.model.verdict.NearMiss;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Remedy;
import io.github.assaymark.model.verdict.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Explanations as JSON trees. */
final class ExplanationTree {
    private final Shape provenance = new Shapes().of(Provenance.class);

    Object explanation(Explanation explanation) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("headline", explanation.headline());
        map.put("applicability", orNull(explanation.applicability(), this::node));
        map.put("tree", orNull(explanation.tree(), this::node));
        map.put("findings", list(explanation.findings(), this::finding));
        map.put("findingTotal", explanation.findingTotal());
        map.put("searched", list(explanation.searched(), ExplanationTree::scope));
        map.put("nearMisses", list(explanation.nearMisses(), this::nearMiss));
        map.put("remedies", list(explanation.remedies(), this::remedy));
        map.put("fix", explanation.fix());
        map.put("notes", explanation.notes());
        map.put("rule", place(explanation.rule()));
        return map;
    }

    Object evidence(Evidence evidence) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("role", evidence.role().name());
        map.put("message", evidence.message());
        map.put("fact", orNull(evidence.fact(), this::fact));
        map.put("scope", orNull(evidence.scope(), ExplanationTree::scope));
        Provenance.File place =
                evidence.fact() == null ? null : evidence.fact().provenance().place();
        place(map, place);
        return map;
    }

    /** Path and position; null where the evidence is no file, or the file as a whole. */
    static void place(SortedMap<String, @Nullable Object> map, Provenance.@Nullable File place) {
        map.put("path", place == null ? null : place.path());
        map.put("line", place == null || place.startLine() == 0 ? null : place.startLine());
        map.put("column", place == null || place.startColumn() == 0 ? null : place.startColumn());
    }

    static Object place(SourcePlace place) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("file", place.file());
        map.put("line", place.line());
        map.put("column", place.column());
        return map;
    }

    static @Nullable String reason(Outcome outcome) {
        return outcome instanceof Outcome.Unknown unknown ? unknown.reason().name() : null;
    }

    private Object node(ExplanationNode node) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("id", node.id());
        map.put("kind", node.kind());
        map.put("label", node.label());
        map.put("value", node.value().word());
        map.put("observed", node.observed());
        map.put("expected", node.expected());
        map.put("witnesses", list(node.witnesses(), this::fact));
        map.put("witnessTotal", node.witnessTotal());
        map.put("decisive", node.decisive());
        map.put("place", place(node.place()));
        map.put("children", list(node.children(), this::node));
        return map;
    }

    private Object fact(FactRef fact) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("type", fact.type());
        map.put("key", fact.key());
        map.put("owner", fact.owner());
        map.put("values", list(fact.values(), value -> {
            SortedMap<String, @Nullable Object> entry = new TreeMap<>();
            entry.put("property", value.property());
            entry.put("value", value.value());
            return entry;
        }));
        map.put("provenance", provenance.write(fact.provenance()));
        return map;
    }

    private Object finding(Finding finding) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("fingerprint", finding.fingerprint());
        map.put("message", finding.message());
        map.put("observed", finding.observed());
        map.put("expected", finding.expected());
        map.put("fact", orNull(finding.fact(), this::fact));
        place(map, finding.fact() == null ? null : finding.fact().provenance().place());
        return map;
    }

    private static Object scope(SearchScope scope) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("factType", scope.factType());
        map.put("owner", scope.owner());
        map.put("complete", scope.complete());
        map.put("found", scope.found());
        map.put("coverage", list(scope.coverage(), ExplanationTree::coverage));
        return map;
    }

    private static Object coverage(Coverage coverage) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("extractor", coverage.extractor());
        map.put("owner", coverage.owner());
        map.put("status", coverage.status().name());
        map.put("looked", coverage.looked());
        map.put("matched", coverage.matched());
        map.put("read", coverage.read());
        map.put("failed", coverage.failed());
        map.put("gaps", list(coverage.gaps(), gap -> {
            SortedMap<String, @Nullable Object> entry = new TreeMap<>();
            entry.put("path", gap.path());
            entry.put("line", gap.line() == 0 ? null : gap.line());
            entry.put("reason", gap.reason());
            return entry;
        }));
        return map;
    }

    private Object nearMiss(NearMiss miss) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("candidate", fact(miss.candidate()));
        map.put("matched", miss.matched());
        map.put("failed", list(miss.failed(), difference -> {
            SortedMap<String, @Nullable Object> entry = new TreeMap<>();
            entry.put("conjunct", difference.conjunct());
            entry.put("property", difference.property());
            entry.put("observed", difference.observed());
            entry.put("expected", difference.expected());
            return entry;
        }));
        return map;
    }

    private Object remedy(Remedy remedy) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("edits", list(remedy.edits(), this::edit));
        map.put("cost", remedy.cost());
        map.put("verified", remedy.verified());
        map.put("breaks", remedy.breaks());
        return map;
    }

    private Object edit(Remedy.Edit edit) {
        SortedMap<String, @Nullable Object> map = new TreeMap<>();
        map.put("action", edit.action().name());
        map.put("factType", edit.factType());
        map.put("key", edit.key());
        map.put("property", edit.property());
        map.put("from", edit.from());
        map.put("to", edit.to());
        map.put("at", orNull(edit.at(), provenance::write));
        map.put("text", edit.text());
        return map;
    }

    static <T> List<Object> list(List<T> elements, Function<T, Object> tree) {
        List<Object> list = new ArrayList<>(elements.size());
        for (T element : elements) list.add(tree.apply(element));
        return list;
    }

    static <T> @Nullable Object orNull(@Nullable T value, Function<T, Object> tree) {
        return value == null ? null : tree.apply(value);
    }
}
