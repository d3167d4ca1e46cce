package io.github.assaymark.cli;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.RepoFile;
import io.github.assaymark.model.fact.SchemaDisagreement;
import io.github.assaymark.model.fact.Service;
import io.github.assaymark.model.fact.Unreadable;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.verdict.ExplanationLine;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a scan saw and did not see. */
final class DoctorText {
    private static final int MAX_DISAGREEMENTS = 20;

    private final ScanResult scan;
    private final Snapshot snapshot;
    private final List<Pack> packs;
    private final OpenExpressions open;
    private final Appendable out;

    DoctorText(ScanResult scan, List<Pack> packs, Appendable out) {
        this.scan = scan;
        this.snapshot = scan.snapshot();
        this.packs = packs;
        this.open = new OpenExpressions(snapshot);
        this.out = out;
    }

    void write() throws IOException {
        detected();
        read();
        notRead();
        line("");
        for (String text : open.lines()) line(text);
        disagreements();
        coverage();
        parameters();
    }

    private void detected() throws IOException {
        line("Detected");
        for (String text : scan.detection()) line("  " + text);
        if (scan.detection().stream().noneMatch(text -> text.startsWith("service ")))
            for (Service service : snapshot.facts(Service.class))
                line("  service " + service.key() + "  (" + service.detectedBy() + ")");
        for (Pack pack : packs)
            line("  pack " + pack.name() + ": " + pack.items().count() + " items in "
                    + pack.checklists().size() + (pack.checklists().size() == 1 ? " checklist" : " checklists"));
    }

