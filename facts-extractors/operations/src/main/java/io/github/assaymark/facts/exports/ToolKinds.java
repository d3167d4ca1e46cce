package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.ToolFinding;
import io.github.assaymark.model.fact.ToolRun;
import java.util.List;

/** Reports of tools in formats of their own; a tool that writes SARIF needs none of these. */
final class ToolKinds {
    private ToolKinds() {}

    static List<ExportKind> all() {
        return List.of(
                kind(
                        "eslint",
                        "findings of ESLint; the scope names the `root` that paths are below",
                        "eslint . --format json --output-file FILE",
                        ExportKind.Format.JSON,
                        LintReadings::eslint,
                        "[].filePath, messages[] and suppressedMessages[]: ruleId, severity, message, line, fatal"),
                kind(
                        "gitleaks",
                        "secrets that gitleaks (version 8) found, by rule and place",
                        "gitleaks git --report-format json --report-path FILE --redact",
                        ExportKind.Format.JSON,
                        ScanReadings::gitleaks,
                        "[].RuleID, Description, File, StartLine"),
                kind(
                        "npm.audit",
                        "known weaknesses of npm packages",
                        "npm audit --json > FILE, or pnpm audit --json",
                        ExportKind.Format.JSON,
                        ScanReadings::npmAudit,
                        "vulnerabilities.*.via[].source, name, title, url, severity",
                        "advisories.*.module_name, title, url, severity",
                        "metadata.vulnerabilities.total"),
                kind(
                        "oasdiff",
                        "changes of an interface; the scope names the `base` and the `revision` that were compared",
                        "oasdiff breaking BASE REVISION --format json > FILE, or oasdiff changelog",
                        ExportKind.Format.JSON,
                        ScanReadings::oasdiff,
                        "[].id, text, level, operation, path, source"),
                kind(
                        "tsc",
                        "errors of TypeScript's compiler; the scope gives its `exitCode`, as it prints nothing when it"
                                + " finds nothing",
                        "tsc --noEmit --pretty false > FILE; echo $?",
                        ExportKind.Format.TEXT,
                        LintReadings::tsc,
                        "path, line, code and message of each line of an error"));
    }

    private static ExportKind kind(
            String id,
            String meaning,
            String command,
            ExportKind.Format format,
            ExportKind.Reading reading,
            String... kept) {
        return new ExportKind(
                        id, meaning, command, format, List.of(kept), List.of(ToolFinding.class, ToolRun.class), reading)
                .limited(ExportKind.Limit.to("tool", id.replace('.', '-')));
    }
}
