package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportWriterTest {
    private static final String CHECKS = "github.check-runs";

    @TempDir
    Path folder = Path.of("");

    private final World world = new World();

    private String manifest() throws IOException {
        return Files.readString(folder.resolve("manifest.json"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static EntryRequest checks(String sha) {
        return EntryRequest.of(CHECKS, "GET https://api.example.org/commits/" + sha + "/check-runs")
                .scope("repository", "acme/shop")
                .commit(sha);
    }

    private static StubCollector collecting(StubCollector.Work work) {
        return new StubCollector(Set.of(CHECKS), work);
    }

    private static String page(String name) {
        return "{\"total_count\": 1, \"check_runs\": [{\"name\": \"" + name
                + "\", \"output\": {\"summary\": \"not to be kept\"}}]}";
    }

    @Test
    void entry_says_what_was_asked_when_by_whom_and_what_is_kept() throws Exception {
        CollectSummary summary = world.run(
                collecting((request, writer) -> writer.entry(checks("4be1c7a"), pages -> {
                    pages.principal("release-bot");
                    pages.httpStatus(200);
                    world.now = world.now.plusSeconds(2);
                    pages.add(page("build"));
                })),
                folder,
                "deep",
                "true");
        assertThat(summary.complete()).isTrue();
        assertThat(files()).containsExactly("github.check-runs/acme-shop-4be1c7a-b67d4cc7.json", "manifest.json");
        assertThat(folder.resolve("github.check-runs/acme-shop-4be1c7a-b67d4cc7.json"))
                .hasContent("{\"total_count\": 1, \"check_runs\": [{\"name\": \"build\"}]}\n");
        assertThat(manifest()).isEqualTo("""
                        {
                          "schemaVersion": 1,
                          "entries": [
                            {"path": "github.check-runs/acme-shop-4be1c7a-b67d4cc7.json", "kind": "github.check-runs", \
                        "collection": "stub all", "request": "GET https://api.example.org/commits/4be1c7a/check-runs", \
                        "command": "assay collect stub --deep", "principal": "release-bot", \
                        "scope": {"repository": "acme/shop"}, "startedAt": "2026-03-02T09:30:00Z", \
                        "finishedAt": "2026-03-02T09:30:02Z", "httpStatus": 200, \
                        "sha256": "%s", "bytes": 54, "pages": 1, "complete": true, \
                        "projection": "github.check-runs@1", "redactions": 0, "origin": "COLLECTED", "commit": "4be1c7a"}
                          ]
                        }
                        """.formatted(
                        Digests.sha256("{\"total_count\": 1, \"check_runs\": [{\"name\": \"build\"}]}\n")));
    }

    @Test
    void what_cannot_be_had_is_an_entry_too() throws Exception {
        CollectSummary summary = world.run(
                collecting((request, writer) -> {
                    writer.entry(checks("1").scope("n", "1"), pages -> {
                        pages.add(page("half"));
                        throw new CollectFailure(CollectFailure.Code.DENIED, 403, "it may not be read");
                    });
                    writer.entry(checks("1").scope("n", "2"), pages -> {
                        throw new CollectFailure(CollectFailure.Code.ABSENT, 404, "there is none");
                    });
                    writer.entry(checks("1").scope("n", "3"), pages -> {
                        pages.add(page("first"));
                        pages.partial("no more than 1 page is read");
                    });
                    writer.entry(checks("1").scope("n", "4"), pages -> pages.add("<html>"));
                    writer.entry(checks("1").scope("n", "5"), pages -> {
                        throw new IllegalStateException("of a library, with a secret in it");
                    });
                    writer.entry(checks("1").scope("n", "6"), pages -> {});
                }),
                folder);
        assertThat(summary.complete()).isFalse();
        assertThat(summary.lines())
                .extracting(line -> line.scope() + " " + line.state() + " " + line.reason())
                .containsExactly(
                        "n 1, repository acme/shop DENIED it may not be read",
                        "n 2, repository acme/shop ABSENT there is none",
                        "n 3, repository acme/shop PARTIAL no more than 1 page is read",
                        "n 4, repository acme/shop FAILED the answer is no JSON: line 1, column 1",
                        "n 5, repository acme/shop FAILED asking failed: IllegalStateException",
                        "n 6, repository acme/shop FAILED the system gave no answer");
        assertThat(files()).hasSize(2);
        assertThat(manifest())
                .contains("\"httpStatus\": 403, \"pages\": 0, \"complete\": false, \"error\": {\"code\": \"DENIED\"")
                .contains("\"httpStatus\": 404, \"pages\": 0, \"complete\": true, \"absent\": true")
                .contains("\"pages\": 1, \"complete\": false, \"error\": {\"code\": \"PARTIAL\"")
                .doesNotContain("of a library", "html", "UNFINISHED");
    }

    @Test
    void run_that_ends_early_leaves_a_folder_that_says_so_and_the_same_command_goes_on() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger stopAt = new AtomicInteger(3);
        StubCollector three = collecting((request, writer) -> {
            for (String sha : List.of("a1", "a2", "a3"))
                writer.entry(checks(sha).scope("sha", sha), pages -> {
                    pages.add(page("first of " + sha));
                    if (asked.incrementAndGet() == stopAt.get()) throw new InterruptedException();
                    pages.add(page("second of " + sha));
                });
        });
        assertThatThrownBy(() -> world.run(three, folder)).isInstanceOf(InterruptedException.class);
        assertThat(manifest())
                .contains("{\"path\": \"\", \"kind\": \"github.check-runs\", \"collection\": \"stub all\"")
                .contains("\"code\": \"UNFINISHED\"")
                .contains("\"pages\": 1, \"complete\": false");
        stopAt.set(-1);
        CollectSummary summary = world.run(three, folder);
        assertThat(asked).hasValue(4);
        assertThat(summary.lines())
                .extracting(CollectSummary.Line::state)
                .containsExactly(EntryOutcome.State.KEPT, EntryOutcome.State.KEPT, EntryOutcome.State.COMPLETE);
        assertThat(manifest()).doesNotContain("UNFINISHED", "\"complete\": false");
    }

    @Test
    void entry_is_kept_only_when_it_is_young_and_as_it_was_written() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<String> seen = new java.util.ArrayList<>();
        StubCollector one = collecting((request, writer) -> seen.addAll(writer.entry(checks("a1"), pages -> {
                    pages.add(page("p" + asked.incrementAndGet()));
                    pages.add(page("q"));
                })
                .pages()));
        world.run(one, folder);
        world.now = world.now.plus(Duration.ofMinutes(15));
        world.run(one, folder);
        assertThat(asked).hasValue(1);
        assertThat(seen.subList(2, 4)).isEqualTo(seen.subList(0, 2));
        world.now = world.now.plusSeconds(1);
        world.run(one, folder);
        assertThat(asked).hasValue(2);
        world.run(one, folder, Duration.ZERO);
        assertThat(asked).hasValue(3);
        Path file = folder.resolve("github.check-runs").resolve("acme-shop-a1-6430b620.json");
        Files.writeString(file, "{}");
        world.run(one, folder);
        assertThat(asked).hasValue(4);
    }

    @Test
    void entries_of_others_stay_and_those_no_longer_asked_for_go() throws Exception {
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"schemaVersion\": 1, \"note\": \"by hand\", \"entries\": [{\"path\": \"mine.json\", \"kind\":"
                        + " \"junit\", \"weight\": 1.50, \"tags\": [\"x\", 2, null], \"complete\": true}]}");
        world.run(
                collecting((request, writer) -> writer.entry(checks("a1").scope("sha", "a1"), p -> p.add(page("x")))),
                folder);
        world.run(
                collecting((request, writer) -> writer.entry(checks("a2").scope("sha", "a2"), p -> p.add(page("y")))),
                folder,
                "of",
                "other");
        world.run(
                collecting((request, writer) -> writer.entry(checks("a3").scope("sha", "a3"), p -> p.add(page("z")))),
                folder);
        assertThat(manifest())
                .contains("  \"note\": \"by hand\",\n")
                .contains("{\"path\": \"mine.json\", \"kind\": \"junit\", \"weight\": 1.50, \"tags\": [\"x\", 2],"
                        + " \"complete\": true}")
                .contains("\"a2\"", "\"a3\"")
                .doesNotContain("\"a1\"");
        assertThat(files()).hasSize(3);
    }

    @Test
    void credential_of_the_run_is_written_nowhere() throws Exception {
        world.environment.put("STUB_TOKEN", "Zebra-Crossing");
        CollectSummary summary = world.run(
                collecting((request, writer) -> {
                    String token = String.valueOf(request.secret(StubCollector.TOKEN));
                    writer.entry(checks("a1"), pages -> pages.add(page("echo " + token)));
                    writer.entry(checks("a1").scope("x", "1"), pages -> {
                        throw new CollectFailure(CollectFailure.Code.FAILED, "what a message: " + token);
                    });
                }),
                folder,
                "of",
                "see Zebra-Crossing");
        assertThat(summary.toString()).doesNotContain("Zebra");
        for (String file : files())
            assertThat(Files.readString(folder.resolve(file))).doesNotContain("Zebra");
        assertThat(Files.readString(folder.resolve("github.check-runs/acme-shop-a1-6430b620.json")))
                .contains("echo [redacted]");
    }

    @Test
    void folder_that_holds_another_manifest_or_is_being_written_is_refused() throws Exception {
        StubCollector inner = collecting((request, writer) -> {});
        StubCollector outer = collecting((request, writer) -> world.run(inner, folder));
        assertThatThrownBy(() -> world.run(outer, folder))
                .isInstanceOf(CollectException.class)
                .hasMessage(folder + " is being written by another collector\n  Maybe wait for it, or collect into"
                        + " another directory");
        Files.writeString(folder.resolve("manifest.json"), "{\"schemaVersion\": 2}");
        assertThatThrownBy(() -> world.run(inner, folder))
                .isInstanceOf(CollectException.class)
                .hasMessageContaining("is not changed: it is no manifest of schemaVersion 1\n  Maybe mend it");
        assertThat(manifest()).isEqualTo("{\"schemaVersion\": 2}");
    }

    @Test
    void slips_of_a_collector_are_told_to_its_author() {
        assertThatThrownBy(() -> world.run(
                        collecting((request, writer) ->
                                writer.entry(EntryRequest.of("records.workload", "x"), pages -> {})),
                        folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing says what is copied of records.workload");
        assertThatThrownBy(() -> world.run(
                        collecting((request, writer) -> {
                            writer.entry(checks("a"), pages -> pages.add(page("x")));
                            writer.entry(checks("a"), pages -> pages.add(page("x")));
                        }),
                        folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("asked for twice: github.check-runs{repository=acme/shop}");
    }
}
