package io.github.assaymark.core.explain;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.verdict.SearchScope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches in words. */
final class Scopes {
    private static final int SHOWN_GAPS = 3;

    /** Takes the place of an extractor's name; no extractor has spaces in its own. */
    private static final String NO_BASE = "no base revision";

    private Scopes() {}

    /** Stands for the search in a base revision where there is none. */
    static Coverage missingBase(String factType, String owner) {
        return Coverage.missing(
                NO_BASE, factType, owner, Coverage.Status.NOT_ATTEMPTED, "no revision to compare with was given");
    }

    /** Whether nothing could be looked for because there is no base revision. */
    static boolean isMissingBase(SearchScope scope) {
        return scope.coverage().stream()
                .anyMatch(coverage -> coverage.extractor().equals(NO_BASE));
    }

    /** What was searched, whether completely, and what that came to. */
    static String text(SearchScope scope, String found) {
        if (isMissingBase(scope)) return "there is no revision to compare with: it is given with --base";
        String result = found.isEmpty() ? "" : "; " + found;
        if (scope.coverage().isEmpty()) return "nobody looked for " + scope.factType() + " facts" + result;
        Set<String> looked = new LinkedHashSet<>();
        for (Coverage coverage : scope.coverage()) if (!coverage.looked().isEmpty()) looked.add(coverage.looked());
        String where = looked.isEmpty() ? "" : " (" + Values.cut(String.join("; ", looked)) + ")";
        if (scope.complete()) return "searched " + files(scope.read()) + where + ", complete" + result;
        if (scope.read() + scope.failed() == 0) return scope.factType() + " facts: " + holes(scope) + result;
        return "searched " + scope.read() + " of " + files(scope.read() + scope.failed()) + where + " for "
                + scope.factType() + " facts, " + holes(scope) + result;
    }

    private static String files(int number) {
        return number == 1 ? "1 file" : number + " files";
    }

    private static String holes(SearchScope scope) {
        Set<String> words = new LinkedHashSet<>();
        for (Coverage coverage : scope.coverage())
            switch (coverage.status()) {
                case COMPLETE -> {}
                case PARTIAL -> words.add("not everything was read");
                case DENIED -> words.add("access was denied");
                case FAILED -> words.add("the search failed");
                case NOT_ATTEMPTED -> words.add("nobody looked");
            }
        String gaps = gaps(scope);
        return String.join(", ", words) + (gaps.isEmpty() ? "" : ": " + gaps);
    }

    /** What was not read; empty when nothing is known. */
    static String gaps(SearchScope scope) {
        List<Coverage.Gap> gaps = scope.coverage().stream()
                .flatMap(coverage -> coverage.gaps().stream())
                .sorted()
                .distinct()
                .toList();
        String shown = gaps.stream().limit(SHOWN_GAPS).map(Scopes::gap).collect(Collectors.joining(", "));
        return gaps.size() > SHOWN_GAPS ? shown + " and " + (gaps.size() - SHOWN_GAPS) + " more" : shown;
    }

    private static String gap(Coverage.Gap gap) {
        String place = gap.path() + (gap.line() > 0 ? ":" + gap.line() : "");
        return place.isEmpty() ? Values.cut(gap.reason()) : place + " (" + Values.cut(gap.reason()) + ")";
    }
}
