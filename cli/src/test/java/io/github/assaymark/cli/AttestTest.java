package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What persons say, written by the command and read by the next run. */
class AttestTest {
    private static final String READS = "team.basics.docs.reads";
    private static final String BOUND = "team.basics.docs.bound";

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void repository() throws IOException {
        write("assay.yaml", """
                packs: [./checks.groovy]
                services: ['services/*']
                people: [people.yaml]
                commit: 0123456789abcdef0123456789abcdef01234567
                """);
        write("people.yaml", """
                people:
                  - {handle: '@ada', team: one, roles: [privacy]}
                  - {handle: '@ben', team: one, roles: [legal]}
                """);
        write("services/billing/README.md", "# Billing\n\nIt bills.\n");
        write("services/orders/README.md", "# Orders\n\nIt takes orders.\n");
        write("checks.groovy", """
                checklist('team/basics') {
                    title 'Basics'
                    judges Service
                    waivers shown
                    section('docs', 'Docs') {
                        item('reads') {
                            title 'Somebody of privacy has read it'
                            severity blocker
                            attested by: 'privacy', within: 30.days, boundTo: revision
                        }
                        item('bound') {
                            title 'The README was agreed on'
                            attested boundTo: Document where { document.path == subject.directory + '/README.md' }
                        }
                        item('license') {
                            title 'There is a license'
                            some anywhere(RepoFile) where { repoFile.path == 'LICENSE' }
                        }
                    }
                }
                """);
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Run run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--now", "2026-03-02T10:00:00.5Z"));
        return Run.of(new RealWorkshop(), directory, all.toArray(String[]::new));
    }

    private void wrong(String message, String... arguments) {
        Run run = run(arguments);
        assertThat(run.err()).contains(message).contains("\n  Maybe ");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(directory.resolve("attestations")).doesNotExist();
        assertThat(directory.resolve("waivers")).doesNotExist();
    }

    @Test
    void what_waits_for_a_person_is_listed() {
        assertThat(run("attest").out()).isEqualTo("""
                team.basics.docs.reads  services/billing
                  Somebody of privacy has read it
                  asks a person of role privacy, for this commit, not longer than 30 days ago
                team.basics.docs.reads  services/orders
                  Somebody of privacy has read it
                  asks a person of role privacy, for this commit, not longer than 30 days ago
                team.basics.docs.bound  services/billing
                  The README was agreed on
                  asks a person, for the content as it stands
                team.basics.docs.bound  services/orders
                  The README was agreed on
                  asks a person, for the content as it stands
                """);
    }

