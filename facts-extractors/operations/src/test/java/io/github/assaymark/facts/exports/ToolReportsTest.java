package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.FindingLevel;
import io.github.assaymark.model.fact.ResultStatus;
import io.github.assaymark.model.fact.TestResult;
import io.github.assaymark.model.fact.ToolFinding;
import io.github.assaymark.model.fact.ToolRun;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolReportsTest {
    private static StateFixture report(String kind, String text, String... scope) {
        return new StateFixture()
                .export(
                        kind,
                        "report",
                        text,
                        "\"complete\": true, \"commit\": \"c0ffee\", \"scope\": {" + String.join(", ", scope) + "}");
    }

    private static List<String> gaps(String kind, String text, String... scope) {
        return report(kind, text, scope).gaps(ToolFinding.class, "");
    }

    private static void ran(StateFixture state, String tool, int exitCode, int errors, int warnings) {
        ToolRun run = state.only(ToolRun.class);
        assertThat(run.tool()).isEqualTo(tool);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.errors()).isEqualTo(errors);
        assertThat(run.warnings()).isEqualTo(warnings);
        assertThat(run.sha()).isEqualTo("c0ffee");
        assertThat(run.command()).isEqualTo("export it");
        assertThat(run.cleanTree()).isFalse();
    }

    @Test
    void findings_of_eslint_have_rules_places_and_levels() {
        StateFixture state = report("eslint", """
                [{"filePath": "/build/platform/services/billing/src/a.ts", "errorCount": 2, "messages": [
                   {"ruleId": "no-restricted-imports", "severity": 2, "message": "not from the domain", "line": 3},
                   {"ruleId": null, "fatal": true, "severity": 2, "message": "Parsing error", "line": 9},
                   {"ruleId": "no-console", "severity": 1, "message": "console", "line": 12}],
                  "suppressedMessages": [{"ruleId": "no-eval", "severity": 2, "message": "eval", "line": 40,
                    "suppressions": [{"kind": "directive"}]}], "source": "const x = 1"},
                 {"filePath": "/build/platform/services/orders/src/b.ts", "messages": []}]""", "\"root\": \"/build/platform\"");
        assertThat(state.facts(ToolFinding.class))
                .extracting(
                        ToolFinding::rule,
                        ToolFinding::level,
                        ToolFinding::file,
                        ToolFinding::line,
                        ToolFinding::suppressed,
                        ToolFinding::owner)
                .containsExactlyInAnyOrder(
                        tuple(
                                "no-restricted-imports",
                                FindingLevel.ERROR,
                                "services/billing/src/a.ts",
                                3,
                                false,
                                "services/billing"),
                        tuple("fatal", FindingLevel.ERROR, "services/billing/src/a.ts", 9, false, "services/billing"),
                        tuple(
                                "no-console",
                                FindingLevel.WARNING,
                                "services/billing/src/a.ts",
                                12,
                                false,
                                "services/billing"),
                        tuple(
                                "no-eval",
                                FindingLevel.ERROR,
                                "services/billing/src/a.ts",
                                40,
                                true,
                                "services/billing"));
        ran(state, "eslint", 1, 2, 1);
        ran(report("eslint", "[{\"filePath\": \"a.ts\", \"messages\": []}]"), "eslint", 0, 0, 0);
        ran(report("eslint", "[{\"filePath\": \"a.ts\", \"messages\": []}]", "\"exitCode\": \"1\""), "eslint", 1, 0, 0);
    }

    @Test
    void report_that_is_none_is_no_evidence() {
        assertThat(gaps("eslint", "[]")).containsExactly("no file was linted");
        assertThat(report("eslint", "[]").facts(ToolRun.class)).isEmpty();
        assertThat(gaps("eslint", "{\"results\": []}")).containsExactly("it is no list");
        assertThat(gaps("eslint", "[{}, {\"filePath\": \"a\", \"messages\": [{\"severity\": 3}]}]"))
                .containsExactlyInAnyOrder(
                        "/0: it has no filePath and messages", "/1/messages/0: its severity is neither 1 nor 2");
        assertThat(gaps("eslint", "[{\"filePath\": \"a\", \"messages\": []}]", "\"exitCode\": \"fine\""))
                .containsExactly("the exitCode of its scope is no whole number");
        assertThat(report("gitleaks", "{\"leaks\": []}").facts(ToolRun.class)).isEmpty();
        assertThat(report("oasdiff", "").facts(ToolRun.class)).isEmpty();
        assertThat(gaps("oasdiff", "")).isNotEmpty();
        assertThat(gaps("oasdiff", "{")).isNotEmpty();
    }

    @Test
    void compiler_is_believed_with_its_exit_code_only() {
        String text = """
                services/billing/src/a.ts(12,5): error TS2322: Type 'string' is not assignable.
                \u001b[96mservices/orders/src/b.ts\u001b[0m:7:1 - \u001b[91merror\u001b[0m TS1005: ';' expected.
                error TS18003: No inputs were found.
                Found 3 errors.
                """;
        StateFixture state = report("tsc", text, "\"exitCode\": \"2\"");
        assertThat(state.facts(ToolFinding.class))
                .extracting(ToolFinding::rule, ToolFinding::file, ToolFinding::line, ToolFinding::owner)
                .containsExactlyInAnyOrder(
                        tuple("TS2322", "services/billing/src/a.ts", 12, "services/billing"),
                        tuple("TS1005", "services/orders/src/b.ts", 7, "services/orders"),
                        tuple("TS18003", null, 0, ""));
        ran(state, "tsc", 2, 3, 0);
        ran(report("tsc", "", "\"exitCode\": \"0\""), "tsc", 0, 0, 0);
        assertThat(report("tsc", "").facts(ToolRun.class)).isEmpty();
        assertThat(gaps("tsc", ""))
                .containsExactly(
                        "tsc prints nothing when it finds nothing, so that its output does not show that it ran to its end: add `exitCode` to the scope of its entry");
        assertThat(gaps("tsc", "sh: tsc: not found\n", "\"exitCode\": \"127\""))
                .containsExactly("it ended with 127 but no error is in its output");
    }

    @Test
    void both_versions_of_an_audit_are_read() {
        StateFixture second = report("npm.audit", """
                {"auditReportVersion": 2, "vulnerabilities": {
                  "tar": {"name": "tar", "severity": "high", "via": [
                    {"source": 1096, "name": "tar", "title": "Path traversal", "url": "https://github.com/advisories/GHSA-aaaa-bbbb-cccc", "severity": "high"},
                    {"source": 1097, "name": "tar", "title": "Slow pattern", "severity": "moderate"}]},
                  "pack": {"name": "pack", "severity": "high", "via": ["tar",
                    {"source": 1096, "name": "tar", "title": "Path traversal", "url": "https://github.com/advisories/GHSA-aaaa-bbbb-cccc", "severity": "high"}]}},
                 "metadata": {"vulnerabilities": {"total": 2}}}""");
        assertThat(second.facts(ToolFinding.class))
                .extracting(ToolFinding::rule, ToolFinding::level, ToolFinding::message)
                .containsExactlyInAnyOrder(
                        tuple("GHSA-aaaa-bbbb-cccc", FindingLevel.ERROR, "tar: Path traversal"),
                        tuple("1097", FindingLevel.WARNING, "tar: Slow pattern"));
        ran(second, "npm-audit", 1, 1, 1);
        StateFixture first = report("npm.audit", """
                {"advisories": {"118": {"id": 118, "module_name": "minimatch", "title": "Slow pattern", "severity": "low"}}}""");
        assertThat(first.only(ToolFinding.class).rule()).isEqualTo("118");
        assertThat(first.only(ToolFinding.class).level()).isEqualTo(FindingLevel.NOTE);
        ran(first, "npm-audit", 1, 0, 0);
        ran(report("npm.audit", "{\"vulnerabilities\": {}}"), "npm-audit", 0, 0, 0);
        assertThat(gaps("npm.audit", "{\"error\": {\"code\": \"ENOLOCK\"}}")).containsExactly("the audit failed");
        assertThat(gaps("npm.audit", "{}")).containsExactly("there are no vulnerabilities in it");
        assertThat(gaps("npm.audit", "{\"vulnerabilities\": {}, \"metadata\": {\"vulnerabilities\": {\"total\": 4}}}"))
                .containsExactly("it counts 4 vulnerabilities and lists none");
        assertThat(gaps("npm.audit", "{\"advisories\": {\"1\": {\"module_name\": \"a\", \"severity\": \"bad\"}}}"))
                .containsExactly("/advisories/1: it has no known severity");
    }

    @Test
    void leaks_are_told_without_what_leaked() {
        StateFixture state = report("gitleaks", """
                [{"RuleID": "generic-api-key", "Description": "A key", "StartLine": 8, "File": "services/orders/.env.example",
                  "Match": "key=kanarikanari", "Secret": "kanarikanari", "Commit": "abc", "Author": "A Person", "Email": "a@b.c"},
                 {"rule": "of version 7"}]""");
        ToolFinding finding = state.only(ToolFinding.class);
        assertThat(finding.rule()).isEqualTo("generic-api-key");
        assertThat(finding.file()).isEqualTo("services/orders/.env.example");
        assertThat(finding.line()).isEqualTo(8);
        assertThat(finding.level()).isEqualTo(FindingLevel.ERROR);
        assertThat(state.snapshot().facts().toString()).doesNotContain("kanarikanari", "A Person");
        assertThat(state.gaps(ToolFinding.class, "")).containsExactly("/1: it has no RuleID");
        ran(report("gitleaks", "[]"), "gitleaks", 0, 0, 0);
    }

    @Test
    void changes_of_an_interface_name_their_operation() {
        StateFixture state = report("oasdiff", """
                [{"id": "response-success-status-removed", "text": "removed 200", "level": 3, "operation": "get",
                  "operationId": "listOrders", "path": "/v1/orders", "source": "services/orders/openapi.yaml", "section": "paths"},
                 {"id": "api-deprecated", "text": "soon gone", "level": "WARN", "operation": "POST", "path": "/v1/orders"},
                 {"id": "schema-added", "text": "more", "level": "INFO", "section": "components"},
                 {"id": "odd", "level": 9}, {"level": 1}]""", "\"base\": \"v1.3.0\"", "\"revision\": \"c0ffee\"");
        assertThat(state.facts(ToolFinding.class))
                .extracting(ToolFinding::rule, ToolFinding::level, ToolFinding::operation, ToolFinding::owner)
                .containsExactlyInAnyOrder(
                        tuple(
                                "response-success-status-removed",
                                FindingLevel.ERROR,
                                "GET /v1/orders",
                                "services/orders"),
                        tuple("api-deprecated", FindingLevel.WARNING, "POST /v1/orders", ""),
                        tuple("schema-added", FindingLevel.NOTE, null, ""));
        ran(state, "oasdiff", 1, 1, 1);
        assertThat(state.only(ToolRun.class).artifact()).isEqualTo("v1.3.0..c0ffee");
        assertThat(state.gaps(ToolFinding.class, ""))
                .containsExactlyInAnyOrder("/3: its level is none of ERR, WARN, INFO, 3, 2, 1", "/4: it has no id");
        ran(report("oasdiff", "null\n"), "oasdiff", 0, 0, 0);
        ran(report("oasdiff", "[]"), "oasdiff", 0, 0, 0);
        assertThat(report("oasdiff", "[]").only(ToolRun.class).artifact()).isNull();
    }

    @Test
    void tests_of_vitest_and_jest_are_read() {
        StateFixture state = report("jest", """
                {"success": false, "startTime": 1772443800000, "testResults": [
                  {"name": "/build/platform/services/billing/tests/a.test.ts", "status": "failed", "endTime": 1772443805250,
                   "assertionResults": [
                     {"ancestorTitles": ["invoices", "rounding"], "title": "holds", "status": "passed", "duration": 12.5},
                     {"ancestorTitles": ["invoices"], "title": "fails", "status": "failed", "failureMessages": ["kanari"]},
                     {"ancestorTitles": [], "title": "waits", "status": "todo"},
                     {"ancestorTitles": [], "title": "wavers", "status": "passed", "invocations": 3},
                     {"ancestorTitles": [], "title": "odd", "status": "dreaming"}]},
                  {"name": "/build/platform/services/orders/tests/b.test.ts", "status": "failed", "message": "kanari", "assertionResults": []},
                  {"name": "/build/platform/services/orders/tests/c.test.ts", "status": "passed", "assertionResults": []}]}""", "\"root\": \"/build/platform/\"");
        assertThat(state.facts(TestResult.class))
                .extracting(TestResult::name, TestResult::status, TestResult::passed, TestResult::owner)
                .containsExactlyInAnyOrder(
                        tuple("invoices > rounding > holds", ResultStatus.PASSED, true, "services/billing"),
                        tuple("invoices > fails", ResultStatus.FAILED, false, "services/billing"),
                        tuple("waits", ResultStatus.SKIPPED, false, "services/billing"),
                        tuple("wavers", ResultStatus.FLAKY, false, "services/billing"),
                        tuple("services/orders/tests/b.test.ts", ResultStatus.ERROR, false, "services/orders"));
        TestResult first = state.facts(TestResult.class).stream()
                .filter(TestResult::passed)
                .findFirst()
                .orElseThrow();
        assertThat(first.file()).isEqualTo("services/billing/tests/a.test.ts");
        assertThat(first.at()).isEqualTo(Instant.parse("2026-03-02T09:30:05.250Z"));
        assertThat(first.duration())
                .isEqualTo(new Quantity(new java.math.BigDecimal("12.5"), Quantity.Unit.MILLISECONDS));
        assertThat(first.sha()).isEqualTo("c0ffee");
        assertThat(state.snapshot().facts().toString()).doesNotContain("kanari");
        assertThat(state.gaps(TestResult.class, ""))
                .containsExactlyInAnyOrder(
                        "/testResults/0/assertionResults/4: an unknown status: dreaming",
                        "/testResults/2: a file without a test");
        assertThat(report("jest", "{\"testResults\": []}").gaps(TestResult.class, ""))
                .containsExactly("there is no test in it");
        assertThat(report("jest", "{}").gaps(TestResult.class, ""))
                .containsExactlyInAnyOrder("there is no list testResults in it", "there is no test in it");
    }

    @Test
    void denied_and_failed_runs_say_so() {
        StateFixture denied = new StateFixture()
                .entry("\"kind\": \"npm.audit\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"httpStatus\": 401");
        assertThat(denied.coverage(ToolFinding.class, ""))
                .contains("[tool=npm-audit] DENIED [access was denied]")
                .hasSize(2);
        StateFixture failed = new StateFixture()
                .entry("\"kind\": \"oasdiff\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"error\": \"no such file\"");
        assertThat(failed.coverage(ToolRun.class, ""))
                .contains("[tool=oasdiff] FAILED [no such file]")
                .hasSize(2);
    }

    @Test
    void the_report_of_one_tool_says_nothing_of_what_others_find() {
        String nobody = "[nobody exported it: `assay collect --describe` lists the commands]";
        StateFixture reports = report("eslint", "[]", "\"exitCode\": \"0\"");
        assertThat(reports.coverage(ToolFinding.class, ""))
                .containsExactlyInAnyOrder(
                        "[tool=eslint] PARTIAL [no file was linted]", "[tool!=eslint] NOT_ATTEMPTED " + nobody);

        StateFixture sarif = new StateFixture()
                .export(
                        "sarif",
                        "two.sarif",
                        "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"one\"}}, \"results\": []},"
                                + " {\"tool\": {\"driver\": {\"name\": \"two\"}}, \"results\": []}]}");
        assertThat(sarif.coverage(ToolFinding.class, ""))
                .containsExactlyInAnyOrder(
                        "[tool=one] COMPLETE", "[tool=two] COMPLETE", "[tool!=one,two] NOT_ATTEMPTED " + nobody);
    }

    @Test
    void runs_written_by_hand_are_all_there_are_unless_their_entry_names_the_tools() {
        StateFixture all = new StateFixture().export("records.tool-run", "runs.json", "{\"records\": []}");
        assertThat(all.coverage(ToolRun.class, "")).containsExactly("[] COMPLETE");
        StateFixture some = new StateFixture()
                .file("state/runs.json", "{\"records\": []}")
                .entry("\"path\": \"runs.json\", \"kind\": \"records.tool-run\", \"command\": \"write it\","
                        + " \"scope\": {\"tool\": \"smoke, canary\", \"stage\": \"dev\"},"
                        + " \"finishedAt\": \"2026-03-02T09:30:00Z\", \"complete\": true");
        assertThat(some.coverage(ToolRun.class, ""))
                .contains("[stage=dev, tool=canary] COMPLETE", "[stage=dev, tool=smoke] COMPLETE")
                .anySatisfy(one -> assertThat(one).startsWith("[stage!=dev, tool=canary] NOT_ATTEMPTED"))
                .anySatisfy(one -> assertThat(one).startsWith("[tool!=canary,smoke] NOT_ATTEMPTED"));
    }

    @Test
    void a_report_of_too_many_tools_or_of_one_with_a_comma_is_not_whole() {
        StringBuilder runs = new StringBuilder();
        for (int i = 0; i < 51; i++)
            runs.append(i == 0 ? "" : ",")
                    .append("{\"tool\": {\"driver\": {\"name\": \"t")
                    .append(i)
                    .append("\"}}, \"results\": []}");
        StateFixture many =
                new StateFixture().export("sarif", "many.sarif", "{\"version\": \"2.1.0\", \"runs\": [" + runs + "]}");
        assertThat(many.coverage(ToolFinding.class, ""))
                .hasSize(51)
                .contains("[tool=t0] PARTIAL [it speaks of more than 50 tools]");
        StateFixture comma = new StateFixture()
                .export(
                        "sarif",
                        "comma.sarif",
                        "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"a,b\"}}, \"results\": []}]}");
        assertThat(comma.gaps(ToolFinding.class, "")).containsExactly("/runs/0: the name of its tool holds a comma");
        assertThat(comma.facts(ToolRun.class)).isEmpty();
    }
}