    private void read() throws IOException {
        List<RepoFile> files = snapshot.facts(RepoFile.class);
        Map<String, Long> kinds = files.stream()
                .collect(Collectors.groupingBy(
                        f -> f.kind().name().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
        line("");
        line("Files: " + files.size()
                + (kinds.isEmpty()
                        ? ""
                        : " ("
                                + kinds.entrySet().stream()
                                        .map(e -> e.getValue() + " " + e.getKey())
                                        .collect(Collectors.joining(", "))
                                + ")"));
    }

    /** Every file, once for each reason, with the fact types that miss it. */
    private void notRead() throws IOException {
        Map<Coverage.Gap, Set<String>> gaps = new TreeMap<>();
        int hidden = 0;
        for (Coverage coverage : snapshot.facts(Coverage.class)) {
            for (Coverage.Gap gap : coverage.gaps())
                if (!open.explain(gap))
                    gaps.computeIfAbsent(gap, g -> new TreeSet<>()).add(coverage.factType());
            if (coverage.gaps().size() == Coverage.MAX_GAPS)
                hidden += Math.max(0, coverage.failed() - coverage.gaps().size());
        }
        for (Unreadable file : snapshot.facts(Unreadable.class)) alone(gaps, file.path(), 0, file.reason());
        for (PartialParse file : snapshot.facts(PartialParse.class)) {
            var place = file.provenance().place();
            if (place != null && gaps.keySet().stream().noneMatch(g -> g.path().equals(place.path())))
                gaps.put(new Coverage.Gap(place.path(), place.startLine(), "parsed in part"), new TreeSet<>());
        }
        line("");
        line("Not read, or not whole: " + (gaps.isEmpty() ? "nothing" : Integer.toString(gaps.size())));
        for (Map.Entry<Coverage.Gap, Set<String>> gap : gaps.entrySet()) {
            String path =
                    gap.getKey().path().isEmpty() ? "(no file)" : gap.getKey().path();
            line("  " + path + (gap.getKey().line() > 0 ? ":" + gap.getKey().line() : "") + ": "
                    + gap.getKey().reason()
                    + (gap.getValue().isEmpty() ? "" : "  (misses " + String.join(", ", gap.getValue()) + ")"));
        }
        if (hidden > 0) line("  ... and " + hidden + " more that the coverage counts but does not list");
    }

    /** What a database showed otherwise than the text of the migrations; where none was looked at, nothing is said. */
    private void disagreements() throws IOException {
        List<SchemaDisagreement> all = snapshot.facts(SchemaDisagreement.class);
        boolean compared = snapshot.facts(Coverage.class).stream()
                .anyMatch(c -> c.factType().equals(SchemaDisagreement.class.getSimpleName()));
        if (all.isEmpty() && !compared) return;
        line("");
        line("A database shows otherwise than the migrations say: " + (all.isEmpty() ? "nothing" : all.size()));
        for (SchemaDisagreement one : all.subList(0, Math.min(MAX_DISAGREEMENTS, all.size()))) {
            var place = one.provenance().place();
            int at = place == null ? 0 : place.startLine();
            line("  " + one.file() + (at > 0 ? ":" + at : "") + ": " + one.about() + ": the text says " + one.declared()
                    + ", the database " + one.observed());
        }
        if (all.size() > MAX_DISAGREEMENTS)
            line("  ... and " + (all.size() - MAX_DISAGREEMENTS) + " more: assay facts --type SchemaDisagreement");
    }

    private static void alone(Map<Coverage.Gap, Set<String>> gaps, String path, int line, String reason) {
        if (gaps.keySet().stream().noneMatch(g -> g.path().equals(path)))
            gaps.put(new Coverage.Gap(path, line, reason), new TreeSet<>());
    }

    private record Row(String type, String extractor) {}

    private static final class Sum {
        int matched;
        int read;
        int failed;
        Coverage.Status worst = Coverage.Status.COMPLETE;

        @Nullable
        String looked;
    }

    private void coverage() throws IOException {
        Map<Row, Sum> rows = new LinkedHashMap<>();
        TreeSet<String> looked = new TreeSet<>();
        for (Coverage coverage : snapshot.facts(Coverage.class).stream()
                .sorted(java.util.Comparator.comparing(Coverage::factType).thenComparing(Coverage::extractor))
                .toList()) {
            Sum sum = rows.computeIfAbsent(new Row(coverage.factType(), coverage.extractor()), r -> new Sum());
            sum.matched += coverage.matched();
            sum.read += coverage.read();
            sum.failed += coverage.failed();
            if (coverage.status().compareTo(sum.worst) > 0) sum.worst = coverage.status();
            if (!coverage.looked().isEmpty()) sum.looked = coverage.looked();
            looked.add(coverage.factType());
        }
        line("");
        line("Coverage: what was looked for, over all services");
        line(String.format(
                Locale.ROOT,
                "  %-20s %-16s %-13s %6s %6s %6s  %s",
                "fact type",
                "extractor",
                "status",
                "inputs",
                "read",
                "failed",
                "where"));
        for (Map.Entry<Row, Sum> row : rows.entrySet())
            line(String.format(
                    Locale.ROOT,
                    "  %-20s %-16s %-13s %6d %6d %6d  %s",
                    row.getKey().type(),
                    row.getKey().extractor(),
                    row.getValue().worst,
                    row.getValue().matched,
                    row.getValue().read,
                    row.getValue().failed,
                    row.getValue().looked == null ? "" : row.getValue().looked));
        for (Map.Entry<String, Integer> need : Needs.of(packs).entrySet())
            if (!looked.contains(need.getKey())
                    && !List.of("Coverage", "Now", "Param", "PolicyValue").contains(need.getKey()))
                line("  nobody looked for " + need.getKey() + ", which "
                        + (need.getValue() == 1 ? "1 item needs" : need.getValue() + " items need"));
    }

    private void parameters() throws IOException {
        Map<String, Param> set = new TreeMap<>();
        for (Param param : snapshot.facts(Param.class)) set.put(param.name(), param);
        SortedMap<String, ParamDecl> declared = Judge.declared(packs);
        line("");
        line("Parameters" + (declared.isEmpty() && set.isEmpty() ? ": none" : ""));
        for (ParamDecl decl : declared.values()) {
            Param param = set.remove(decl.name());
            line("  " + decl.name() + " " + state(decl, param)
                    + (decl.meaning().isEmpty() ? "" : "  " + decl.meaning()));
        }
        for (Param param : set.values())
            line("  " + param.name() + " = " + value(param.values()) + at(param) + ", which no checklist reads");
    }

    private static String state(ParamDecl decl, @Nullable Param param) {
        if (param != null) return "= " + value(param.values()) + at(param);
        if (decl.defaultValues() != null) return "= " + value(decl.defaultValues()) + " (default)";
        return "is unset: items that read it are UNKNOWN";
    }

    private static String at(Param param) {
        String place = FactsText.place(param.provenance().place());
        return place == null ? "" : " (" + place + ")";
    }

    private static String value(List<String> values) {
        return FactsText.cut(values.size() == 1 ? values.get(0) : values.toString());
    }

    private void line(String text) throws IOException {
        out.append(ExplanationLine.printable(text).stripTrailing()).append('\n');
    }
}
