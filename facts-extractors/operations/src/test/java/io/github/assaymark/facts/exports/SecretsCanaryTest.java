package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fills values of exports that are not read with tokens, and looks for the tokens in every fact. */
class SecretsCanaryTest {
    private final Random random = new Random(Long.getLong("assay.seed", System.nanoTime()));
    private final List<String> planted = new ArrayList<>();

    private String canary() {
        StringBuilder token = new StringBuilder("kanari");
        for (int i = 0; i < 16; i++) token.append((char) ('a' + random.nextInt(26)));
        planted.add(token.toString());
        return token.toString();
    }

    /** An object with tokens at every depth. */
    private String stuffed() {
        return "\"secretValue\": \"" + canary() + "\", \"nested\": {\"deep\": [{\"password\": \"" + canary() + "\"}]},"
                + " \"unheard\": 1, \"environment_variables\": {\"A\": \"" + canary() + "\"}";
    }

    /** A sample with a token of its own in every place that is kept free for one. */
    private String filled(String sample) {
        String text = sample;
        while (text.contains("KANARI")) text = text.replaceFirst("KANARI", canary());
        return text;
    }

    @Test
    void nothing_of_infrastructure_that_is_not_listed_reaches_a_fact() {
        StateFixture state = new StateFixture();
        for (InfrastructureSamples sample : InfrastructureSamples.all())
            state.export(sample.kind(), sample.path(), filled(sample.text()));
        String all = state.snapshot().facts().toString();
        for (String token : planted) assertThat(all).doesNotContain(token);
        for (InfrastructureSamples sample : InfrastructureSamples.all())
            assertThat(all).as(sample.kind()).contains("path=" + sample.path() + ",");
    }