    @Test
    void an_attestation_names_the_commit_it_speaks_of_and_counts() throws IOException {
        Run run = run("attest", "reads", "services/billing", "--by", "ada", "--expires", "2026-04-01");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                wrote attestations/team-basics.yaml
                team.basics.docs.reads  services/billing  UNKNOWN(AWAITING_ATTESTATION) -> PASS
                """);
        assertThat(Files.readString(directory.resolve("attestations/team-basics.yaml")))
                .isEqualTo("""
                attestations:
                  - item: team.basics.docs.reads
                    subject: services/billing
                    by: '@ada'
                    role: privacy
                    decision: confirmed
                    at: '2026-03-02T10:00:00Z'
                    expires: '2026-04-01T00:00:00Z'
                    sha: '0123456789abcdef0123456789abcdef01234567'
                """);
        assertThat(run("attest", READS, "*", "--by", "@ada", "--rejected").out())
                .contains("services/billing  PASS -> FAIL", "services/orders  UNKNOWN(AWAITING_ATTESTATION) -> FAIL");
    }

    @Test
    void an_attestation_of_content_no_longer_counts_when_it_changes() throws IOException {
        assertThat(run("attest", "bound", "services/orders", "--by", "@ben", "--note", "it's fine")
                        .out())
                .contains("UNKNOWN(AWAITING_ATTESTATION) -> PASS");
        assertThat(run("attest").out()).doesNotContain(BOUND + "  services/orders");
        write("services/orders/README.md", "# Orders\n\nIt takes orders twice.\n");
        assertThat(run("attest").out()).contains(BOUND + "  services/orders");
    }

    @Test
    void whom_the_directory_does_not_give_the_role_is_told_that_it_does_not_count() {
        assertThat(run("attest", "reads", "services/billing", "--by", "@ben").out())
                .contains("UNKNOWN(AWAITING_ATTESTATION) -> UNKNOWN(AWAITING_ATTESTATION)");
        assertThat(run("why", "reads", "services/billing").out())
                .contains("does not count: the directory of people does not give @ben the role privacy");
    }

    @Test
    void a_file_nobody_reads_is_said() {
        assertThat(run("attest", "bound", "services/orders", "--by", "@ben", "--file", "notes/said.yaml")
                        .out())
                .startsWith("wrote notes/said.yaml\nnothing reads it: put it under `attestations` in assay.yaml\n");
    }

    @Test
    void mistakes_of_attest_are_told_with_a_way_out() {
        wrong("no item reeds", "attest", "reeds");
        wrong("license asks no person: facts decide it", "attest", "license", "services/orders", "--by", "@ada");
        wrong("is asked of several subjects: services/billing, services/orders", "attest", "reads", "--by", "@ada");
        wrong("--by: nobody is named who attests", "attest", "reads", "services/orders");
        wrong("--by: no handle: a b", "attest", "reads", "services/orders", "--by", "a b");
        wrong(
                "--role: " + READS + " asks for privacy, not legal",
                "attest",
                "reads",
                "services/orders",
                "--by",
                "@ada",
                "--role",
                "legal");
        wrong(
                "--expires: 2026-01-01 is over already",
                "attest",
                "reads",
                "services/orders",
                "--by",
                "@ada",
                "--expires",
                "2026-01-01");
        wrong(
                "--expires: no UTC instant: soon",
                "attest",
                "reads",
                "services/orders",
                "--by",
                "@ada",
                "--expires",
                "soon");
        wrong(BOUND + " is bound to content that differs between its subjects", "attest", "bound", "*", "--by", "@ada");
        wrong(
                "--file: ../a.yaml does not lie in the repository",
                "attest",
                "reads",
                "services/orders",
                "--by",
                "@ada",
                "--file",
                "../a.yaml");
        wrong("attest: writes into a working tree", "attest", "reads", "--revision", "HEAD");
        wrong("a text of several lines", "attest", "reads", "services/orders", "--by", "@ada", "--note", "a\nb");
    }

    @Test
    void a_waiver_is_written_and_shown() throws IOException {
        Run run = run(
                "waive",
                "license",
                "services/orders",
                "--reason",
                "comes with 2.0",
                "--approved-by",
                "ben",
                "--until",
                "2026-06-01",
                "--ticket",
                "OPS-7");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                wrote waivers/team-basics.yaml
                team.basics.docs.license  services/orders  FAIL -> FAIL WAIVED
                """);
        assertThat(Files.readString(directory.resolve("waivers/team-basics.yaml")))
                .isEqualTo("""
                waivers:
                  - item: team.basics.docs.license
                    subject: services/orders
                    reason: 'comes with 2.0'
                    approvedBy: '@ben'
                    ticket: 'OPS-7'
                    until: '2026-06-01T00:00:00Z'
                """);
    }

    @Test
    void mistakes_of_waive_are_told_with_a_way_out() throws IOException {
        wrong(
                "--until: 2026-03-02 is over already",
                "waive",
                "license",
                "services/orders",
                "--reason",
                "r",
                "--approved-by",
                "@ben",
                "--until",
                "2026-03-02");
        wrong(
                "--reason: nothing is said",
                "waive",
                "license",
                "services/orders",
                "--reason",
                " ",
                "--approved-by",
                "@ben",
                "--until",
                "2026-06-01");
        wrong(
                "no subject services/order",
                "waive",
                "license",
                "services/order",
                "--reason",
                "r",
                "--approved-by",
                "@ben",
                "--until",
                "2026-06-01");
        wrong(
                "waive: writes into a working tree",
                "waive",
                "license",
                "*",
                "--reason",
                "r",
                "--approved-by",
                "@ben",
                "--until",
                "2026-06-01",
                "--revision",
                "HEAD");
        write("LICENSE", "free\n");
        wrong(
                "team.basics.docs.license is PASS now: there is nothing to waive",
                "waive",
                "license",
                "*",
                "--reason",
                "r",
                "--approved-by",
                "@ben",
                "--until",
                "2026-06-01");
        String text = Files.readString(directory.resolve("checks.groovy"));
        write("checks.groovy", text.replace("waivers shown", "waivers forbidden"));
        wrong(
                "team.basics.docs.reads cannot be waived: team/basics forbids waivers",
                "waive",
                "reads",
                "*",
                "--reason",
                "r",
                "--approved-by",
                "@ben",
                "--until",
                "2026-06-01");
    }
}
