package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.report.SnapshotCodec;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {
    private final FakeWorkshop workshop = new FakeWorkshop();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void why_explains_one_item_and_ends_well_whatever_the_verdict() {
        Run run = run("why", "owners", "services/billing");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("""
                        FAIL  starter.docs.base.owners                               services/billing
                          minor: There is a owners
                          line 2 names nobody
                          --> services/billing/OWNERS:2
                          how:   Write one.
                        """);
        assertThat(run("why", "starter.docs.base.readme").out()).startsWith("PASS  starter.docs.base.readme");
        assertThat(run("why", "owners", "--format", "json").out()).contains("\"item\": \"starter.docs.base.owners\"");
    }

    @Test
    void why_takes_a_repository_in_place_of_a_subject() throws IOException {
        Files.createDirectories(directory.resolve("repo/.git"));
        Files.createDirectories(directory.resolve("services/billing"));
        for (String[] arguments : new String[][] {
            {"why", "owners", "repo"},
            {"why", "owners", "services/billing", "repo"},
            {"why", "owners", "services/billing", "-C", "repo"},
            {"why", "owners", "-C", "repo"}
        }) {
            assertThat(run(arguments).exitCode()).isZero();
            assertThat(workshop.requests.get(workshop.requests.size() - 1).repository())
                    .isEqualTo(directory.resolve("repo"));
        }
        assertThat(run("why", "owners", "services/billing").exitCode()).isZero();
        assertThat(workshop.requests.get(4).repository()).isEqualTo(directory);
    }

    @Test
    void why_needs_an_item_that_exists() {
        assertThat(run("why").err()).startsWith("Missing required parameter: 'ITEM'\n  Maybe see `assay why --help`");
        assertThat(run("why", "owner").err()).isEqualTo("no item owner\n  Maybe starter.docs.base.owners was meant\n");
        assertThat(run("why", "owner").exitCode()).isEqualTo(2);
    }

    @Test
    void facts_are_counted_and_listed() throws IOException {
        assertThat(run("facts").out())
                .contains("     0  Waiver               A time-limited permission to fail an item\n")
                .contains("     2  Coverage ")
                .endsWith("\n7 facts; --type TYPE shows those of one type\n");
        Golden.check(
                "facts-type.txt",
                run("facts", "--type", "RepoFile", "--type", "Coverage").out());
        assertThat(run("facts", "--key", "big", "--owner", "none").out()).isEqualTo("0 facts\n");
        String json = run("facts", "--format", "json", "--type", "RepoFile").out();
        assertThat(SnapshotCodec.standard().read(new StringReader(json), "json").facts())
                .hasSize(1);
        assertThat(run("facts", "--type", "RepoFiel").err())
                .isEqualTo("--type: no fact type RepoFiel\n  Maybe RepoFile was meant\n");
    }

    @Test
    void the_catalogue_needs_no_repository() {
        Run run = run("facts", "--catalogue", "--type", "Waiver");

        assertThat(workshop.requests).isEmpty();
        assertThat(run.out())
                .startsWith("Waiver: A time-limited permission to fail an item\n")
                .contains("  ticket: TEXT, may be absent. where it is followed up\n");
    }

    @Test
    void show_prints_an_item_in_three_forms() throws IOException {
        Golden.check(
                "show-ir.txt",
                run("show", "demo.docs.base.readme", "--as", "ir").out());
        assertThat(run("show", "demo.docs.base.readme", "--as", "drl").out())
                .isEqualTo("rule \"demo.docs.base.readme\"\nend\n");

        Files.createDirectories(directory.resolve("demo/docs"));
        Files.writeString(directory.resolve("demo/docs/docs.groovy"), """
                section('base', 'Base') {
                    item('readme') { // with a brace }
                        title 'a } in a text'
                        some RepoFile where { repoFile.name == 'README.md' }
                    }
                    item('other') { }
                }
                """);
        assertThat(run("show", "readme", "--pack", "demo").out()).endsWith("""
                          place     demo/docs/docs.groovy:2

                          item('readme') { // with a brace }
                              title 'a } in a text'
                              some RepoFile where { repoFile.name == 'README.md' }
                          }
                        """);
    }

    @Test
    void show_lists_items() {
        Golden.check("show-list.txt", run("show", "demo").out());
        assertThat(run("show").out()).startsWith("starter/docs  Documents\n");
        assertThat(run("show", "demo.docs.base").out())
                .isEqualTo(run("show", "demo").out());
        assertThat(run("show", "demo.docs.base.redme").err())
                .isEqualTo("no item demo.docs.base.redme\n  Maybe demo.docs.base.readme was meant\n");
        assertThat(run("show", "nopack.x").err()).isEqualTo("no pack nopack\n  Maybe starter was meant\n");
    }

    @Test
    void doctor_accounts_for_what_was_read_and_what_was_not() {
        Run run = run("doctor");

        assertThat(run.exitCode()).isZero();
        Golden.check("doctor.txt", run.out());
    }

    @Test
    void diff_shows_changed_verdicts_and_facts_of_two_revisions() {
        Run run = run("diff", "v2", "v1");

        assertThat(run.exitCode()).isEqualTo(1);
        Golden.check("diff.txt", run.out());
        assertThat(run("diff", "v1", "v2").exitCode()).isZero();
        assertThat(workshop.requests).extracting(r -> r.revision()).containsExactly("v2", "v1", "v1", "v2");
        assertThat(workshop.requests.get(1).now()).isEqualTo(FakeWorkshop.NOW);
    }

    @Test
    void diff_takes_snapshot_files_and_the_working_tree() {
        run("check", "--snapshot-out", "a.jsonl");
        workshop.readme = new Outcome.Unknown(Outcome.Reason.PARTIAL);
        Run same = run("diff", "a.jsonl", "a.jsonl");
        assertThat(same.exitCode()).isZero();
        assertThat(same.out()).isEqualTo("Verdicts: none changed\n\nFacts: none changed\n\ngate: UNKNOWN -> UNKNOWN\n");

        workshop.files = List.of("services/billing/README.md", "services/billing/b.md");
        assertThat(run("diff", "a.jsonl").out())
                .contains("+ RepoFile services/billing/b.md  --> services/billing/b.md\n")
                .contains(
                        "~ Coverage files/RepoFile/services/billing of services/billing: matched 1 -> 2, read 1 -> 2\n");
        assertThat(run("diff", "a", "b", "--revision", "x").err()).startsWith("diff takes the two things to compare");
    }

    @Test
    void help_version_and_completion_are_there() {
        assertThat(run("--help").out())
                .contains("check", "why", "facts", "show", "diff", "doctor", "generate-completion");
        assertThat(run("help", "check").out()).contains("--snapshot-out");
        assertThat(run("check", "--help").out()).contains("--pack=NAME|PATH").contains("Exit codes:");
        assertThat(run("version").out()).startsWith("assay " + Version.number() + "\nJava ");
        assertThat(run("--version").out()).isEqualTo(run("version").out());
        assertThat(Version.number()).matches("[0-9].*");
        assertThat(run("generate-completion").out()).contains("_complete_assay").contains("doctor");
        assertThat(run().exitCode()).isEqualTo(2);
        assertThat(run().out()).isEmpty();
        assertThat(run().err()).contains("Usage: assay");
    }

    private Run run(String... arguments) {
        return Run.of(workshop, directory, arguments);
    }
}