    @Test
    void nothing_that_is_not_listed_reaches_a_fact() {
        StateFixture state = new StateFixture()
                .export(
                        "aws.cloudwatch.describe-alarms",
                        "alarms.json",
                        "{\"MetricAlarms\": [{\"AlarmName\": \"a\", \"AlarmDescription\": \"" + canary() + "\","
                                + " \"Threshold\": 1, \"ActionsEnabled\": true, \"StateReason\": \"" + canary() + "\","
                                + " \"Dimensions\": [{\"Name\": \"Customer\", \"Value\": \"" + canary() + "\"}], "
                                + stuffed() + "}], " + stuffed() + "}")
                .export(
                        "alertmanager.config",
                        "am.yml",
                        "global: {slack_api_url: '" + canary() + "'}\n"
                                + "route: {receiver: page, group_by: [" + canary() + "]}\n"
                                + "receivers:\n- {name: page, pagerduty_configs: [{routing_key: " + canary()
                                + "}], webhook_configs: [{url: 'https://u:" + canary() + "@example.org'}]}\n")
                .export(
                        "alertmanager.status",
                        "status.json",
                        "{\"cluster\": {\"name\": \"" + canary() + "\"}, \"config\": {\"original\":"
                                + " \"route: {receiver: p}\\nreceivers: [{name: p, slack_configs: [{api_url: "
                                + canary() + "}]}]\\n\"}, " + stuffed() + "}")
                .export(
                        "prometheus.rules",
                        "rules.json",
                        "{\"status\": \"success\", \"data\": {\"groups\": [{\"name\": \"g\", \"file\": \""
                                + canary() + "\", \"rules\": [{\"type\": \"alerting\", \"name\": \"Up\","
                                + " \"query\": \"up < 1\", \"duration\": 60, \"health\": \"ok\","
                                + " \"labels\": {\"x\": \"" + canary() + "\"}, \"annotations\": {\"summary\": \""
                                + canary() + "\"}, \"lastError\": \"" + canary() + "\", \"alerts\": [{"
                                + stuffed() + "}]}], " + stuffed() + "}]}}")
                .export(
                        "grafana.alert-rules",
                        "grafana-rules.json",
                        "[{\"title\": \"A\", \"ruleGroup\": \"g\", \"condition\": \"A\", \"data\": [{\"refId\": \"A\","
                                + " \"datasourceUid\": \"" + canary() + "\", \"model\": {\"expr\": \"up < 1\", "
                                + stuffed() + "}}], \"annotations\": {\"summary\": \"" + canary() + "\"}, "
                                + stuffed() + "}]")
                .export(
                        "grafana.dashboard",
                        "grafana-dashboard.json",
                        "{\"meta\": {\"createdBy\": \"" + canary() + "\", " + stuffed() + "}, \"dashboard\": {"
                                + "\"title\": \"Billing\", \"schemaVersion\": 39, \"description\": \"" + canary()
                                + "\", \"templating\": {" + stuffed() + "}, \"panels\": [{\"type\": \"graph\","
                                + " \"title\": \"Rate\", \"datasource\": {\"password\": \"" + canary()
                                + "\"}, \"targets\": [{\"expr\": \"" + canary() + "\"}], " + stuffed() + "}]}}")
                .export(
                        "grafana.search",
                        "grafana-search.json",
                        "[{\"type\": \"dash-db\", \"title\": \"Billing\", \"folderTitle\": \"" + canary() + "\", "
                                + stuffed() + "}]")
                .export(
                        "kubernetes.slos",
                        "slos.json",
                        "{\"items\": [{\"apiVersion\": \"pyrra.dev/v1alpha1\", \"kind\": \"ServiceLevelObjective\","
                                + " \"metadata\": {\"name\": \"s\", \"annotations\": {\"last-applied\": \"" + canary()
                                + "\"}}, \"spec\": {\"target\": \"99.5\", \"window\": \"4w\", \"description\": \""
                                + canary() + "\", " + stuffed() + "}, \"status\": {" + stuffed() + "}}]}")
                .export(
                        "pagerduty.services",
                        "pd-services.json",
                        "{\"services\": [{\"name\": \"billing\", \"status\": \"active\", \"escalation_policy\":"
                                + " {\"id\": \"P1\", \"self\": \"" + canary() + "\"}, \"integrations\": [{"
                                + "\"integration_key\": \"" + canary() + "\"}], " + stuffed() + "}], " + stuffed()
                                + "}")
                .export(
                        "pagerduty.escalation-policies",
                        "pd-policies.json",
                        "{\"escalation_policies\": [{\"id\": \"P1\", \"name\": \"Billing\", \"escalation_rules\":"
                                + " [{\"targets\": [{\"id\": \"U1\", \"type\": \"user\", \"summary\": \"" + canary()
                                + "\", \"email\": \"" + canary() + "@example.org\"}], " + stuffed() + "}], " + stuffed()
                                + "}]}")
                .export(
                        "pagerduty.oncalls",
                        "pd-oncalls.json",
                        "{\"oncalls\": [{\"escalation_level\": 1, \"escalation_policy\": {\"id\": \"P1\"},"
                                + " \"user\": {\"id\": \"U1\", \"summary\": \"" + canary() + "\", \"email\": \""
                                + canary() + "\", \"contact_methods\": [{\"address\": \"" + canary() + "\"}]}, "
                                + stuffed() + "}]}")
                .export(
                        "pagerduty.schedule",
                        "pd-schedule.json",
                        "{\"schedule\": {\"id\": \"S1\", \"description\": \"" + canary() + "\", \"users\": [{"
                                + stuffed() + "}], \"final_schedule\": {\"rendered_schedule_entries\": [{\"start\":"
                                + " \"2026-03-02T08:00:00Z\", \"end\": \"2026-03-09T08:00:00Z\", \"user\": {\"id\":"
                                + " \"U1\", \"name\": \"" + canary() + "\"}}]}}}")
                .export(
                        "pagerduty.orchestration-router",
                        "pd-router.json",
                        "{\"orchestration_path\": {\"created_by\": {" + stuffed() + "}, \"sets\": [{\"rules\": [{"
                                + "\"label\": \"" + canary() + "\", \"actions\": {\"route_to\": \"PS1\", "
                                + stuffed() + "}}]}]}}")
                .export(
                        "github.check-runs",
                        "checks.json",
                        "{\"check_runs\": [{\"name\": \"a\", \"head_sha\": \"b\", \"conclusion\": \"success\","
                                + " \"output\": {\"text\": \"" + canary() + "\"}, " + stuffed() + "}], " + stuffed()
                                + "}")
                .export(
                        "github.deployments",
                        "deployments.json",
                        "[{\"sha\": \"x\", \"environment\": \"dev\", \"created_at\": \"2026-03-01T08:00:00Z\","
                                + " \"payload\": {\"service\": \"billing\", \"token\": \"" + canary() + "\"},"
                                + " \"statuses\": [{\"state\": \"success\", \"description\": \"" + canary() + "\"}], "
                                + stuffed() + "}]")
                .export(
                        "github.pulls",
                        "pulls.json",
                        "[{\"number\": 1, \"body\": \"" + canary() + "\", \"title\": \"" + canary() + "\","
                                + " \"base\": {\"ref\": \"main\"}, \"user\": {\"login\": \"ben\"}, " + stuffed() + "}]")
                .export(
                        "records.secret-state",
                        "secrets.json",
                        "{\"records\": [{\"name\": \"StripeKey\", \"store\": \"sst\", \"present\": true,"
                                + " \"placeholder\": false, " + stuffed() + "}], " + stuffed() + "}")
                .export(
                        "records.tool-run",
                        "run.json",
                        "{\"records\": [{\"tool\": \"t\", \"command\": \"curl -H 'Authorization: Bearer "
                                + "abcdefgh12345678ABCDEFGH'\", \"exitCode\": 0, \"cleanTree\": true}]}")
                .export(
                        "junit",
                        "junit.xml",
                        "<testsuite><properties><property name='p' value='" + canary() + "'/></properties>"
                                + "<testcase name='a' " + canary() + "='" + canary() + "'><failure message='" + canary()
                                + "'>" + canary() + "</failure><system-out>" + canary() + "</system-out></testcase>"
                                + "</testsuite>")
                .export(
                        "sarif",
                        "findings.sarif",
                        "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"t\"}},"
                                + " \"invocations\": [{\"environmentVariables\": {\"K\": \"" + canary() + "\"},"
                                + " \"executionSuccessful\": true}], \"results\": [{\"ruleId\": \"r\", \"message\":"
                                + " {\"text\": \"m\"}, \"codeFlows\": [\"" + canary() + "\"], " + stuffed() + "}]}]}");
        Snapshot snapshot = state.snapshot();
        assertThat(planted).hasSizeGreaterThan(30);
        String all = snapshot.facts().toString();
        assertThat(all).contains("StripeKey").doesNotContain("abcdefgh12345678ABCDEFGH");
        for (String token : planted) {
            assertThat(all).doesNotContain(token);
            assertThat(all).doesNotContain(Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
