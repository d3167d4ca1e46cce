package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.FindingLevel;
import io.github.assaymark.model.fact.ToolFinding;
import io.github.assaymark.model.fact.ToolRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SARIF 2.1.0 (OASIS): findings, and that the tool ran at all. */
final class SarifReading {
    private SarifReading() {}

    static void read(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        if (!root.text("version", "").startsWith("2.1")) file.gap("/version", "it is no SARIF 2.1");
        List<JsonValue> runs = root.list("runs");
        if (runs.isEmpty()) file.gap("", "there is no run in it");
        runs.forEach(run -> run(file, run));
    }

    private static void run(Exported file, JsonValue run) {
        JsonValue driver = run.at("tool", "driver");
        String tool = driver == null ? null : file.required(driver, "name");
        if (tool == null) {
            file.gap(run.pointer(), "it does not name its tool");
            return;
        }
        if (tool.indexOf(',') >= 0) {
            file.gap(run.pointer(), "the name of its tool holds a comma");
            return;
        }
        file.speaksOf(tool);
        int errors = 0;
        int warnings = 0;
        boolean told = run.get("results") != null;
        for (JsonValue result : run.list("results")) {
            FindingLevel level = level(result.text("level"));
            boolean suppressed = !result.list("suppressions").isEmpty();
            if (!suppressed && level == FindingLevel.ERROR) errors++;
            if (!suppressed && level == FindingLevel.WARNING) warnings++;
            finding(file, tool, result, level, suppressed);
        }
        if (!told) file.gap(run.pointer(), "it has no results, so the tool only described itself");
        List<JsonValue> invocations = run.list("invocations");
        List<String> rules = rules(run, invocations);
        // A run that never began has no list of results, not even an empty one (SARIF 2.1.0, 3.14.23).
        if (invocations.isEmpty() && told) run(file, run, null, tool, errors, warnings, rules);
        for (JsonValue invocation : invocations)
            run(file, run, invocation, tool, told ? errors : -1, told ? warnings : -1, rules);
    }

    private static void run(
            Exported file,
            JsonValue run,
            @Nullable JsonValue invocation,
            String tool,
            int errors,
            int warnings,
            List<String> rules) {
        Instant ended = invocation == null ? null : invocation.instant("endTimeUtc");
        String command = file.entry().command();
        file.fact(new ToolRun(
                file.key(tool),
                file.owner(file.service(null)),
                file.at(invocation == null ? run : invocation),
                tool,
                Exported.shown(invocation == null ? command : invocation.text("commandLine", command)),
                invocation == null
                        ? errors > 0 ? 1 : 0
                        : invocation.integer("exitCode", invocation.is("executionSuccessful") ? 0 : 1),
                errors,
                warnings,
                false,
                null,
                null,
                rules,
                -1,
                null,
                file.service(null),
                file.stage(null),
                revision(file, run),
                ended == null ? file.observedAt() : ended));
    }

    /** The commit of the entry; where the run names one too, it has to be the same. */
    private static @Nullable String revision(Exported file, JsonValue run) {
        String entry = file.entry().commit();
        for (JsonValue version : run.list("versionControlProvenance")) {
            String told = Exported.identity(version.text("revisionId"));
            if (told == null || told.equals(entry)) continue;
            if (entry == null) return told;
            file.gap(version.pointer(), "it speaks of the commit " + told + ", its entry of " + entry);
        }
        return entry;
    }

    /** Ids of the rules of the tool and its extensions that were not turned off, sorted. */
    private static List<String> rules(JsonValue run, List<JsonValue> invocations) {
        TreeMap<String, Boolean> on = new TreeMap<>();
        List<JsonValue> parts = new ArrayList<>();
        JsonValue extensions = run.at("tool", "extensions");
        if (extensions != null) parts.addAll(extensions.items());
        JsonValue driver = run.at("tool", "driver");
        if (driver != null) parts.add(driver);
        for (JsonValue part : parts)
            for (JsonValue rule : part.list("rules")) {
                String id = rule.text("id");
                JsonValue normally = rule.get("defaultConfiguration");
                if (id != null) on.put(Exported.shown(id), normally == null || isOn(normally));
            }
        for (JsonValue invocation : invocations)
            for (JsonValue override : invocation.list("ruleConfigurationOverrides")) {
                JsonValue rule = override.get("descriptor");
                JsonValue now = override.get("configuration");
                String id = rule == null ? null : rule.text("id");
                if (id != null && now != null) on.computeIfPresent(Exported.shown(id), (same, was) -> isOn(now));
            }
        return on.keySet().stream()
                .filter(id -> Boolean.TRUE.equals(on.get(id)))
                .toList();
    }

    /** Rules are on where nothing says otherwise (SARIF 2.1.0, 3.50.2). */
    private static boolean isOn(JsonValue configuration) {
        return !"false".equals(configuration.text("enabled"));
    }

    private static void finding(Exported file, String tool, JsonValue result, FindingLevel level, boolean suppressed) {
        String rule = result.text("ruleId");
        if (rule == null) {
            JsonValue of = result.get("rule");
            rule = of == null ? null : of.text("id");
        }
        if (rule == null) {
            file.gap(result.pointer(), "a result without the id of its rule");
            return;
        }
        JsonValue message = result.get("message");
        String path = null;
        int line = 0;
        List<JsonValue> locations = result.list("locations");
        if (!locations.isEmpty()) {
            JsonValue place = locations.get(0).get("physicalLocation");
            JsonValue artifact = place == null ? null : place.get("artifactLocation");
            JsonValue region = place == null ? null : place.get("region");
            path = artifact == null ? null : path(artifact.text("uri"));
            line = region == null ? 0 : region.integer("startLine", 0);
        }
        file.fact(new ToolFinding(
                file.key(tool + "/" + Exported.shown(rule) + "@" + (path == null ? "" : path)),
                file.ownerOf(path, file.service(null)),
                file.at(result),
                tool,
                Exported.shown(rule),
                level,
                message == null ? "" : Exported.shown(message.text("text", "")),
                path,
                line,
                null,
                suppressed,
                file.entry().commit(),
                file.observedAt()));
    }

    private static @Nullable String path(@Nullable String uri) {
        if (uri == null) return null;
        return Exported.shown(uri.startsWith("file://") ? uri.substring("file://".length()) : uri);
    }

    /** A result without a level is a warning (SARIF 2.1.0, 3.27.10). */
    private static FindingLevel level(@Nullable String level) {
        if (level == null) return FindingLevel.WARNING;
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "error" -> FindingLevel.ERROR;
            case "note", "none" -> FindingLevel.NOTE;
            default -> FindingLevel.WARNING;
        };
    }
}
