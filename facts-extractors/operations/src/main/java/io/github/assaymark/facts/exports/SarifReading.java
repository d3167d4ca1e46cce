package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.FindingLevel;
import io.github.assaymark.model.fact.ToolFinding;
import io.github.assaymark.model.fact.ToolRun;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
        int index = 0;
        for (JsonValue invocation : run.list("invocations")) {
            Instant ended = invocation.instant("endTimeUtc");
            file.fact(new ToolRun(
                    file.key(tool + "#" + index++),
                    file.owner(file.service(null)),
                    file.at(invocation),
                    tool,
                    Exported.shown(invocation.text("commandLine", file.entry().command())),
                    invocation.integer("exitCode", invocation.is("executionSuccessful") ? 0 : 1),
                    told ? errors : -1,
                    told ? warnings : -1,
                    false,
                    null,
                    file.service(null),
                    file.stage(null),
                    file.entry().commit(),
                    ended == null ? file.observedAt() : ended));
        }
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
