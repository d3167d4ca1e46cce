package io.github.assaymark.facts.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.assaymark.model.Param;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AssayYamlTest {
    private static RepositoryConfiguration parse(String text) {
        return new ConfigurationParser("assay.yaml", null).read(text, Limits.DEFAULT);
    }

    private static List<String> problems(String text) {
        ScanException thrown = catchThrowableOfType(ScanException.class, () -> parse(text));
        assertThat(thrown).as(text).isNotNull();
        return thrown.problems();
    }

    @Test
    void everything_that_can_be_written_is_read() {
        RepositoryConfiguration configuration = parse("""
                packs: [loop, ./checklists/ours, extra.groovy]
                params:
                  platformDomain: platform.example.org
                  quorum: 2
                  country: NO
                  requiredDocuments:
                    - README.md
                    - RUNBOOK.md
                  none: []
                services: services/*
                templates: ['./services/_template/']
                manifests: [service.yaml, app.yml]
                people: people.yaml
                attestations: ['attestations/*.yaml']
                waivers: [waivers.yaml]
                baseline: baseline.yaml
                criticalPaths: ['services/*/src/routes/**']
                databases: {billing: ./services/billing/, platform.ledger: services/ledger}
                subjects:
                  - kind: BackgroundJob
                    key: nightly-export
                    owner: services/billing
                    target: billing
                  - {kind: PartnerIntegration, directory: integrations/maps, name: Maps, userInterface: true}
                """);

        assertThat(configuration.packs()).containsExactly("loop", "./checklists/ours", "extra.groovy");
        assertThat(configuration.params())
                .containsExactly(
                        param("platformDomain", 3, 3, 3, 39, "platform.example.org"),
                        param("quorum", 4, 3, 4, 12, "2"),
                        param("country", 5, 3, 5, 14, "NO"),
                        param("requiredDocuments", 6, 3, 8, 17, "README.md", "RUNBOOK.md"),
                        param("none", 9, 3, 9, 11));
        assertThat(configuration.services()).containsExactly("services/*");
        assertThat(configuration.templates()).containsExactly("services/_template");
        assertThat(configuration.lists())
                .containsEntry("manifests", List.of("service.yaml", "app.yml"))
                .containsEntry("people", List.of("people.yaml"))
                .containsEntry("attestations", List.of("attestations/*.yaml"))
                .containsEntry("waivers", List.of("waivers.yaml"))
                .containsEntry("baseline", List.of("baseline.yaml"))
                .containsEntry("criticalPaths", List.of("services/*/src/routes/**"))
                .containsEntry("databases", List.of("billing=services/billing", "platform.ledger=services/ledger"))
                .containsEntry("jobs", List.of("nightly-export"))
                .containsEntry("partners", List.of("Maps"));
        assertThat(configuration.jobs())
                .containsExactly(new RepositoryConfiguration.Job(
                        "nightly-export",
                        "services/billing",
                        "billing",
                        new Provenance.File(null, "assay.yaml", 20, 5, 23, 20, null)));
        assertThat(configuration.partners())
                .containsExactly(new RepositoryConfiguration.Partner(
                        "Maps",
                        "integrations/maps",
                        true,
                        new Provenance.File(null, "assay.yaml", 24, 5, 24, 94, null)));
        assertThat(configuration.path()).isEqualTo("assay.yaml");
    }

    private static Param param(String name, int line, int column, int endLine, int endColumn, String... values) {
        return new Param(
                new Provenance.File(null, "assay.yaml", line, column, endLine, endColumn, null), name, List.of(values));
    }

    @ParameterizedTest
    @CsvSource({"''", "'# nothing'", "'---'", "'~'"})
    void an_empty_file_configures_nothing(String text) {
        assertThat(parse(text).lists()).isEmpty();
        assertThat(parse(text).params()).isEmpty();
        assertThat(parse(text).packs()).isEmpty();
    }

    @Test
    void sets_of_migrations_are_declared_with_what_no_file_gives_away() {
        assertThat(parse("""
                        migrations:
                          - directory: db/changes/
                            tool: golang-migrate
                            dialect: postgresql
                            transaction: all-pending
                            placeholders:
                              schema: shop
                          - directory: legacy
                        """).lists())
                .containsExactly(Map.entry(
                        "migrations",
                        List.of(
                                "db/changes\ttool=golang-migrate\tdialect=postgresql\ttransaction=all-pending"
                                        + "\tplaceholder.schema=shop",
                                "legacy")));
    }

    @Test
    void what_is_wrong_with_declared_sets_of_migrations_is_said() {
        assertThat(problems("""
                        migrations:
                          - tool: goose
                          - directory: ../out
                          - directory: a
                            dialect: oracle
                            order: 1
                          - directory: a
                          - text
                        """))
                .containsExactly(
                        "assay.yaml:2:5: a set of migrations without `directory`\n  Maybe add `directory: ...`",
                        "assay.yaml:3:16: `../out` in `directory` is no path inside of the repository\n  Maybe write it"
                                + " relative to the repository root, with `/` between its parts",
                        "assay.yaml:5:14: `oracle` is no dialect of migrations\n  Maybe one of: postgresql, mysql,"
                                + " sqlite, other",
                        "assay.yaml:6:5: unknown key `order` of a set of migrations\n  Maybe one of: directory, tool,"
                                + " dialect, transaction, placeholders",
                        "assay.yaml:7:5: the migrations in `a` are declared already\n  Maybe remove one of the two"
                                + " declarations",
                        "assay.yaml:8:5: element of `migrations` holds `text`\n  Maybe give it a map with the key"
                                + " `directory`");
        assertThat(problems("migrations: all"))
                .containsExactly("assay.yaml:1:13: `migrations` holds `all`\n  Maybe give it a list of sets");
    }

    @Test
    void an_empty_list_of_subjects_says_that_there_is_none() {
        assertThat(parse("subjects: []").lists())
                .containsExactly(Map.entry("jobs", List.of()), Map.entry("partners", List.of()));
    }

    @Test
    void a_given_file_is_read_instead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("other.yaml"), "packs: loop");
        Path broken = Files.writeString(directory.resolve("broken.yaml"), "pakcs: loop");
        Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});

        assertThat(read(file).packs()).containsExactly("loop");
        assertThatThrownBy(() -> read(broken))
                .hasMessage(broken + ":1:1: unknown key `pakcs`\n  Maybe `packs` is meant");
        assertThatThrownBy(() -> read(directory.resolve("none.yaml")))
                .hasMessage(
                        directory.resolve("none.yaml")
                                + ": the configuration cannot be read: there is no such file\n  Maybe check its path and rights");
        assertThatThrownBy(() -> read(binary)).hasMessageContaining("cannot be read: no UTF-8 text");
        assertThatThrownBy(() -> read(directory)).hasMessageContaining("cannot be read: no access, or no file");
    }

    private static RepositoryConfiguration read(Path file) {
        Limits limits = Limits.DEFAULT;
        return ServiceLoader.load(ConfigurationReader.class)
                .findFirst()
                .orElseThrow()
                .read(new NoFiles(), file, limits);
    }

    @Test
    void without_a_file_nothing_is_configured() {
        assertThat(new AssayYaml().read(new NoFiles(), null, Limits.DEFAULT)).isSameAs(RepositoryConfiguration.NONE);
    }

    @Test
    void params_may_be_merged_from_an_anchor() {
        RepositoryConfiguration configuration = parse("params:\n  <<: &base {quorum: 2}\n  list: [a]\n");

        assertThat(configuration.params()).extracting(Param::name).containsExactly("list", "quorum");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serivces: [a]|1:1: unknown key `serivces`|`services` is meant",
                "Packs: [a]|1:1: unknown key `Packs`|`packs` is meant",
                "exports: [a]|1:1: unknown key `exports`|one of: packs, params, services, templates, manifests, people, attestations, signers, waivers, baseline, criticalPaths, state, freeze, databases, migrations, commit, subjects",
                "databases: [a]|1:12: `databases` holds a list|give it a map of keys and values",
                "databases: {a: [b]}|1:16: `a` holds a list|give it the directory of the service it belongs to",
                "databases: {a: ../b}|1:16: `../b` in `databases` is no path inside of the repository|write it relative to the repository root, with `/` between its parts",
                "packs: {a: b}|1:8: `packs` holds a map|give it a text or a list of texts",
                "packs:|1:7: `packs` holds nothing|give it a text or a list of texts, or remove the key",
                "packs: [[a]]|1:9: element of `packs` holds a list|give it a text",
                "packs: [Loop]|1:9: `Loop` is no name of a pack|use lower-case letters, digits and `-`, or a path such as ./checklists/ours",
                "packs: ../x|1:8: `../x` in `packs` is no path inside of the repository|write it relative to the repository root, with `/` between its parts",
                "waivers: /etc/x|1:10: `/etc/x` in `waivers` is no path inside of the repository|write it relative to the repository root, with `/` between its parts",
                "waivers: a/../../x|1:10: `a/../../x` in `waivers` is no path inside of the repository|write it relative to the repository root, with `/` between its parts",
                "waivers: 'C:/x'|1:10: `C:/x` in `waivers` is no path inside of the repository|write it relative to the repository root, with `/` between its parts",
                "waivers: ''|1:10: `` in `waivers` is no path inside of the repository|write it relative to the repository root, with `/` between its parts",
                "manifests: a/service.yaml|1:12: `a/service.yaml` is no name of a file|write the name alone: service.yaml",
                "params: [a]|1:9: `params` holds a list|give it a map of keys and values",
                "params: {a b: c}|1:10: `a b` is no name of a parameter|use letters, digits and `_`, beginning with a letter",
                "params: {a: {b: c}}|1:13: `a` holds a map|give it a text or a list of texts",
                "params: {a: ~}|1:13: `a` holds nothing|give it a text or a list of texts, or remove the key",
                "subjects: x|1:11: `subjects` holds `x`|give it a list; write `subjects: []` when there is nothing to declare",
                "subjects: [x]|1:12: element of `subjects` holds `x`|give it a map with the key `kind`",
                "subjects: [{key: a}]|1:12: a subject without `kind`|BackgroundJob or PartnerIntegration",
                "subjects: [{kind: Job}]|1:19: unknown kind `Job`|BackgroundJob or PartnerIntegration",
                "subjects: [{kind: BackgroundJob}]|1:12: a BackgroundJob without `key`|add `key: ...`",
                "subjects: [{kind: BackgroundJob, key: a, name: b}]|1:42: unknown key `name` of a BackgroundJob|one of: kind, key, owner, target",
                "subjects: [{kind: PartnerIntegration, name: b, directory: ../b}]|1:59: `../b` in `directory` is no path inside of the repository|write it relative to the repository root, with `/` between its parts",
                "subjects: [{kind: PartnerIntegration, name: b, directory: b, userInterface: yes}]|1:77: `userInterface` holds `yes`|give it true or false",
                "[a]|1:1: the file holds no keys|begin with `packs: [starter]`",
                "packs: @loop|1:8: found character '@' that cannot start any token|put texts that begin with @, %, *, & or hold `: ` into quotes, and indent with blanks",
                "packs: *x|1:8: alias `x` has no anchor before it|name the anchor before its alias",
                "waivers: x-{{ a }}|1:10: a template expression outside of quotes|put the text into quotes"
            })
    void a_mistake_is_named_with_its_place_and_a_way_out(String text, String problem, String maybe) {
        assertThat(problems(text).get(0)).isEqualTo("assay.yaml:" + problem + "\n  Maybe " + maybe);
    }

    @Test
    void all_mistakes_are_reported_at_once_by_place() {
        assertThat(problems("""
                        params: [a]
                        waivers: 1
                        waivers: 2
                        serivces: x
                        subjects:
                          - {kind: BackgroundJob, key: a}
                          - {kind: BackgroundJob, key: a}
                        ---
                        more: 1
                        """))
                .extracting(problem -> problem.lines().findFirst().orElseThrow())
                .containsExactly(
                        "assay.yaml:1:9: `params` holds a list",
                        "assay.yaml:3:1: the key `waivers` stands at 2:1 already",
                        "assay.yaml:4:1: unknown key `serivces`",
                        "assay.yaml:7:5: the BackgroundJob `a` is declared already",
                        "assay.yaml:9:1: a second document");
    }

    @Test
    void exchanged_letters_are_one_edit() {
        assertThat(ConfigurationProblems.distance("serivces", "services")).isEqualTo(1);
        assertThat(ConfigurationProblems.distance("waiver", "waivers")).isEqualTo(1);
        assertThat(ConfigurationProblems.distance("x".repeat(200), "waivers")).isEqualTo(9);
    }
}
