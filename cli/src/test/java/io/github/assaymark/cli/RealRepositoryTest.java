package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.ValidatorFactory;
import io.github.assaymark.report.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with its real parts. */
final class RealRepositoryTest {
    private static final Path LOOP =
            Path.of("..", "examples", "loop").toAbsolutePath().normalize();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void the_json_of_the_example_meets_the_shipped_schema_and_is_the_same_each_time() throws IOException {
        Run run = run(LOOP, "check", "--format", "json", "--now", "2026-11-22");

        assertThat(run.err())
                .matches(
                        "note: judged as commit 4be1c7a09d52f8e3316c0b7d94a5e2f18c63d7b0, which assay.yaml names; git has"
                                + " [0-9a-f]{40}\n");
        assertThat(run.exitCode()).isIn(0, 1, 4);
        assertThat(run.out()).doesNotContain("\"outcome\": \"ERROR\"").contains("\"outcome\": \"PASS\"");
        try (InputStream in = Objects.requireNonNull(JsonReport.class.getResourceAsStream(JsonReport.SCHEMA))) {
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(new ValidatorFactory().validate(schema, run.out()).getErrors())
                    .isEmpty();
        }
        assertThat(run(LOOP, "check", "--format", "json", "--now", "2026-11-22").out())
                .isEqualTo(run.out());
    }

    @Test
    void exports_of_the_example_are_evidence_as_long_as_they_are_fresh() {
        Run then = run(LOOP, "check", "--state", "state", "--now", "2026-03-02T10:00:00Z");
        assertThat(then.exitCode()).isEqualTo(4);
        assertThat(then.out()).doesNotContain("STALE").contains("FAIL WAIVED");
        assertThat(run(LOOP, "why", "loop.full.any-deploy.ci-green", "--now", "2026-03-02T10:00:00Z")
                        .out())
                .startsWith("PASS");

        Run later = run(LOOP, "check", "--state", "state", "--now", "2027-03-02T10:00:00Z");
        assertThat(later.exitCode()).isEqualTo(4);
        assertThat(later.out()).contains("UNKNOWN(STALE)");
        assertThat(run(LOOP, "why", "loop.full.any-deploy.ci-green", "--now", "2027-03-02T10:00:00Z")
                        .out())
                .startsWith("UNKNOWN(STALE)");
    }

    @Test
    void a_stored_snapshot_of_the_example_gives_the_same_verdicts() {
        Path file = directory.resolve("facts.jsonl");
        Run first = run(LOOP, "check", "--format", "json", "--snapshot-out", file.toString());
        Run again = run(
                LOOP,
                "check",
                "--format",
                "json",
                "--pack",
                "loop",
                "--pack",
                "starter",
                "--snapshot",
                file.toString());

        assertThat(again.exitCode()).isEqualTo(first.exitCode());
        assertThat(verdicts(again)).isEqualTo(verdicts(first));
    }

    private static String verdicts(Run run) {
        return run.out().substring(run.out().indexOf("\"schemaVersion\""));
    }

    @Test
    void why_doctor_and_show_work_on_the_example() {
        assertThat(run(LOOP, "why", "loop.full.new-service-docs.readme", "services/billing")
                        .out())
                .contains("loop.full.new-service-docs.readme", "README explains the service");
        assertThat(run(LOOP, "doctor").out()).contains("pack loop:", "Coverage:", "RepoFile");
        assertThat(run(LOOP, "show", "loop.full.new-service-docs.readme").out()).contains("  item('readme') {");
        assertThat(run(LOOP, "show", "loop.full.new-service-docs.readme", "--as", "ir")
                        .out())
                .contains("condition");
        assertThat(run(LOOP, "show", "loop.full.new-service-docs.readme", "--as", "drl")
                        .out())
                .contains("rule \"");
    }

    @Test
    void a_directory_with_nothing_in_it_is_never_green_for_want_of_evidence() {
        Run run = run(directory, "check");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("nothing to judge: there is no file in " + directory
                        + " that git does not ignore\n  Maybe another directory was meant\n");
    }

    @Test
    void a_broken_configuration_is_named_with_its_line() throws IOException {
        Files.writeString(directory.resolve("assay.yaml"), "packs: [starter]\npakcs: [loop]\n");
        Run run = run(directory, "check");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("assay.yaml:2").contains("\n  Maybe ");
    }

    @Test
    void a_broken_checklist_is_named_with_its_line() throws IOException {
        Files.writeString(directory.resolve("mine.groovy"), """
                checklist('mine/docs') {
                    title 'Documents'
                    judges Repository
                    section('a', 'A') {
                        item('readme') {
                            title 'There is a README'
                            some Documant where { documant.path == 'README.md' }
                        }
                    }
                }
                """);
        Run run = run(directory, "check", "--pack", "./mine.groovy");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("mine.groovy:7").contains("Documant").contains("Document");
    }

    @Test
    void a_directory_without_git_has_no_revisions() throws IOException {
        Files.writeString(directory.resolve("README.md"), "# Hello\n");
        Run run = run(directory, "check", "--revision", "HEAD");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("\n  Maybe ");
    }

    private static Run run(Path directory, String... arguments) {
        return Run.of(new RealWorkshop(), directory, arguments);
    }
}
