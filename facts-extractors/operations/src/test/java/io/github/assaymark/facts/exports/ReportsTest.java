package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.CoverageReport;
import io.github.assaymark.model.fact.FindingLevel;
import io.github.assaymark.model.fact.ResultStatus;
import io.github.assaymark.model.fact.TestResult;
import io.github.assaymark.model.fact.ToolFinding;
import io.github.assaymark.model.fact.ToolRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static StateFixture report(String kind, String text) {
        return new StateFixture()
                .export(
                        kind,
                        "report",
                        text,
                        "\"complete\": true, \"commit\": \"c0ffee\", \"scope\": {\"bucket\": \"unit\"}");
    }

    private static Quantity percent(String amount) {
        return new Quantity(new BigDecimal(amount), Quantity.Unit.PERCENT);
    }

    @Test
    void tests_are_told_with_how_they_ended() {
        StateFixture state = report("junit", """
                <?xml version="1.0"?>
                <testsuites>
                  <testsuite name="billing" timestamp="2026-03-01T08:32:00Z">
                    <testcase classname="services/billing/tests/a.test.ts" name="a holds" time="0.017"/>
                    <testcase classname="services/billing/tests/a.test.ts" name="b fails"><failure message="x"/></testcase>
                    <testcase classname="services/billing/tests/a.test.ts" name="c breaks"><error/></testcase>
                    <testcase classname="services/billing/tests/a.test.ts" name="d waits"><skipped/></testcase>
                    <testcase classname="Flaky" name="e"><flakyFailure message="first"/></testcase>
                    <testcase classname="Rerun" name="f"><rerunFailure/><failure/></testcase>
                    <testcase name="g in the suite" file="services/orders/t.ts"/>
                  </testsuite>
                </testsuites>""");
        assertThat(state.facts(TestResult.class))
                .extracting(TestResult::name, TestResult::status)
                .containsExactlyInAnyOrder(
                        tuple("a holds", ResultStatus.PASSED),
                        tuple("b fails", ResultStatus.FAILED),
                        tuple("c breaks", ResultStatus.ERROR),
                        tuple("d waits", ResultStatus.SKIPPED),
                        tuple("e", ResultStatus.FLAKY),
                        tuple("f", ResultStatus.FAILED),
                        tuple("g in the suite", ResultStatus.PASSED));
        TestResult first = state.facts(TestResult.class).stream()
                .filter(result -> result.name().equals("a holds"))
                .findFirst()
                .orElseThrow();
        assertThat(first.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(first.file()).isEqualTo("services/billing/tests/a.test.ts");
        assertThat(first.sha()).isEqualTo("c0ffee");
        assertThat(state.facts(TestResult.class)).filteredOn(TestResult::passed).hasSize(2);
        assertThat(first.at()).isEqualTo(Instant.parse("2026-03-01T08:32:00Z"));
        assertThat(first.duration()).isEqualTo(new Quantity(new BigDecimal("0.017"), Quantity.Unit.SECONDS));
    }

    @Test
    void suite_without_tests_proves_nothing() {
        assertThat(report("junit", "<testsuite name='x' tests='0'/>").gaps(TestResult.class, ""))
                .containsExactly("there is no test in it");
        assertThat(report("junit", "<html/>").gaps(TestResult.class, ""))
                .containsExactly("there is no testsuite in it");
        StateFixture broken = report("junit", "<testsuite><testcase name='a'/>\n<testcase name=");
        assertThat(broken.facts(TestResult.class)).hasSize(1);
        assertThat(broken.gaps(TestResult.class, "")).containsExactly("#L2: it is no well-formed XML");
    }

    @Test
    void hostile_xml_reads_nothing_from_outside() {
        String text =
                "<!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><testsuite><testcase name=\"&x;\"/></testsuite>";
        StateFixture state = report("junit", text);
        assertThat(state.snapshot().toString()).doesNotContain("root:");
        assertThat(state.gaps(TestResult.class, "")).isNotEmpty();
        String deep = "<testsuite>".repeat(5000);
        assertThat(report("junit", deep).gaps(TestResult.class, "")).contains("elements are nested deeper than 100");
    }

    @Test
    void findings_have_levels_places_and_their_tool() {
        StateFixture state = report("sarif", """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "loop-conventions"}},
                  "invocations": [{"executionSuccessful": true, "endTimeUtc": "2026-03-01T08:30:00Z"}],
                  "results": [
                    {"ruleId": "require-scope", "level": "error", "message": {"text": "no scope"},
                     "locations": [{"physicalLocation": {"artifactLocation": {"uri": "services/billing/src/a.ts"},
                       "region": {"startLine": 12}}}]},
                    {"ruleId": "no-raw-fetch", "message": {"text": "fetch"}, "suppressions": [{"kind": "inSource"}]}]}]}""");
        List<ToolFinding> findings = state.facts(ToolFinding.class);
        assertThat(findings).extracting(ToolFinding::rule).containsExactly("no-raw-fetch", "require-scope");
        assertThat(findings.get(0).level()).isEqualTo(FindingLevel.WARNING);
        assertThat(findings.get(0).suppressed()).isTrue();
        assertThat(findings.get(1).line()).isEqualTo(12);
        assertThat(findings.get(1).owner()).isEqualTo(StateFixture.BILLING);
        ToolRun run = state.only(ToolRun.class);
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEqualTo(1);
        assertThat(run.warnings()).isZero();
        assertThat(run.sha()).isEqualTo("c0ffee");
        assertThat(report("sarif", "{\"version\": \"2.1.0\", \"runs\": []}").gaps(ToolFinding.class, ""))
                .containsExactly("there is no run in it");
    }

    @Test
    void a_sarif_report_tells_which_rules_ran_and_of_which_commit() {
        StateFixture state = report("sarif", """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "loop-conventions", "rules": [
                    {"id": "no-raw-fetch"}, {"id": "asleep", "defaultConfiguration": {"enabled": false}},
                    {"id": "woken", "defaultConfiguration": {"enabled": false}}, {"id": "muted"}]},
                    "extensions": [{"name": "phi", "rules": [{"id": "no-phi-logging"}]}]},
                  "versionControlProvenance": [{"revisionId": "c0ffee"}],
                  "invocations": [{"executionSuccessful": true, "ruleConfigurationOverrides": [
                    {"descriptor": {"id": "woken"}, "configuration": {"enabled": true}},
                    {"descriptor": {"id": "muted"}, "configuration": {"enabled": false}}]}],
                  "results": []}]}""");
        assertThat(state.only(ToolRun.class).covered()).containsExactly("no-phi-logging", "no-raw-fetch", "woken");
        assertThat(state.gaps(ToolRun.class, "")).isEmpty();
        assertThat(report("sarif", """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "loop-conventions"}},
                  "versionControlProvenance": [{"revisionId": "decafbad"}], "results": []}]}""").gaps(ToolRun.class, ""))
                .containsExactly(
                        "/runs/0/versionControlProvenance/0: it speaks of the commit decafbad, its entry of c0ffee");
    }

    @Test
    void a_sarif_report_without_invocations_is_of_a_run_when_it_lists_results() {
        assertThat(report("sarif", """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "leaks"}}, "results": []}]}""").only(ToolRun.class).exitCode()).isZero();
        assertThat(report("sarif", """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "leaks"}}, "results": [
                  {"ruleId": "aws-key", "level": "error", "message": {"text": "a key"}}]}]}""").only(ToolRun.class).exitCode()).isEqualTo(1);
        StateFixture described = report("sarif", """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "leaks"}}}]}""");
        assertThat(described.facts(ToolRun.class)).isEmpty();
        assertThat(described.gaps(ToolRun.class, ""))
                .containsExactly("/runs/0: it has no results, so the tool only described itself");
    }

    @Test
    void coverage_formats_agree_on_the_same_counts() {
        CoverageReport istanbul = report("coverage.istanbul-summary", """
                {"total": {"lines": {"total": 8, "covered": 6}, "statements": {"total": 10, "covered": 7},
                  "branches": {"total": 4, "covered": 1}, "functions": {"total": 0, "covered": 0, "pct": "Unknown"}}}""").only(CoverageReport.class);
        assertThat(istanbul.lines()).isEqualTo(percent("75"));
        assertThat(istanbul.statements()).isEqualTo(percent("70"));
        assertThat(istanbul.branches()).isEqualTo(percent("25"));
        assertThat(istanbul.functions()).isNull();
        assertThat(istanbul.bucket()).isEqualTo("unit");

        CoverageReport lcov = total(report("coverage.lcov", """
                SF:services/billing/a.ts
                LF:6
                LH:5
                BRF:2
                BRH:1
                end_of_record
                SF:services/orders/b.ts
                LF:2
                LH:1
                BRF:2
                BRH:0
                end_of_record
                """));
        assertThat(lcov.lines()).isEqualTo(percent("75"));
        assertThat(lcov.branches()).isEqualTo(percent("25"));
        assertThat(lcov.statements()).isNull();

        CoverageReport cobertura = total(report("coverage.cobertura", """
                <coverage><packages><package><classes><class filename="a.py"><methods><method><lines>
                  <line number="1" hits="0"/></lines></method></methods>
                  <lines><line number="1" hits="1"/><line number="2" hits="2" branch="true" condition-coverage="25% (1/4)"/>
                  <line number="3" hits="3"/><line number="4" hits="0"/></lines></class></classes></package></packages></coverage>"""));
        assertThat(cobertura.lines()).isEqualTo(percent("75"));
        assertThat(cobertura.branches()).isEqualTo(percent("25"));

        CoverageReport jacoco = total(report("coverage.jacoco", """
                <report name="x"><package name="p"><sourcefile name="A.java"><counter type="LINE" missed="2" covered="6"/>
                </sourcefile><counter type="LINE" missed="2" covered="6"/></package>
                <counter type="LINE" missed="2" covered="6"/><counter type="BRANCH" missed="3" covered="1"/></report>"""));
        assertThat(jacoco.lines()).isEqualTo(percent("75"));
        assertThat(jacoco.branches()).isEqualTo(percent("25"));
        assertThat(jacoco.statements()).isNull();
    }

    @Test
    void the_total_is_of_the_directory_that_the_scope_names() {
        StateFixture state = new StateFixture()
                .export(
                        "coverage.istanbul-summary",
                        "report",
                        """
                {"total": {"lines": {"total": 8, "covered": 6}},
                  "services/orders/a.ts": {"lines": {"total": 4, "covered": 3}}}""",
                        "\"complete\": true, \"scope\": {\"directory\": \"services/orders/\"}");

        assertThat(state.facts(CoverageReport.class))
                .extracting(CoverageReport::scope, CoverageReport::lines)
                .containsExactlyInAnyOrder(
                        tuple("services/orders", percent("75")), tuple("services/orders/a.ts", percent("75")));
    }

    private static CoverageReport total(StateFixture state) {
        return state.facts(CoverageReport.class).stream()
                .filter(report -> report.scope().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void damaged_coverage_is_told() {
        assertThat(report("coverage.lcov", "SF:a\nLF:many\n").gaps(CoverageReport.class, ""))
                .containsExactlyInAnyOrder(
                        "#L2: LF is no number", "#L2: the last record does not end", "nothing was counted in it");
        assertThat(report("coverage.istanbul-summary", "{}").gaps(CoverageReport.class, ""))
                .containsExactlyInAnyOrder("nothing was counted in it", "there is no total in it");
    }
}
