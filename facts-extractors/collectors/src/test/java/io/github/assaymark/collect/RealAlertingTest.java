package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.PagerRoute;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collecting from a Prometheus and an Alertmanager that really run. */
class RealAlertingTest {
    @TempDir
    Path root = Path.of("");

    @TempDir
    Path servers = Path.of("");

    private final World world = new World();
    private final Canary canary = new Canary();

    private static String raw(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The same answer, whole, as somebody exports it by hand. */
    private Scanned byHand(String kind, String body) throws IOException {
        Path other = Scanned.repository(root.resolve("by-hand"));
        Files.writeString(other.resolve("state/all.json"), body);
        Files.writeString(
                other.resolve("state/manifest.json"),
                "{\"schemaVersion\": 1, \"entries\": [{\"path\": \"all.json\", \"kind\": \"" + kind
                        + "\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"complete\": true, \"scope\": {\"stage\":"
                        + " \"prod\"}}]}");
        return Scanned.of(other);
    }

    private List<String> leaks() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(root.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) all.append(Files.readString(file));
        }
        return canary.in(all.toString());
    }

    @Test
    void rules_of_a_running_prometheus_are_those_of_its_whole_answer() throws Exception {
        Files.writeString(servers.resolve("rules.yml"), """
                groups:
                - name: billing
                  rules:
                  - alert: ErrorRate
                    expr: rate(errors_total{service="billing"}[5m]) / rate(requests_total{service="billing"}[5m]) > 0.01
                    for: 5m
                    labels: {severity: critical, service: billing, team: %s}
                    annotations: {runbook_url: 'https://runbooks.example.org/billing', summary: %s}
                  - record: job:up:sum
                    expr: sum by (job) (up)
                """.formatted(canary.token(), canary.token()));
        Files.writeString(servers.resolve("prometheus.yml"), "rule_files: [rules.yml]\n");
        int port = RealServer.freePort();
        try (RealServer server = RealServer.start(
                "prometheus",
                port,
                servers.resolve("prometheus.log"),
                "/-/ready",
                List.of(
                        "--config.file=" + servers.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + servers.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port))) {
            Scanned.repository(root);
            String url = server.uri().toString();
            CollectSummary summary =
                    world.run(new PrometheusCollector(), root.resolve("state"), "url", url, "stage", "prod");
            assertThat(summary.complete()).as(summary.toString()).isTrue();
            Scanned collected = Scanned.of(root);
            Scanned exported = byHand("prometheus.rules", raw(url + "/api/v1/rules"));
            assertThat(collected.facts()).isEqualTo(exported.facts());
            assertThat(collected.coverage(AlarmDef.class)).isEqualTo(exported.coverage(AlarmDef.class));
            assertThat(collected.all(AlarmDef.class))
                    .extracting(alarm -> alarm.name() + " " + alarm.stage() + " " + alarm.runbook())
                    .containsExactly("ErrorRate prod https://runbooks.example.org/billing");
            assertThat(leaks()).isEmpty();
        }
    }

    @Test
    void routes_of_a_running_alertmanager_are_those_of_its_whole_answer() throws Exception {
        Files.writeString(servers.resolve("am.yml"), """
                global: {smtp_smarthost: 'mail.example.org:25', smtp_from: '%s@example.org', smtp_auth_username: %s}
                route:
                  receiver: chat
                  group_by: [alertname]
                  group_wait: 30s
                  routes:
                  - receiver: page
                    matchers: ['severity="critical"']
                    continue: true
                  - match: {team: data}
                    receiver: chat
                    routes:
                    - match_re: {stage: dev|test}
                      receiver: nobody
                receivers:
                - name: page
                  pagerduty_configs: [{routing_key: %s, description: %s}]
                - name: chat
                  slack_configs: [{api_url: 'https://hooks.example.org/%s', channel: '#%s'}]
                  email_configs: [{to: '%s@example.org'}]
                - name: nobody
                inhibit_rules:
                - source_matchers: ['alertname="Down"']
                  target_matchers: ['severity="warning"']
                  equal: [service]
                """.formatted(
                        canary.token(),
                        canary.token(),
                        canary.token(),
                        canary.token(),
                        canary.token(),
                        canary.token(),
                        canary.token()));
        int port = RealServer.freePort();
        try (RealServer server = RealServer.start(
                "prometheus-alertmanager",
                port,
                servers.resolve("am.log"),
                "/-/ready",
                List.of(
                        "--config.file=" + servers.resolve("am.yml"),
                        "--storage.path=" + servers.resolve("data"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port))) {
            Scanned.repository(root);
            String url = server.uri().toString();
            CollectSummary summary =
                    world.run(new AlertmanagerCollector(), root.resolve("state"), "url", url, "stage", "prod");
            assertThat(summary.complete()).as(summary.toString()).isTrue();
            Scanned collected = Scanned.of(root);
            String body = raw(url + "/api/v2/status");
            assertThat(canary.in(body)).as("the program masks some, not all").isNotEmpty();
            Scanned exported = byHand("alertmanager.status", body);
            assertThat(collected.facts()).isEqualTo(exported.facts());
            assertThat(collected.coverage(PagerRoute.class)).isEqualTo(exported.coverage(PagerRoute.class));
            assertThat(collected.all(PagerRoute.class)).hasSizeGreaterThan(2);
            assertThat(leaks()).isEmpty();
        }
    }
}
