package io.github.assaymark.core.explain;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.verdict.SearchScope;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches in words. */
final class Scopes {
    private static final int SHOWN_GAPS = 3;

    /** How the gap of exported state begins that is older than a pattern wants. */
    private static final String OLD = "observed at ";

    private Scopes() {}

    /** The same, those that rest on exported state older than {@code fresh} with a gap that says so. */
    static List<Coverage> aged(List<Coverage> entries, Duration fresh, Instant now) {
        return entries.stream().map(entry -> aged(entry, fresh, now)).toList();
    }

    private static Coverage aged(Coverage entry, Duration fresh, Instant now) {
        if (entry.status() != Coverage.Status.COMPLETE
                || !(entry.provenance() instanceof Provenance.Export export)
                || Duration.between(export.observedAt(), now).compareTo(fresh) <= 0) return entry;
        String reason = OLD + Values.at(export.observedAt()) + ", more than " + Values.plain(fresh) + " ago";
        return new Coverage(
                entry.key(),
                entry.owner(),
                export,
                entry.extractor(),
                entry.factType(),
                Coverage.Status.PARTIAL,
                entry.matched(),
                entry.read(),
                entry.failed(),
                entry.looked(),
                entry.about(),
                List.of(new Coverage.Gap(export.path(), 0, reason)));
    }

    private static boolean old(Coverage entry) {
        return !entry.gaps().isEmpty()
                && entry.gaps().stream().allMatch(gap -> gap.reason().startsWith(OLD));
    }

    /** Stands for the search in a base revision where there is none. */
    static Coverage missingBase(String factType, String owner) {
        return Coverage.missing(
                SearchScope.NO_BASE,
                factType,
                owner,
                Coverage.Status.NOT_ATTEMPTED,
                "no revision to compare with was given");
    }

    /** What was searched, whether completely, and what that came to. */
    static String text(SearchScope scope, String found) {
        if (scope.lacksBase()) return "there is no revision to compare with: it is given with --base";
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
                case PARTIAL -> words.add(old(coverage) ? "what was read is too old" : "not everything was read");
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
