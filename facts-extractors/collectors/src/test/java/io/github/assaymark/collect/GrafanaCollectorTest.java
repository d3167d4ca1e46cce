package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.Dashboard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrafanaCollectorTest {
    @TempDir
    Path root = Path.of("");

    private final World world = new World();
    private final Canary canary = new Canary();

    @Test
    void dashboards_and_rules_are_collected_without_queries_of_panels() throws Exception {
        String rules = canary.stuffed("[{\"title\": \"Errors\", \"ruleGroup\": \"g\", \"condition\": \"B\", \"for\":"
                + " \"5m\", \"data\": [{\"refId\": \"A\", \"model\": {\"expr\":"
                + " \"up{service=\\\"billing\\\"}\"}}, {\"refId\": \"B\", \"model\": {\"type\":"
                + " \"threshold\", \"expression\": \"A\", \"conditions\": [{\"evaluator\": {\"type\":"
                + " \"lt\", \"params\": [1]}}]}}], \"labels\": {\"service\": \"billing\", \"team\":"
                + " \"KANARI\"}, \"annotations\": {\"summary\": \"KANARI\", \"runbook_url\":"
                + " \"https://runbooks.example.org/b\"}}]");
        try (StubServer server = new StubServer()) {
            server.json(
                            "/api/search?type=dash-db&limit=5000",
                            canary.stuffed("[{\"uid\": \"u1\", \"title\": \"Billing\", \"type\": \"dash-db\", \"url\":"
                                    + " \"/d/u1\", \"tags\": [\"service:billing\"], \"folderTitle\": \"KANARI\"}]"))
                    .json(
                            "/api/dashboards/uid/u1",
                            canary.stuffed(
                                    "{\"dashboard\": {\"title\": \"Billing rates\", \"schemaVersion\": 39, \"tags\":"
                                            + " [\"service:billing\"], \"panels\": [{\"type\": \"row\", \"panels\": [{\"type\":"
                                            + " \"timeseries\", \"title\": \"Rate\", \"targets\": [{\"expr\": \"KANARI\"}]}]},"
                                            + " {\"type\": \"stat\", \"title\": \"Errors\", \"targets\": [{\"expr\": \"KANARI\"}]}]},"
                                            + " \"meta\": {\"url\": \"/d/u1\", \"createdBy\": \"KANARI\"}}"))
                    .json("/api/v1/provisioning/alert-rules", rules);
            CollectSummary summary = world.run(
                    new GrafanaCollector(),
                    root.resolve("state"),
                    "url",
                    server.uri().toString(),
                    "stage",
                    "prod",
                    "dashboard",
                    "u1",
                    "alert-rules",
                    "true");
            assertThat(summary.complete()).as(summary.toString()).isTrue();
        }
        Scanned.repository(root);
        Scanned scanned = Scanned.of(root);
        assertThat(scanned.all(Dashboard.class))
                .extracting(of ->
                        of.name() + " " + of.service() + " " + of.stage() + " " + of.panels() + " " + of.panelTitles())
                .containsExactlyInAnyOrder("Billing billing prod -1 []", "Billing rates billing prod 2 [Errors, Rate]");
        assertThat(scanned.all(AlarmDef.class))
                .extracting(of -> of.name() + " " + of.expression() + " " + of.runbook())
                .containsExactly("Errors up{service=\"billing\"} https://runbooks.example.org/b");
        Path other = Scanned.repository(root.resolve("by-hand"));
        Files.writeString(other.resolve("state/rules.json"), rules);
        Files.writeString(
                other.resolve("state/manifest.json"),
                "{\"schemaVersion\": 1, \"entries\": [{\"path\": \"rules.json\", \"kind\": \"grafana.alert-rules\","
                        + " \"finishedAt\": \"2026-03-02T09:30:00Z\", \"complete\": true, \"scope\": {\"stage\":"
                        + " \"prod\"}}]}");
        assertThat(scanned.facts()).containsAll(Scanned.of(other).facts());
        try (Stream<Path> files = Files.walk(root.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(canary.in(Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
        }
    }
}
