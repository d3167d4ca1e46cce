package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.CoverageReport;
import java.math.BigDecimal;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of the code tests ran: Istanbul's summary, lcov, Cobertura and JaCoCo. A total, and one report a file. The
 * kind of tests is the {@code bucket} of the entry's scope, and what the total is of its {@code directory}.
 */
final class CoverageReading {
    private final Exported file;
    private final String tool;
    private final Map<String, Counts> counts = new TreeMap<>();

    private static final class Counts {
        private final CoverageCount statements = new CoverageCount();
        private final CoverageCount branches = new CoverageCount();
        private final CoverageCount lines = new CoverageCount();
        private final CoverageCount functions = new CoverageCount();
        private String place = "";
    }

    private CoverageReading(Exported file, String tool) {
        this.file = file;
        this.tool = tool;
    }

    private Counts of(String scope, String place) {
        Counts of = counts.computeIfAbsent(scope, s -> new Counts());
        if (of.place.isEmpty()) of.place = place;
        return of;
    }

    private void tell() {
        if (counts.isEmpty()) file.gap("", "nothing was counted in it");
        String measured = file.entry().scope().get("directory");
        counts.forEach((counted, of) -> {
            String scope = counted.isEmpty() && measured != null ? directory(measured) : counted;
            file.fact(report(scope, of));
        });
    }

    private static String directory(String written) {
        String shown = Exported.shown(written);
        return shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
    }

    private CoverageReport report(String scope, Counts of) {
        return new CoverageReport(
                file.key(tool + ":" + scope),
                scope.isEmpty() ? file.owner(file.service(null)) : file.ownerOf(scope, file.service(null)),
                file.at(of.place),
                scope,
                file.entry().scope().get("bucket"),
                tool,
                of.statements.share(),
                of.branches.share(),
                of.lines.share(),
                of.functions.share(),
                file.entry().commit(),
                file.observedAt());
    }

    /** {@code coverage-summary.json} of Istanbul, c8 and Vitest. */
    static void istanbul(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        CoverageReading reading = new CoverageReading(file, "istanbul");
        for (String key : root.keys()) {
            JsonValue of = root.get(key);
            if (of == null || !of.node().isMap()) continue;
            Counts counts = reading.of(key.equals("total") ? "" : Exported.shown(key), of.pointer());
            reading.pair(of, "statements", counts.statements);
            reading.pair(of, "branches", counts.branches);
            reading.pair(of, "lines", counts.lines);
            reading.pair(of, "functions", counts.functions);
        }
        if (root.get("total") == null) file.gap("", "there is no total in it");
        reading.tell();
    }

    private void pair(JsonValue of, String field, CoverageCount count) {
        JsonValue value = of.get(field);
        if (value == null) return;
        BigDecimal covered = value.decimal("covered");
        BigDecimal total = value.decimal("total");
        if (covered == null || total == null) file.gap(value.pointer(), "it has no covered and total");
        else count.add(covered.longValue(), total.longValue());
    }

    /** Trace files of lcov (geninfo manual, section FILES). */
    static void lcov(Exported file) {
        CoverageReading reading = new CoverageReading(file, "lcov");
        String scope = null;
        Map<String, Long> numbers = new TreeMap<>();
        int line = 0;
        for (String text : file.text().lines().toList()) {
            line++;
            int colon = text.indexOf(':');
            String word = colon < 0 ? text.strip() : text.substring(0, colon);
            String rest = colon < 0 ? "" : text.substring(colon + 1).strip();
            switch (word) {
                case "SF" -> {
                    scope = Exported.shown(rest);
                    numbers.clear();
                }
                case "LF", "LH", "BRF", "BRH", "FNF", "FNH" -> {
                    if (rest.matches("\\d{1,12}")) numbers.put(word, Long.valueOf(rest));
                    else file.gap("#L" + line, word + " is no number");
                }
                case "end_of_record" -> {
                    if (scope != null) reading.record(scope, numbers, line);
                    scope = null;
                }
                default -> {}
            }
        }
        if (scope != null) file.gap("#L" + line, "the last record does not end");
        reading.tell();
    }

