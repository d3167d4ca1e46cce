package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.FindingLevel;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports of linters and compilers in formats of their own. Code that they quote is never read. */
final class LintReadings {
    private static final int MAX_LINE = 2000;

    /** {@code a.ts(12,5): error TS2322: words}, and with {@code --pretty} {@code a.ts:12:5 - error TS2322: words}. */
    private static final Pattern TSC =
            Pattern.compile("([^\\s(:][^(:]{0,400})(?:\\((\\d{1,9}),\\d{1,9}\\):|:(\\d{1,9}):\\d{1,9} -) "
                    + "(error|warning) (TS\\d{1,6}): (.{0,1500})");

    /** {@code error TS18003: words}: of the whole project. */
    private static final Pattern TSC_PROJECT = Pattern.compile("(error|warning) (TS\\d{1,6}): (.{0,1500})");

    private static final Pattern COLOURS = Pattern.compile("\\x1B\\[[0-9;]{0,20}m");

    private LintReadings() {}

    /** {@code eslint --format json}: one object a file that was linted, findings or not (ESLint, formatters). */
    static void eslint(Exported file) {
        List<JsonValue> files = file.elements();
        JsonValue root = file.root();
        if (root == null || !root.node().isList()) return;
        if (files.isEmpty()) {
            file.gap("", "no file was linted");
            return;
        }
        ToolReport report = new ToolReport(file, "eslint");
        for (JsonValue of : files) {
            String path = of.text("filePath");
            if (path == null || of.get("messages") == null) {
                file.gap(of.pointer(), "it has no filePath and messages");
                continue;
            }
            of.list("messages").forEach(message -> lint(file, report, path, message, false));
            of.list("suppressedMessages").forEach(message -> lint(file, report, path, message, true));
        }
        report.run(report.errors() > 0, null);
    }

    private static void lint(Exported file, ToolReport report, String path, JsonValue message, boolean suppressed) {
        FindingLevel level = switch (message.integer("severity", 0)) {
            case 2 -> FindingLevel.ERROR;
            case 1 -> FindingLevel.WARNING;
            default -> null;
        };
        if (level == null) {
            file.gap(message.pointer(), "its severity is neither 1 nor 2");
            return;
        }
        // What ESLint says itself, for example that a file cannot be parsed, has no rule.
        String rule = message.text("ruleId", message.is("fatal") ? "fatal" : "eslint");
        report.finding(
                message.pointer(),
                rule,
                level,
                message.text("message", ""),
                path,
                message.integer("line", 0),
                null,
                suppressed);
    }

    /**
     * What {@code tsc} prints. It prints nothing when it finds nothing, so an empty text is only evidence together with
     * the exit code that the scope of the entry gives.
     */
    static void tsc(Exported file) {
        ToolReport report = new ToolReport(file, "tsc");
        int number = 0;
        for (String text : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            String line = COLOURS.matcher(text.length() > MAX_LINE ? text.substring(0, MAX_LINE) : text)
                    .replaceAll("")
                    .stripTrailing();
            Matcher found = TSC.matcher(line);
            Matcher project = TSC_PROJECT.matcher(line);
            if (found.matches()) {
                String at = found.group(2) == null ? found.group(3) : found.group(2);
                report.finding(
                        "#L" + number,
                        found.group(5),
                        level(found.group(4)),
                        found.group(6),
                        found.group(1),
                        Integer.parseInt(at),
                        null,
                        false);
            } else if (project.matches())
                report.finding(
                        "#L" + number,
                        project.group(2),
                        level(project.group(1)),
                        project.group(3),
                        null,
                        0,
                        null,
                        false);
        }
        Integer exitCode = report.exitCode();
        if (exitCode == null)
            file.gap(
                    "",
                    "tsc prints nothing when it finds nothing, so that its output does not show that it ran to its end:"
                            + " add `exitCode` to the scope of its entry");
        else if (exitCode != 0 && report.errors() == 0)
            file.gap("", "it ended with " + exitCode + " but no error is in its output");
        if (exitCode != null) report.run(false, null);
    }

    private static FindingLevel level(String word) {
        return word.equals("error") ? FindingLevel.ERROR : FindingLevel.WARNING;
    }
}
