package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.CheckRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {
    @TempDir
    Path root = Path.of("");

    private static String checks(String sha, int total) {
        return "{\"total_count\": " + total + ", \"check_runs\": [{\"name\": \"build\", \"conclusion\": \"success\","
                + " \"head_sha\": \"" + sha + "\", \"completed_at\": \"2026-03-01T09:00:00Z\"}]}";
    }

    @Test
    void process_that_is_killed_leaves_a_folder_that_says_so_and_the_next_one_goes_on() throws Exception {
        Scanned.repository(root);
        CountDownLatch reached = new CountDownLatch(1);
        try (StubServer server = new StubServer()) {
            for (String sha : List.of("aaaaaaa1", "bbbbbbb2", "ccccccc3")) {
                String path = "/repos/acme/shop/commits/" + sha;
                server.json(path + "/check-runs?filter=latest&per_page=100", checks(sha, 1));
                server.json(
                        path + "/status?per_page=100",
                        "{\"sha\": \"" + sha + "\", \"total_count\": 0, \"statuses\": []}");
            }
            // The second page of the second commit never comes.
            String second = "/repos/acme/shop/commits/bbbbbbb2/check-runs?filter=latest&per_page=100";
            server.on(
                    second,
                    e -> StubServer.send(
                            e,
                            200,
                            checks("bbbbbbb2", 2),
                            "Link",
                            "<" + server.uri() + second + "&page=2>; rel=\"next\""));
            server.on(second + "&page=2", e -> {
                reached.countDown();
                Thread.sleep(600_000);
            });
            Path out = root.resolve("out.txt");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledRun.class.getName(),
                            server.uri().toString(),
                            root.resolve("state").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            try {
                assertThat(reached.await(120, TimeUnit.SECONDS))
                        .as(Files.readString(out))
                        .isTrue();
            } finally {
                process.destroyForcibly();
                process.waitFor();
            }
            Path manifest = root.resolve("state/manifest.json");
            assertThat(Files.readString(manifest))
                    .contains("\"code\": \"UNFINISHED\"")
                    .contains("\"pages\": 1, \"complete\": false");
            assertThat(Scanned.of(root).coverage(CheckRun.class).toString())
                    .startsWith("[[] FAILED[")
                    .contains("the collection did not end: run the same command again");
            server.asked.clear();
            server.json(second + "&page=2", checks("bbbbbbb2", 2));
            CollectSummary summary = new CollectRun(Surroundings.real(name -> null, (stage, done, total) -> {}))
                    .run(
                            new GitHubCollector(),
                            KilledRun.options(server.uri().toString()),
                            root.resolve("state"),
                            Duration.ofHours(1));
            assertThat(summary.lines())
                    .extracting(CollectSummary.Line::state)
                    .containsExactly(
                            EntryOutcome.State.KEPT,
                            EntryOutcome.State.KEPT,
                            EntryOutcome.State.COMPLETE,
                            EntryOutcome.State.COMPLETE,
                            EntryOutcome.State.COMPLETE,
                            EntryOutcome.State.COMPLETE);
            assertThat(server.asked).noneMatch(request -> request.contains("aaaaaaa1"));
            assertThat(Scanned.of(root).coverage(CheckRun.class)).containsExactly("[] COMPLETE[]");
            assertThat(Files.readString(manifest)).doesNotContain("UNFINISHED");
        }
    }
}
