package io.github.assaymark.facts.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.fact.BackgroundJob;
import io.github.assaymark.model.fact.PartnerIntegration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AssayConfigurationTest {
    private static AssayConfiguration parse(String text) {
        return AssayConfiguration.parse("assay.yaml", text, null, null, Limits.DEFAULT);
    }

    private static List<String> problems(String text) {
        ScanException thrown = catchThrowableOfType(ScanException.class, () -> parse(text));
        assertThat(thrown).as(text).isNotNull();
        return thrown.problems();
    }

    @Test
    void everything_that_can_be_written_is_read() {
        AssayConfiguration configuration = parse("""
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
        assertThat(configuration.manifests()).containsExactly("service.yaml", "app.yml");
        assertThat(configuration.configured("people")).containsExactly("people.yaml");
        assertThat(configuration.configured("attestations")).containsExactly("attestations/*.yaml");
        assertThat(configuration.configured("waivers")).containsExactly("waivers.yaml");
        assertThat(configuration.configured("baseline")).containsExactly("baseline.yaml");
        assertThat(configuration.configured("criticalPaths")).containsExactly("services/*/src/routes/**");
        assertThat(configuration.configured("nothing")).isEmpty();
        assertThat(configuration.configured("packs")).isEqualTo(configuration.packs());
        assertThat(configuration.facts("c0ffee", List.of("")).stream().filter(f -> !(f instanceof Param)))
                .containsExactly(
                        new BackgroundJob(
                                "nightly-export",
                                "services/billing",
                                new Provenance.File(null, "assay.yaml", 19, 5, 22, 20, null),
                                "nightly-export",
                                "billing",
                                "c0ffee"),
                        new PartnerIntegration(
                                "integrations/maps",
                                "",
                                new Provenance.File(null, "assay.yaml", 23, 5, 23, 94, null),
                                "Maps",
                                "integrations/maps",
                                true,
                                "c0ffee"),
                        Coverage.of(
                                "configuration",
                                "BackgroundJob",
                                "",
                                1,
                                0,
                                "`subjects` of the configuration",
                                List.of()),
                        Coverage.of(
                                "configuration",
                                "PartnerIntegration",
                                "",
                                1,
                                0,
                                "`subjects` of the configuration",
                                List.of()));
    }

    private static Param param(String name, int line, int column, int endLine, int endColumn, String... values) {
        return new Param(
                new Provenance.File(null, "assay.yaml", line, column, endLine, endColumn, null), name, List.of(values));
    }

    @ParameterizedTest
    @CsvSource({"''", "'# nothing'", "'---'", "'~'"})
    void an_empty_file_configures_nothing(String text) {
        assertThat(parse(text)).isEqualTo(AssayConfiguration.none());
        assertThat(parse(text).manifests()).containsExactly("service.yaml", "service.yml", "service.json");
    }

    @Test
    void without_the_key_subjects_nobody_looked_for_them() {
        assertThat(AssayConfiguration.none().facts(null, List.of("", "services/a")))
                .hasSize(4)
                .allSatisfy(fact -> assertThat(((Coverage) fact).status()).isEqualTo(Coverage.Status.NOT_ATTEMPTED));
        assertThat(parse("subjects: []").facts(null, List.of("")))
                .hasSize(2)
                .allSatisfy(fact -> assertThat(((Coverage) fact).status()).isEqualTo(Coverage.Status.COMPLETE));
    }

    @Test
    void params_may_be_merged_from_an_anchor() {
        AssayConfiguration configuration = parse("params:\n  <<: &base {quorum: 2}\n  list: [a]\n");

        assertThat(configuration.params()).extracting(Param::name).containsExactly("list", "quorum");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serivces: [a]|1:1: unknown key `serivces`|`services` is meant",
                "Packs: [a]|1:1: unknown key `Packs`|`packs` is meant",
                "exports: [a]|1:1: unknown key `exports`|one of: packs, params, services, templates, manifests, people, attestations, waivers, baseline, criticalPaths, subjects",
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
