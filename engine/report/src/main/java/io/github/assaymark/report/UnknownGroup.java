package io.github.assaymark.report;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Remedy;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Verdicts that are UNKNOWN for the same cause. */
record UnknownGroup(Outcome.Reason reason, String cause, List<Verdict> verdicts) {
    private static final int MAX_GAPS = 3;

    /** In the order in which the causes first occur. */
    static List<UnknownGroup> of(List<Verdict> verdicts) {
        Map<String, UnknownGroup> groups = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (!(verdict.outcome() instanceof Outcome.Unknown unknown)) continue;
            String cause = cause(unknown.reason(), verdict);
            groups.computeIfAbsent(
                            unknown.reason() + cause,
                            key -> new UnknownGroup(unknown.reason(), cause, new ArrayList<>()))
                    .verdicts()
                    .add(verdict);
        }
        return List.copyOf(groups.values());
    }

    /** What was not read and how to collect it, as the first explanation tells it. */
    List<String> advice() {
        Explanation explanation = verdicts.get(0).explanation();
        Stream<String> gaps = explanation.searched().stream()
                .filter(scope -> !scope.complete())
                .flatMap(scope -> scope.coverage().stream())
                .flatMap(coverage -> coverage.gaps().stream())
                .sorted()
                .distinct()
                .limit(MAX_GAPS)
                .map(UnknownGroup::gap);
        Stream<String> edits = explanation.remedies().stream()
                .flatMap(remedy -> remedy.edits().stream())
                .filter(edit -> edit.action() == Remedy.Action.COLLECT)
                .map(Remedy.Edit::text)
                .distinct()
                .limit(MAX_GAPS)
                .map(text -> "fix:   " + text);
        return Stream.concat(gaps, edits).toList();
    }

    private static String gap(Coverage.Gap gap) {
        if (gap.path().isEmpty()) return "gap:   " + gap.reason();
        return "gap:   " + gap.path() + (gap.line() > 0 ? ":" + gap.line() : "") + ": " + gap.reason();
    }

    private static String cause(Outcome.Reason reason, Verdict verdict) {
        if (reason != Outcome.Reason.PARAMETER_UNSET
                && verdict.explanation().searched().isEmpty()) return "it rests on items that are not known";
        String types = types(verdict.explanation());
        return switch (reason) {
            case NOT_OBSERVED ->
                lacksBase(verdict.explanation())
                        ? "there is no revision to compare with"
                        : "nobody looked for " + types;
            case PARTIAL -> "not everything that could hold " + types + " was read";
            case DENIED -> "access to " + types + " was denied";
            case STALE -> "the evidence is too old: " + types;
            case UNRESOLVED -> "values could not be determined: " + types;
            case PARAMETER_UNSET -> params(verdict.item().params());
            case AWAITING_ATTESTATION -> "a person has to answer";
            case WRONG_REVISION -> "the evidence speaks of another revision or content: " + types;
        };
    }

    private static boolean lacksBase(Explanation explanation) {
        List<SearchScope> open = explanation.searched().stream()
                .filter(scope -> !scope.complete())
                .toList();
        return !open.isEmpty() && open.stream().allMatch(SearchScope::lacksBase);
    }

    private static String params(List<String> params) {
        if (params.size() == 1) return "parameter " + params.get(0) + " has no value";
        return "parameters without a value, one or more of " + String.join(", ", new TreeSet<>(params));
    }

    private static String types(Explanation explanation) {
        TreeSet<String> missing = new TreeSet<>();
        TreeSet<String> all = new TreeSet<>();
        for (SearchScope scope : explanation.searched()) {
            all.add(scope.factType());
            if (!scope.complete()) missing.add(scope.factType());
        }
        return String.join(", ", missing.isEmpty() ? all : missing);
    }
}
