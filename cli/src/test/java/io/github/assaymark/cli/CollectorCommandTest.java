package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.collect.Collector;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CollectorCommandTest {
    private final FakeWorkshop workshop = new FakeWorkshop();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Run run(String... arguments) {
        workshop.collectors = List.of(new StubSystem());
        return Run.of(workshop, directory, Map.of("STUB_TOKEN", "for-the-stub"), false, arguments);
    }

    @Test
    void collector_is_a_command_with_its_options_and_variables() {
        assertThat(run("collect", "--help").out())
                .contains("stub", "Checks of a system that is none", "import", "postgres");
        assertThat(run("collect", "stub", "--help").out())
                .contains("--of=NAME", "What to collect (repeatable)", "--last=TIME", "How far back (default: 14d)")
                .contains("--deny", "--to=DIR", "--max-age=AGE")
                .contains("STUB_TOKEN: a token that may read checks. It is read from the environment, never from the")
                .contains("assay collect stub --of shop --to state");
        assertThat(run("generate-completion").out()).contains("_picocli_assay_collect_stub", "--deny");
    }

    @Test
    void complete_folder_ends_with_0_and_says_what_was_kept() throws IOException {
        Run first = run("collect", "stub", "--of", "shop", "--to", "state");
        assertThat(first.err()).isEqualTo("wrote state: 1 entry\n");
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEmpty();
        Run second = run("collect", "stub", "--of=shop", "--of", "other", "--to", "state");
        assertThat(second.exitCode()).isZero();
        assertThat(Files.readString(directory.resolve("state/manifest.json")))
                .contains("\"command\": \"assay collect stub --of shop --of other\"")
                .doesNotContain("for-the-stub");
        assertThat(run("collect", "stub", "--of", "shop", "--of", "other", "--to", "state")
                        .err())
                .isEqualTo("wrote state: 2 entries, 2 of them kept from before\n");
    }

    @Test
    void folder_that_is_not_complete_ends_with_4_and_says_what_is_missing() {
        Run run = run("collect", "stub", "--of", "shop", "--deny", "--to", "state");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .isEqualTo("wrote state: 1 entry, 1 not complete\n"
                        + "  github.check-runs (repository shop): it may not be read\n"
                        + "  Maybe run it again, or with a credential that may read them; until then what asks for them"
                        + " is UNKNOWN\n");
    }

    @Test
    void slips_are_told_with_a_way_out() {
        assertThat(run("collect", "stub", "--to", "state").err())
                .startsWith("Missing required option: '--of=NAME'\n  Maybe see `assay collect stub --help`");
        assertThat(run("collect", "stub", "--of", "x", "--last", "soon", "--to", "state")
                        .err())
                .isEqualTo("--last: no duration: soon\n  Maybe 90s, 15m, 24h or 14d\n");
        assertThat(run("collect", "stub", "--of", "x", "--max-age", "soon", "--to", "state")
                        .err())
                .isEqualTo("--max-age: no duration: soon\n  Maybe 15m, 24h or 0\n");
        assertThat(run("collect", "stub", "--of", "x", "--token", "t", "--to", "state")
                        .exitCode())
                .isEqualTo(2);
        Run unset = Run.of(workshop, directory, "collect", "stub", "--of", "x", "--to", "state");
        assertThat(unset.exitCode()).isEqualTo(2);
        assertThat(unset.err()).startsWith("the environment variable STUB_TOKEN is not set: ");
    }

    @Test
    void collectors_of_this_command_are_there() {
        assertThat(new RealWorkshop().collectors())
                .extracting(Collector::name)
                .contains("alertmanager", "github", "grafana", "http", "pagerduty", "prometheus", "registry");
        for (Collector collector : new RealWorkshop().collectors()) {
            workshop.collectors = List.of(collector);
            Run help = Run.of(workshop, directory, "collect", collector.name(), "--help");
            assertThat(help.exitCode()).as(collector.name()).isZero();
            assertThat(help.out().replaceAll("\\s+", " "))
                    .contains("assay collect " + collector.name() + " " + collector.example());
        }
    }

    @Test
    void large_collectors_lie_in_directories_beside_the_command() throws IOException {
        Path beside = Files.createDirectories(directory.resolve("collectors-stub"));
        try (OutputStream out = Files.newOutputStream(beside.resolve("stub.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("META-INF/services/" + Collector.class.getName()));
            jar.write(StubSystem.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(OptIn.collectors(directory)).extracting(Collector::name).contains("stub", "github");
        assertThat(OptIn.collectors(directory.resolve("nowhere")))
                .extracting(Collector::name)
                .contains("github")
                .doesNotContain("stub");
    }
}