    private void record(String scope, Map<String, Long> numbers, int line) {
        for (String of : new String[] {scope, ""}) {
            Counts counts = of(of, "#L" + line);
            add(counts.lines, numbers, "LH", "LF");
            add(counts.branches, numbers, "BRH", "BRF");
            add(counts.functions, numbers, "FNH", "FNF");
        }
    }

    private static void add(CoverageCount count, Map<String, Long> numbers, String covered, String total) {
        Long of = numbers.get(total);
        if (of != null) count.add(numbers.getOrDefault(covered, 0L), of);
    }

    /** Cobertura's {@code coverage.xml}. */
    static void cobertura(Exported file) {
        CoverageReading reading = new CoverageReading(file, "cobertura");
        XmlReport.walk(file, new XmlReport.Visitor() {
            private String scope = "";

            @Override
            public void begin(XmlReport.Element element, Deque<String> path) {
                if (element.name().equals("class")) {
                    String name = element.get("filename");
                    scope = name == null ? "" : Exported.shown(name);
                }
                // Lines stand below their methods once more.
                if (!element.name().equals("line") || path.contains("methods") || scope.isEmpty()) return;
                long hits = number(element.get("hits"));
                reading.count(scope, element, hits > 0 ? 1 : 0, branch(element.get("condition-coverage")));
            }
        });
        reading.tell();
    }

    private void count(String scope, XmlReport.Element element, long hit, long @Nullable [] branches) {
        for (String of : new String[] {scope, ""}) {
            Counts counts = of(of, "#L" + element.line());
            counts.lines.add(hit, 1);
            if (branches != null) counts.branches.add(branches[0], branches[1]);
        }
    }

    /** {@code 50% (1/2)}. */
    private static long @Nullable [] branch(@Nullable String text) {
        if (text == null) return null;
        int open = text.indexOf('(');
        int slash = text.indexOf('/', Math.max(open, 0));
        int close = text.indexOf(')', Math.max(slash, 0));
        if (open < 0 || slash < 0 || close < 0) return null;
        return new long[] {number(text.substring(open + 1, slash)), number(text.substring(slash + 1, close))};
    }

    /** JaCoCo's {@code jacoco.xml}: it counts instructions, lines, branches and methods, but no statements. */
    static void jacoco(Exported file) {
        CoverageReading reading = new CoverageReading(file, "jacoco");
        XmlReport.walk(file, new XmlReport.Visitor() {
            private String inPackage = "";
            private String scope = "";

            @Override
            public void begin(XmlReport.Element element, Deque<String> path) {
                String name = element.get("name");
                if (element.name().equals("package")) inPackage = name == null ? "" : Exported.shown(name) + "/";
                if (element.name().equals("sourcefile")) scope = inPackage + (name == null ? "" : Exported.shown(name));
                if (!element.name().equals("counter") || path.isEmpty()) return;
                boolean ofFile = "sourcefile".equals(path.peek());
                boolean ofAll = "report".equals(path.peek());
                if (!ofFile && !ofAll) return;
                Counts counts = reading.of(ofAll ? "" : scope, "#L" + element.line());
                long covered = number(element.get("covered"));
                long total = covered + number(element.get("missed"));
                String type = element.get("type");
                if ("LINE".equals(type)) counts.lines.add(covered, total);
                if ("BRANCH".equals(type)) counts.branches.add(covered, total);
                if ("METHOD".equals(type)) counts.functions.add(covered, total);
            }
        });
        reading.tell();
    }

    private static long number(@Nullable String text) {
        return text != null && text.strip().matches("\\d{1,12}") ? Long.parseLong(text.strip()) : 0;
    }
}
