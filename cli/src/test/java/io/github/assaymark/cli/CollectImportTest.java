package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectImportTest {
    @TempDir
    private Path directory = Path.of("");

    private Run run(String... arguments) {
        return Run.of(new FakeWorkshop(), directory, arguments);
    }

    @Test
    void kinds_are_described_with_commands() {
        Run run = run("collect", "--describe");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("github.check-runs  check runs of a commit")
                .contains(
                        "  command: aws cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm --output json")
                .contains("  facts:   CheckRun");
    }

    @Test
    void kinds_of_one_system_or_one_kind_are_described_alone() {
        assertThat(run("collect", "--describe", "--kind", "github").out())
                .contains("\ngithub.check-runs  ", "\ngithub.pulls  ")
                .doesNotContain("\naws.", "\nkubernetes.", "\npagerduty.");
        assertThat(run("collect", "--describe", "--kind", "github.pulls").out())
                .contains("\ngithub.pulls  ")
                .doesNotContain("\ngithub.check-runs  ");
        Run run = run("collect", "--describe", "--kind", "github.pull");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("--kind: no kind of export: github.pull\n  Maybe github.pulls was meant");
    }

    @Test
    void manifest_is_told_with_its_folder() throws IOException {
        Files.createDirectories(directory.resolve("state/github"));
        Files.writeString(directory.resolve("state/github/checks.json"), "{\"check_runs\": []}");
        String[] words = {"collect", "import", "--kind", "github.check-runs", "--at", "2026-03-02T09:30:00Z"};
        assertThat(run(with(words, "state/github/checks.json")).err())
                .isEqualTo("stamped state/github/checks.json as github.check-runs in state/github/manifest.json\n");
        assertThat(run(with(words, "--folder", "state", "state/github/checks.json"))
                        .err())
                .isEqualTo("stamped state/github/checks.json as github.check-runs in state/manifest.json\n");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void file_is_stamped_and_stamped_again() throws IOException {
        Files.createDirectories(directory.resolve("state/github"));
        Files.writeString(directory.resolve("state/github/checks.json"), "{\"check_runs\": []}");
        for (int i = 0; i < 2; i++)
            assertThat(run(
                                    "collect",
                                    "import",
                                    "--kind",
                                    "github.check-runs",
                                    "--at",
                                    "2026-03-02T09:30:00Z",
                                    "--commit",
                                    "c0ffee",
                                    "--scope",
                                    "service=billing",
                                    "--folder",
                                    "state",
                                    "state/github/checks.json")
                            .exitCode())
                    .isZero();
        assertThat(Files.readString(directory.resolve("state/manifest.json")))
                .containsOnlyOnce("\"path\": \"github/checks.json\"")
                .contains("\"kind\": \"github.check-runs\"", "\"complete\": true", "\"commit\": \"c0ffee\"")
                .contains("\"scope\": {\"service\": \"billing\"}", "\"sha256\": \"");
    }

    @Test
    void mistakes_are_told_with_a_way_out() throws IOException {
        Files.writeString(directory.resolve("a.json"), "{}");
        wrong(
                "--kind: no kind of export: github.checks",
                "--kind",
                "github.checks",
                "--at",
                "2026-03-02T09:30:00Z",
                "a.json");
        wrong("--at: no UTC instant: yesterday", "--kind", "junit", "--at", "yesterday", "a.json");
        wrong("no such file: b.json", "--kind", "junit", "--at", "2026-03-02T09:30:00Z", "b.json");
        Files.writeString(directory.resolve("manifest.json"), "{\"schemaVersion\": 9}");
        wrong(
                "manifest.json is not changed: it is no manifest of schemaVersion 1",
                "--kind",
                "junit",
                "--at",
                "2026-03-02T09:30:00Z",
                "a.json");
        assertThat(Files.readString(directory.resolve("manifest.json"))).isEqualTo("{\"schemaVersion\": 9}");
        Run nothing = run("collect");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("collect takes a system, or --describe");
    }

    private void wrong(String message, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "collect";
        all[1] = "import";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Run run = run(all);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).contains("\n  Maybe ");
    }
}
