package io.github.assaymark.facts.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.counterparts.Counterpart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our way through the tree of routes against Alertmanager's own. */
class AmtoolTest {
    private static final int TREES = 500;
    private static final int LABELS = 2;

    @TempDir
    private Path directory;

    private final long seed = Long.getLong("assay.seed", System.nanoTime());
    private final RouteTrees made = new RouteTrees(new Random(seed));

    private record Asked(String config, Map<String, String> labels, Counterpart.Run answer) {}

    @Test
    void alerts_of_any_labels_end_where_alertmanager_sends_them() throws Exception {
        Counterpart amtool = Counterpart.of("amtool");
        List<Callable<Asked>> questions = new ArrayList<>();
        for (int tree = 0; tree < TREES; tree++) {
            String config = made.config();
            Path file = Files.writeString(directory.resolve(tree + ".yml"), config);
            for (int i = 0; i < LABELS; i++) {
                Map<String, String> labels = made.labels();
                questions.add(() -> new Asked(config, labels, amtool.run(arguments(file, labels))));
            }
        }
        int matched = 0;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Future<Asked> answer : threads.invokeAll(questions)) {
                Asked asked = answer.get();
                assertThat(asked.answer().code())
                        .as("seed %s: %s\n%s", seed, asked.answer().err(), asked.config())
                        .isZero();
                String ours = ours(asked.config(), asked.labels());
                assertThat(ours)
                        .as("seed %s: %s in\n%s", seed, asked.labels(), asked.config())
                        .isEqualTo(asked.answer().out().strip());
                if (!ours.equals("r0")) matched++;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(matched)
                .as("of %s label sets, seed %s", TREES * LABELS, seed)
                .isGreaterThan(TREES * LABELS / 10);
    }

    @Test
    void a_running_alertmanager_tells_the_routes_of_its_file() throws Exception {
        Counterpart alertmanager = Counterpart.of("prometheus-alertmanager");
        String config = """
                route:
                  receiver: chat
                  group_by: [alertname]
                  routes:
                  - {receiver: page, match: {severity: critical}, mute_time_intervals: [nights]}
                  - {receiver: nobody, matchers: ['team=~"a|b"', 'severity!~"x.*"'], continue: true}
                time_intervals: [{name: nights, time_intervals: [{times: [{start_time: '22:00', end_time: '24:00'}]}]}]
                inhibit_rules: [{source_matchers: [severity="critical"], target_match: {severity: warn}, equal: [service]}]
                receivers:
                - {name: page, pagerduty_configs: [{routing_key: '0123456789abcdef0123456789abcdef'}]}
                - {name: chat, slack_configs: [{api_url: 'https://chat.example.org/hook', channel: a}]}
                - {name: nobody}
                """;
        Path file = Files.writeString(directory.resolve("am.yml"), config);
        int port = PromtoolTest.freePort();
        Process running = alertmanager.start(
                List.of(
                        "--config.file=" + file,
                        "--storage.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address="),
                directory.resolve("out"),
                directory.resolve("err"));
        try {
            String body = PromtoolTest.body(
                    URI.create("http://127.0.0.1:" + port + "/api/v2/status"),
                    "original",
                    running,
                    directory.resolve("err"));
            assertThat(body).doesNotContain("0123456789abcdef");
            String original = Objects.requireNonNull(
                    Objects.requireNonNull(RecordedFile.root(body).get("config"))
                            .text("original"));
            RecordedFile told = RecordedFile.of(original, AlertmanagerReader::read);
            RecordedFile written = RecordedFile.of(config, AlertmanagerReader::read);
            assertThat(told.gaps).isEmpty();
            assertThat(written.facts).hasSize(5);
            assertThat(told.facts)
                    .usingRecursiveComparison()
                    .ignoringFields("provenance")
                    .isEqualTo(written.facts);
        } finally {
            PromtoolTest.stop(running);
        }
    }

    private static List<String> arguments(Path file, Map<String, String> labels) {
        List<String> arguments = new ArrayList<>(List.of("config", "routes", "test", "--config.file=" + file));
        labels.forEach((name, value) -> arguments.add(name + "=\"" + value + "\""));
        return arguments;
    }

    private static String ours(String config, Map<String, String> labels) {
        RecordedFile file = new RecordedFile();
        AlertRoute tree = AlertmanagerReader.routes(RecordedFile.root(config), file);
        assertThat(file.gaps).as(config).isEmpty();
        return Objects.requireNonNull(tree).of(labels).stream()
                .map(AlertRoute::receiver)
                .collect(Collectors.joining(","));
    }

    @Test
    void what_may_happen_with_labels_that_are_not_known_holds_what_does_happen() {
        for (int i = 0; i < 2000; i++) {
            AlertRoute tree = Objects.requireNonNull(
                    AlertmanagerReader.routes(RecordedFile.root(made.config()), new RecordedFile()));
            Map<String, String> labels = made.labels();
            Map<String, String> known = new TreeMap<>(labels);
            known.keySet().retainAll(List.of("severity"));
            assertThat(tree.possible(known, name -> !name.equals("severity")))
                    .as("seed %s", seed)
                    .containsAll(tree.of(labels));
        }
    }

    @Test
    void conditions_that_alertmanager_refuses_are_refused() throws IOException, InterruptedException {
        Counterpart amtool = Counterpart.of("amtool");
        int refused = 0;
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String condition = mutated("severity=~\"cri[t]ical\",team!=\"a\\\"b\"", random);
            String config = "route:\n  receiver: r0\n  routes:\n  - matchers: ['" + condition.replace("'", "''")
                    + "']\nreceivers:\n- name: r0\n";
            Path file = Files.writeString(directory.resolve("one.yml"), config);
            boolean taken = amtool.run(arguments(file, Map.of())).code() == 0;
            if (!taken) refused++;
            boolean classic;
            try {
                MatcherSyntax.classic(condition);
                classic = true;
            } catch (MatcherSyntaxException e) {
                classic = false;
            }
            assertThat(classic).as("seed %s: %s", seed, condition).isEqualTo(taken);
        }
        assertThat(refused).isGreaterThan(5);
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
            case 0 -> mutated.deleteCharAt(at);
            case 1 -> mutated.insert(at, "\"\\,={ }~![".charAt(random.nextInt(10)));
            default -> mutated.setCharAt(at, "\"\\,={ }~!(".charAt(random.nextInt(10)));
        }
        return mutated.toString();
    }
}
