package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.FindingLevel;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports of tools that look for known weaknesses, leaked secrets and broken interfaces. */
final class ScanReadings {
    private ScanReadings() {}

    /**
     * {@code npm audit --json}: version 2 with {@code vulnerabilities}, and what npm 6 and pnpm write with
     * {@code advisories}. Critical and high are errors, moderate is a warning.
     */
    static void npmAudit(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        JsonValue vulnerabilities = root.get("vulnerabilities");
        JsonValue advisories = root.get("advisories");
        if (vulnerabilities == null && advisories == null) {
            file.gap("", root.get("error") == null ? "there are no vulnerabilities in it" : "the audit failed");
            return;
        }
        ToolReport report = new ToolReport(file, "npm-audit");
        Set<String> seen = new HashSet<>();
        int told = 0;
        if (vulnerabilities != null)
            for (String name : vulnerabilities.keys()) {
                JsonValue of = vulnerabilities.get(name);
                if (of == null) continue;
                // A name stands for the package through which it came; that one is listed itself.
                for (JsonValue via : of.list("via")) {
                    String from = via.text("name", name);
                    if (via.node().isMap() && seen.add(advisory(via) + "/" + from))
                        told += advisory(file, report, via, from);
                }
            }
        if (advisories != null)
            for (String id : advisories.keys()) {
                JsonValue of = advisories.get(id);
                if (of != null) told += advisory(file, report, of, of.text("module_name", "?"));
            }
        JsonValue counts = root.at("metadata", "vulnerabilities");
        if (told == 0 && counts != null && counts.integer("total", 0) > 0)
            file.gap("", "it counts " + counts.integer("total", 0) + " vulnerabilities and lists none");
        report.run(told > 0, null);
    }

    private static int advisory(Exported file, ToolReport report, JsonValue of, String name) {
        FindingLevel level = switch (of.text("severity", "").toLowerCase(Locale.ROOT)) {
            case "critical", "high" -> FindingLevel.ERROR;
            case "moderate" -> FindingLevel.WARNING;
            case "low", "info" -> FindingLevel.NOTE;
            default -> null;
        };
        if (level == null) file.gap(of.pointer(), "it has no known severity");
        else
            report.finding(of.pointer(), advisory(of), level, name + ": " + of.text("title", ""), null, 0, null, false);
        return 1;
    }

    /** The name of an advisory: the end of its address, else its number. */
    private static String advisory(JsonValue of) {
        String url = of.text("url", "");
        String end = url.substring(url.lastIndexOf('/') + 1);
        return end.matches("[A-Za-z0-9-]{1,60}") ? end : of.text("source", of.text("id", "advisory"));
    }

    /** {@code gitleaks --report-format json} of version 8: a list of findings. What was found is never read. */
    static void gitleaks(Exported file) {
        if (!isList(file)) {
            file.elements();
            return;
        }
        ToolReport report = new ToolReport(file, "gitleaks");
        for (JsonValue leak : file.elements()) {
            String rule = file.required(leak, "RuleID");
            if (rule != null)
                report.finding(
                        leak.pointer(),
                        rule,
                        FindingLevel.ERROR,
                        leak.text("Description", ""),
                        leak.text("File"),
                        leak.integer("StartLine", 0),
                        null,
                        false);
        }
        report.run(report.errors() > 0, null);
    }

    /**
     * {@code oasdiff breaking} and {@code oasdiff changelog} with {@code --format json}: a list of changes. Levels are
     * numbers (3, 2, 1) or the words ERR, WARN, INFO. Where there is no change, older versions write {@code null}.
     */
    static void oasdiff(Exported file) {
        boolean none = file.text().strip().equals("null");
        if (!none && !isList(file)) {
            file.elements();
            return;
        }
        ToolReport report = new ToolReport(file, "oasdiff");
        for (JsonValue change : none ? List.<JsonValue>of() : file.elements()) {
            String rule = file.required(change, "id");
            FindingLevel level = oasdiffLevel(change.text("level"));
            if (level == null) file.gap(change.pointer(), "its level is none of ERR, WARN, INFO, 3, 2, 1");
            if (rule == null || level == null) continue;
            String method = change.text("operation");
            String path = change.text("path");
            report.finding(
                    change.pointer(),
                    rule,
                    level,
                    change.text("text", ""),
                    change.text("source"),
                    0,
                    method == null || path == null ? null : method.toUpperCase(Locale.ROOT) + " " + path,
                    false);
        }
        String base = file.entry().scope().get("base");
        String revision = file.entry().scope().get("revision");
        report.run(report.errors() > 0, base == null || revision == null ? null : base + ".." + revision);
    }

    private static @Nullable FindingLevel oasdiffLevel(@Nullable String level) {
        return switch (level == null ? "" : level.toUpperCase(Locale.ROOT)) {
            case "3", "ERR", "ERROR" -> FindingLevel.ERROR;
            case "2", "WARN", "WARNING" -> FindingLevel.WARNING;
            case "1", "INFO" -> FindingLevel.NOTE;
            default -> null;
        };
    }

    private static boolean isList(Exported file) {
        JsonValue root = file.root();
        return root != null && root.node().isList();
    }
}
