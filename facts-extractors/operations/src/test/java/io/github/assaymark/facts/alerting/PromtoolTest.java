package io.github.assaymark.facts.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.counterparts.Counterpart;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.fact.AlarmDef;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our reading of rules against Prometheus's own. */
class PromtoolTest {
    private static final int WHOLE = 400;
    private static final int DAMAGED = 600;
    private static final int FILES = 60;

    @TempDir
    private Path directory;

    private final long seed = Long.getLong("assay.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final RuleFiles made = new RuleFiles(random);

    /** Many queries in one file: promtool names the lines of all that it refuses. */
    private Counterpart.Run check(Counterpart promtool, String text) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("rules.yml"), text);
        return promtool.run(List.of("check", "rules", "--lint=none", file.toString()));
    }

    private static List<String> ours(String text) {
        return RecordedFile.of(text, PrometheusRulesReader::read).gaps;
    }

    @Test
    void queries_that_are_taken_are_taken_by_prometheus_too() throws Exception {
        Counterpart promtool = Counterpart.of("promtool");
        List<String> taken = new ArrayList<>();
        int whole = 0;
        for (int i = 0; i < WHOLE + DAMAGED; i++) {
            String query = i < WHOLE ? made.query() : made.damaged(made.query());
            List<String> gaps = ours(made.file(query));
            if (gaps.isEmpty()) taken.add(query);
            else assertThat(gaps).as(query).allMatch(gap -> gap.length() > 10);
            if (i < WHOLE && gaps.isEmpty()) whole++;
        }
        Counterpart.Run run = check(promtool, made.file(taken.toArray(new String[0])));
        assertThat(run.code()).as("seed %s: %s%s", seed, run.out(), run.err()).isZero();
        // Made-up queries are seldom wrong, and damaged ones seldom right.
        assertThat(whole).as("seed %s", seed).isGreaterThan(WHOLE / 2);
        assertThat(taken.size() - whole).as("seed %s", seed).isBetween(DAMAGED / 50, DAMAGED * 4 / 5);
    }

    @Test
    void queries_that_prometheus_takes_are_mostly_taken() throws Exception {
        Counterpart promtool = Counterpart.of("promtool");
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < WHOLE; i++) queries.add(made.query());
        Counterpart.Run run = check(promtool, made.file(queries.toArray(new String[0])));
        String said = run.out() + run.err();
        for (int i = 0; i < WHOLE; i++) {
            boolean refused = said.contains("\"A" + i + "\"");
            assertThat(ours(made.file(queries.get(i))).isEmpty())
                    .as("seed %s: %s, and promtool: %s", seed, queries.get(i), said)
                    .isEqualTo(!refused);
        }
    }

    @Test
    void files_that_are_taken_are_taken_by_prometheus_too() throws Exception {
        Counterpart promtool = Counterpart.of("promtool");
        String whole = """
                groups:
                - name: g
                  interval: 30s
                  limit: 3
                  rules:
                  - record: job:a:sum
                    expr: sum(a)
                  - alert: A
                    expr: a > 1
                    for: 1h30m
                    labels: {severity: critical, team: b}
                    annotations:
                      runbook_url: https://example.org/a
                - name: h
                  rules: []
                """;
        assertThat(ours(whole)).isEmpty();
        assertThat(check(promtool, whole).code()).isZero();
        int taken = 0;
        for (int i = 0; i < FILES; i++) {
            String text = damaged(whole);
            if (!ours(text).isEmpty()) continue;
            taken++;
            Counterpart.Run run = check(promtool, text);
            assertThat(run.code())
                    .as("seed %s: %s\n%s%s", seed, text, run.out(), run.err())
                    .isZero();
        }
        assertThat(taken).as("seed %s", seed).isLessThan(FILES);
    }

    private String damaged(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.set(at, lines.get(at) + "x");
            default -> lines.set(at, lines.get(at).replaceFirst("[a-z]", ""));
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    void rules_of_a_running_prometheus_are_those_of_its_file() throws Exception {
        Counterpart prometheus = Counterpart.of("prometheus");
        String rules = """
                groups:
                - name: billing
                  interval: 1s
                  rules:
                  - record: job:errors:ratio
                    expr: sum(rate(errors_total[5m])) / sum(rate(requests_total[5m]))
                  - alert: Latency
                    expr: histogram_quantile(0.99, sum by (le) (rate(request_duration_seconds_bucket[5m]))) > 1
                    for: 5m
                    labels: {severity: critical, service: billing}
                    annotations: {runbook_url: 'https://example.org/latency', summary: '{{ $value }}'}
                  - alert: Errors
                    expr: sum(rate(requests_total{code=~"5.."}[5m])) / sum(rate(requests_total[5m])) > 0.01
                    for: 1h30m
                  - alert: Queue
                    expr: sum(orders_dead_letter_messages) > 0 and on () vector(1)
                """;
        Files.writeString(directory.resolve("rules.yml"), rules);
        Path config = Files.writeString(
                directory.resolve("prometheus.yml"),
                "global: {evaluation_interval: 1s}\nrule_files: [rules.yml]\nscrape_configs: []\n");
        int port = freePort();
        Process running = prometheus.start(
                List.of(
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port),
                directory.resolve("out"),
                directory.resolve("err"));
        try {
            String body = body(
                    URI.create("http://127.0.0.1:" + port + "/api/v1/rules"),
                    "Latency",
                    running,
                    directory.resolve("err"));
            RecordedFile file = RecordedFile.of(rules, PrometheusRulesReader::read);
            RecordedFile api = new RecordedFile();
            PrometheusRulesReader.answer(
                    Objects.requireNonNull(
                            LocatedTree.json(body, Limits.DEFAULT).root()),
                    api);
            assertThat(file.gaps).isEmpty();
            assertThat(api.gaps).isEmpty();
            assertThat(file.facts).hasSize(3);
            assertThat(api.facts(AlarmDef.class)).extracting(AlarmDef::state).containsOnly("inactive");
            assertThat(api.facts(AlarmDef.class))
                    .usingRecursiveComparison()
                    .ignoringFields("provenance", "state")
                    .isEqualTo(file.facts(AlarmDef.class));
        } finally {
            stop(running);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void stop(Process running) throws InterruptedException {
        running.destroy();
        if (!running.waitFor(20, TimeUnit.SECONDS)) running.destroyForcibly();
    }

    /** What a server answers, as soon as it holds a word. */
    static String body(URI uri, String word, Process running, Path errors) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int tries = 0; tries < 600 && running.isAlive(); tries++) {
            try {
                HttpResponse<String> answer =
                        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200 && answer.body().contains(word)) return answer.body();
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(50);
        }
        throw new AssertionError(uri + " does not answer: " + Files.readString(errors));
    }
}
