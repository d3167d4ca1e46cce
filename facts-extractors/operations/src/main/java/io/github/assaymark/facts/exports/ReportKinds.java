package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.CoverageReport;
import io.github.assaymark.model.fact.TestResult;
import io.github.assaymark.model.fact.ToolFinding;
import io.github.assaymark.model.fact.ToolRun;
import java.util.List;
import java.util.stream.Stream;

/** Reports that tools leave behind in a pipeline. Each is about one commit, which its entry names. */
final class ReportKinds {
    private ReportKinds() {}

    static List<ExportKind> all() {
        return Stream.of(results(), coverage(), ToolKinds.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ExportKind> results() {
        return List.of(
                new ExportKind(
                        "jest",
                        "results of tests, the JSON that Jest and Vitest write; the scope names the `root` that paths are"
                                + " below",
                        "vitest run --reporter=json --outputFile=FILE, or jest --json --outputFile=FILE",
                        ExportKind.Format.JSON,
                        List.of(
                                "testResults[].name, status, endTime",
                                "testResults[].assertionResults[].ancestorTitles, title, status, duration, invocations"),
                        List.of(TestResult.class),
                        JestReading::read),
                new ExportKind(
                        "junit",
                        "results of tests, JUnit XML",
                        "vitest run --reporter=junit --outputFile=FILE, or target/surefire-reports/*.xml",
                        ExportKind.Format.TEXT,
                        List.of(
                                "testsuite name, file, timestamp",
                                "testcase name, classname, file, time",
                                "failure, error, skipped, flakyFailure, rerunFailure: that they are there"),
                        List.of(TestResult.class),
                        JUnitReading::read),
                new ExportKind(
                                "sarif",
                                "findings of a tool, SARIF 2.1.0",
                                "eslint . --format @microsoft/eslint-formatter-sarif --output-file FILE",
                                ExportKind.Format.JSON,
                                List.of(
                                        "tool.driver.name, rules[].id, defaultConfiguration.enabled; the rules of tool.extensions[]",
                                        "invocations[].commandLine, exitCode, executionSuccessful, endTimeUtc,"
                                                + " ruleConfigurationOverrides[].descriptor.id, configuration.enabled",
                                        "versionControlProvenance[].revisionId",
                                        "results[].ruleId, level, message.text, suppressions, first location"),
                                List.of(ToolFinding.class, ToolRun.class),
                                SarifReading::read)
                        .limited(ExportKind.Limit.scope("tool", "tool")));
    }

    private static List<ExportKind> coverage() {
        return List.of(
                coverage(
                        "coverage.istanbul-summary",
                        "coverage, Istanbul's coverage-summary.json",
                        "vitest run --coverage --coverage.reporter=json-summary",
                        ExportKind.Format.JSON,
                        CoverageReading::istanbul,
                        "statements, branches, lines, functions: covered and total"),
                coverage(
                        "coverage.lcov",
                        "coverage, lcov.info",
                        "vitest run --coverage --coverage.reporter=lcov",
                        ExportKind.Format.TEXT,
                        CoverageReading::lcov,
                        "SF, LF, LH, BRF, BRH, FNF, FNH"),
                coverage(
                        "coverage.cobertura",
                        "coverage, Cobertura's coverage.xml",
                        "pytest --cov --cov-report=xml",
                        ExportKind.Format.TEXT,
                        CoverageReading::cobertura,
                        "class filename, line hits, condition-coverage"),
                coverage(
                        "coverage.jacoco",
                        "coverage, JaCoCo's jacoco.xml",
                        "mvn jacoco:report",
                        ExportKind.Format.TEXT,
                        CoverageReading::jacoco,
                        "package and sourcefile name, counter type, covered, missed"));
    }

    private static ExportKind coverage(
            String id,
            String meaning,
            String command,
            ExportKind.Format format,
            ExportKind.Reading reading,
            String kept) {
        return new ExportKind(
                id,
                meaning + "; the scope may name the `bucket` of the tests and the `directory` that the total is of",
                command,
                format,
                List.of(kept),
                List.of(CoverageReport.class),
                reading);
    }
}
