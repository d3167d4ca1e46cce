package io.github.assaymark.cli;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What source code leaves open, by what was looked for. */
final class OpenExpressions {
    /** More than this of one kind are counted but not listed. */
    private static final int MAX_LISTED = 10;

    private static final int MAX_EXPRESSION = 80;

    private final List<Unresolved> all;
    private final Set<Coverage.Gap> gaps = new HashSet<>();

    OpenExpressions(Snapshot snapshot) {
        this.all = snapshot.facts(Unresolved.class);
        for (Unresolved open : all) {
            Provenance.File place = open.provenance().place();
            if (place != null) gaps.add(new Coverage.Gap(place.path(), place.startLine(), open.reason()));
        }
    }

    /** Whether a gap says nothing that is not said here. */
    boolean explain(Coverage.Gap gap) {
        return gaps.contains(gap);
    }

    /** Lines for a reader. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Left open by source code: "
                + (all.isEmpty() ? "nothing" : all.size() + (all.size() == 1 ? " expression" : " expressions")));
        TreeMap<String, List<Unresolved>> groups = new TreeMap<>();
        for (Unresolved open : all)
            groups.computeIfAbsent(open.lookedFor(), name -> new ArrayList<>()).add(open);
        groups.forEach((lookedFor, group) -> {
            TreeSet<String> types = new TreeSet<>();
            group.forEach(open -> types.addAll(open.factTypes()));
            lines.add("  " + lookedFor + ": " + group.size()
                    + (types.isEmpty() ? "" : "  (misses " + String.join(", ", types) + ")"));
            TreeSet<String> listed = new TreeSet<>();
            group.stream()
                    .sorted((a, b) ->
                            compare(a.provenance().place(), b.provenance().place()))
                    .limit(MAX_LISTED)
                    .forEach(open -> {
                        String line = line(open);
                        if (listed.add(line)) lines.add(line);
                    });
            int more = group.size() - MAX_LISTED;
            if (more > 0) lines.add("    ... and " + more + " more: assay facts --type Unresolved");
        });
        return lines;
    }

    private static int compare(Provenance.@Nullable File one, Provenance.@Nullable File other) {
        if (one == null || other == null) return Boolean.compare(one == null, other == null);
        int byPath = one.path().compareTo(other.path());
        return byPath != 0 ? byPath : Integer.compare(one.startLine(), other.startLine());
    }

    private static String line(Unresolved open) {
        Provenance.File place = open.provenance().place();
        String at = place == null ? open.file() : place.path() + ":" + place.startLine();
        String expression = open.expression();
        if (expression.length() > MAX_EXPRESSION) expression = expression.substring(0, MAX_EXPRESSION - 1) + "…";
        return "    " + at + "  " + expression + "  (" + open.reason() + ")";
    }
}
