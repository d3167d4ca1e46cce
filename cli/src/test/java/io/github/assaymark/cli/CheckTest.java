package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckTest {
    private final FakeWorkshop workshop = new FakeWorkshop();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void a_repository_without_configuration_is_judged_with_the_starter_pack() {
        Run run = run("check");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(workshop.loaded).containsExactly("starter");
        Golden.check("check.txt", run.out());
    }

    @Test
    void json_goes_to_the_standard_output_alone() {
        Run run = run("check", "--format", "json");

        assertThat(run.err()).isEmpty();
        Golden.check("check.json", run.out().replace(Version.number(), "VERSION"));
        assertThat(run("check", "--format", "json")).isEqualTo(run);
    }

    @Test
    void the_exit_code_is_that_of_the_gate() {
        workshop.readme = new Outcome.Fail();
        assertThat(run("check").exitCode()).isEqualTo(1);
        workshop.readme = new Outcome.Errored("boom");
        assertThat(run("check").exitCode()).isEqualTo(3);
        workshop.readme = new Outcome.Unknown(Outcome.Reason.STALE);
        assertThat(run("check").exitCode()).isEqualTo(4);
        workshop.readme = new Outcome.Pending(null, null);
        assertThat(run("check").exitCode()).isEqualTo(4);
        workshop.readme = new Outcome.NotApplicable();
        assertThat(run("check").exitCode()).isZero();
    }

    @Test
    void the_packs_of_the_configuration_are_used_unless_others_are_named() throws IOException {
        workshop.packs = List.of("demo", "demo");
        run("check");
        assertThat(workshop.loaded).containsExactly("demo", "demo");

        workshop.loaded.clear();
        Files.createDirectory(directory.resolve("mine"));
        assertThat(run("check", "--pack", "starter", "--pack", "./mine").exitCode())
                .isZero();
        assertThat(workshop.loaded).containsExactly("starter", "path mine", "demo");
    }

    @Test
    void packs_of_the_configuration_are_looked_for_in_the_judged_repository() throws IOException {
        Files.createDirectories(directory.resolve("repo/checklists/own"));
        workshop.packs = List.of("./checklists/own");

        assertThat(run("check", "repo").exitCode()).isZero();
        assertThat(workshop.loaded).contains("path own");
    }

    @Test
    void the_request_carries_every_option() throws IOException {
        Files.createFile(directory.resolve("other.yaml"));
        Files.createDirectory(directory.resolve("exported"));
        run(
                "check",
                "--revision",
                "v2",
                "--base",
                "main",
                "--now",
                "2026-03-01",
                "--config",
                "other.yaml",
                "--state",
                "exported");

        assertThat(workshop.requests).singleElement().satisfies(request -> {
            assertThat(request.revision()).isEqualTo("v2");
            assertThat(request.base()).isEqualTo("main");
            assertThat(request.now()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
            assertThat(request.configuration()).isEqualTo(directory.resolve("other.yaml"));
            assertThat(request.state()).containsExactly(directory.resolve("exported"));
            assertThat(request.repository()).isEqualTo(directory);
        });
    }

    @Test
    void parameters_of_the_command_line_replace_those_of_the_configuration() {
        run("check", "--param", "minWords=5", "--param", "labels=x,y", "--param", "platformDomain=a=b,c");

        assertThat(Objects.requireNonNull(workshop.judged).facts(Param.class))
                .containsExactly(
                        Param.of("labels", "x", "y"), Param.of("minWords", "5"), Param.of("platformDomain", "a=b,c"));
    }

    @Test
    void the_gate_can_stop_at_a_phase_written_in_any_way() {
        for (String phase : List.of("preMerge", "pre-merge", "PRE_MERGE"))
            assertThat(run("check", "--phase", phase).out()).contains("gate:   PASSES up to preMerge");
        assertThat(run("check").out()).contains("gate:   PASSES up to afterGa");
    }

    @Test
    void a_selection_changes_what_is_shown_but_not_the_gate() {
        workshop.readme = new Outcome.Fail();
        Run run = run("check", "--item", "owners", "--subject", "services/billing");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("starter.docs.base.owners").doesNotContain("base.runbook");
        assertThat(run.out()).contains("shown:  1 of 3 verdicts; totals and gate speak of all\n");
        assertThat(run("check", "--item", "starter.docs").out()).doesNotContain("shown:");
        assertThat(run("check", "--item", "demo.docs.old-readme").out()).contains("shown:  1 of 3");
    }

    @Test
    void a_snapshot_can_be_written_and_judged_again() {
        Run first = run("check", "--snapshot-out", "facts.jsonl", "--format", "json");
        Run again = run("check", "--snapshot", "facts.jsonl", "--format", "json");

        assertThat(again.out())
                .isEqualTo(first.out().replace("\"repository\": \".\"", "\"repository\": \"facts.jsonl\""));
        assertThat(workshop.requests).hasSize(1);
        run("check", "--snapshot", "facts.jsonl", "--now", "2027-01-01");
        assertThat(Objects.requireNonNull(workshop.judged).facts(Now.class))
                .containsExactly(Now.at(Instant.parse("2027-01-01T00:00:00Z")));
    }

    @Test
    void the_result_can_go_to_a_file() throws IOException {
        Run run = run("check", "--output", "report.txt");

        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(directory.resolve("report.txt")))
                .isEqualTo(run("check").out());
    }

    @Test
    void suggested_commands_repeat_the_options() throws IOException {
        Files.createDirectory(directory.resolve("my repo"));
        assertThat(run("check", "my repo", "--pack", "demo", "--phase", "preMerge")
                        .out())
                .contains(
                        "  why:   assay why demo.docs.base.owners 'services/billing' -C 'my repo' --pack demo --phase preMerge\n");
    }

    @Test
    void colour_and_progress_are_for_terminals() {
        String escape = "\u001b";
        assertThat(run("check").out()).doesNotContain(escape);
        assertThat(run("check", "--color", "always").out()).contains(escape);
        Run terminal = Run.of(workshop, directory, Map.of("TERM", "xterm", "COLUMNS", "72"), true, "check");
        assertThat(terminal.out()).contains(escape);
        assertThat(Run.of(workshop, directory, Map.of("TERM", "xterm"), true, "check", "--color=never")
                        .out())
                .doesNotContain(escape);
        assertThat(terminal.out().lines().filter(line -> line.startsWith("totals:")))
                .singleElement()
                .satisfies(line -> assertThat(
                                line.replaceAll(escape + "\\[[0-9;]*m", "").length())
                        .isLessThanOrEqualTo(72));
    }

    @Test
    void progress_is_wiped_and_never_reaches_the_standard_output() {
        var err = new java.io.ByteArrayOutputStream();
        var stream = new java.io.PrintStream(err, true, java.nio.charset.StandardCharsets.UTF_8);
        Console console = new Console(stream, stream, name -> null, false, true, directory, new WriteErrors());
        try (Progress progress = new Progress(console)) {
            long end = System.nanoTime() + 600_000_000L;
            while (System.nanoTime() < end) progress.at("reading\u001b[2J", 5, 10);
        }
        String text = err.toString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).contains("\rreading\\u001b[2J 5/10").endsWith("\r").doesNotContain("\u001b");
    }

    @Test
    void what_cannot_be_is_said_in_one_line_with_a_way_out() throws IOException {
        Files.writeString(directory.resolve("file.txt"), "x");
        wrong("no such directory: " + directory.resolve("nowhere"), "check", "nowhere");
        wrong("not a directory: " + directory.resolve("file.txt"), "check", "file.txt");
        wrong("--config: no such file: none.yaml", "check", "--config", "none.yaml");
        wrong("--state: no such directory: none", "check", "--state", "none");
        wrong("--now: no UTC instant: tomorrow", "check", "--now", "tomorrow");
        wrong("--phase: no phase: later", "check", "--phase", "later");
        wrong("--width: too narrow: 5", "check", "--width", "5");
        wrong(
                "--param: no checklist has a parameter minWord\n  Maybe minWords was meant",
                "check",
                "--param",
                "minWord=1");
        wrong(
                "--param: no checklist has a parameter zzz\n  Maybe one of labels, minWords, platformDomain",
                "check",
                "--param",
                "zzz=1");
        wrong("no item raedme\n  Maybe starter.docs.base.readme was meant", "check", "--item", "raedme");
        wrong(
                "no subject services/biling\n  Maybe services/billing was meant",
                "check",
                "--subject",
                "services/biling");
        wrong("no subject xyz\n  Maybe one of services/billing", "check", "--subject", "xyz");
        wrong("no such pack: " + directory.resolve("./none"), "check", "--pack", "./none");
        wrong("no pack lop\n  Maybe starter was meant", "check", "--pack", "lop");
        wrong("docs.groovy:3:5: unknown fact type Documant\n  Maybe Document was meant", "check", "--pack", "broken");
        wrong("no such revision: none\n  Maybe fetch it first", "check", "--revision", "none");
        wrong("no such file: " + directory.resolve("none.jsonl"), "check", "--snapshot", "none.jsonl");
        wrong(directory.resolve("file.txt") + ":1: the file ends within a line", "check", "--snapshot", "file.txt");
        wrong("--snapshot stands for a repository", "check", "--snapshot", "file.txt", "--revision", "v1");
        wrong("--snapshot stands for a repository", "check", "--snapshot", "file.txt", ".");
        wrong(
                "--output: cannot write " + directory.resolve("no/report.txt") + ": no such directory",
                "check",
                "--output",
                "no/report.txt");
        wrong("--snapshot-out: cannot write ", "check", "--snapshot-out", "no/facts.jsonl");
    }

    @Test
    void mistakes_in_options_are_named() {
        wrong("Unknown option: '--fromat'", "check", "--fromat", "json");
        wrong("Invalid value for option '--format'", "check", "--format", "xml");
        wrong("Invalid value for option '--color'", "check", "--color", "sometimes");
        wrong("Missing required parameter for option '--pack'", "check", "--pack");
        wrong("Unmatched argument", "check", "a", "b");
        wrong("Unmatched argument", "chekc");
        assertThat(run("chekc").err()).contains("Maybe check or help was meant");
    }

    @Test
    void a_broken_configuration_names_every_mistake_and_nothing_of_it_steers_the_terminal() {
        workshop.scanFails = new ScanException(List.of(
                "assay.yaml:3: unknown key pakcs\n  Maybe packs was meant", "assay.yaml:9: \u001b[2J is no pack"));
        Run run = run("check");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                        assay.yaml:3: unknown key pakcs
                          Maybe packs was meant
                        assay.yaml:9: \\u001b[2J is no pack
                        """);
    }

    @Test
    void an_internal_error_is_one_line_and_says_where_the_rest_is() {
        workshop.scanFails = new IllegalStateException("lost\u001b the\nthread");
        Run run = run("check");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                        internal error: java.lang.IllegalStateException: lost\\u001b the
                          Maybe run it again with --stacktrace and report what it prints
                        """);
        assertThat(run("check", "--stacktrace").err()).contains("at io.github.assaymark.cli.");
    }

    @Test
    void a_result_that_cannot_be_written_is_never_a_success() {
        assertThat(runInto("No space left on device")).isEqualTo(new Run(2, "", """
                        cannot write the result to the standard output: No space left on device
                          Maybe the disk is full; --output FILE writes it to a file
                        """));
        assertThat(runInto("Broken pipe")).isEqualTo(new Run(0, "", ""));
    }

    private Run runInto(String failure) {
        var out = new java.io.OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        var err = new java.io.ByteArrayOutputStream();
        WriteErrors errors = new WriteErrors();
        Console console = new Console(
                new java.io.PrintStream(errors.watching(out), false, java.nio.charset.StandardCharsets.UTF_8),
                new java.io.PrintStream(err, true, java.nio.charset.StandardCharsets.UTF_8),
                name -> null,
                false,
                false,
                directory,
                errors);
        int exitCode = new Cli(workshop, console).run("check");
        return new Run(exitCode, "", err.toString(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void running_out_of_stack_is_an_internal_error_too() {
        workshop.judgeFails = new StackOverflowError();
        Run run = run("check");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("internal error: java.lang.StackOverflowError\n");
    }

    private void wrong(String message, String... arguments) {
        Run run = run(arguments);
        assertThat(run.err()).startsWith(message).contains("\n  Maybe ");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private Run run(String... arguments) {
        return Run.of(workshop, directory, arguments);
    }
}
