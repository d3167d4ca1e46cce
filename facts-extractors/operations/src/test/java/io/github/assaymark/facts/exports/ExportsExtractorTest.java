package io.github.assaymark.facts.exports;

import static io.github.assaymark.facts.exports.StateFixture.AT;
import static io.github.assaymark.facts.exports.StateFixture.BILLING;
import static io.github.assaymark.facts.exports.StateFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.CollectionStatus;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.HealthProbe;
import io.github.assaymark.model.fact.StateExport;
import org.junit.jupiter.api.Test;

class ExportsExtractorTest {
    private static final String PROBES = "{\"records\": [{\"service\": \"billing\", \"stage\": \"production\","
            + " \"url\": \"https://billing.example/healthz\", \"status\": 200, \"at\": \"2026-03-02T09:29:00Z\"}]}";

    @Test
    void without_a_folder_nobody_looked() {
        StateFixture state = new StateFixture().file("assay.yaml", "packs: [loop]\n");
        assertThat(state.coverage(StateExport.class, BILLING))
                .containsExactly("[] NOT_ATTEMPTED [no folder of exported state is given: --state DIR, or `state` in"
                        + " assay.yaml]");
        assertThat(state.coverage(HealthProbe.class, BILLING))
                .containsExactly(
                        "[] NOT_ATTEMPTED [nobody exported it: `assay collect --describe` lists the commands]");
        assertThat(state.coverage(AlarmDef.class, BILLING))
                .containsExactly("[source=DEPLOYED] NOT_ATTEMPTED [nobody exported it: `assay collect --describe` lists"
                        + " the commands]");
    }

    @Test
    void complete_export_is_evidence_of_what_it_holds_and_of_what_it_does_not() {
        StateFixture state = new StateFixture().export("records.health-probe", "probes.json", PROBES);
        HealthProbe probe = state.only(HealthProbe.class);
        assertThat(probe.owner()).isEqualTo(BILLING);
        assertThat(probe.stage()).isEqualTo("prod");
        assertThat(probe.status()).isEqualTo(200);
        assertThat(probe.latency()).isNull();
        assertThat(probe.provenance()).isInstanceOfSatisfying(Provenance.Export.class, place -> {
            assertThat(place.export()).isEqualTo("state");
            assertThat(place.path()).isEqualTo("probes.json");
            assertThat(place.pointer()).isEqualTo("/records/0");
            assertThat(place.command()).isEqualTo("export it");
            assertThat(place.observedAt()).isEqualTo(AT);
            assertThat(place.sha256()).hasSize(64);
        });
        assertThat(state.coverage(HealthProbe.class, BILLING)).containsExactly("[] COMPLETE");
        assertThat(state.coverage(HealthProbe.class, ORDERS)).containsExactly("[] COMPLETE");
        StateExport export = state.only(StateExport.class);
        assertThat(export.status()).isEqualTo(CollectionStatus.COMPLETE);
        assertThat(export.complete()).isTrue();
        assertThat(export.factTypes()).containsExactly("HealthProbe");
        assertThat(state.facts(Coverage.class))
                .filteredOn(c -> c.extractor().equals("exports") && c.factType().equals("HealthProbe"))
                .allSatisfy(c -> assertThat(c.provenance())
                        .isInstanceOfSatisfying(
                                Provenance.Export.class,
                                place -> assertThat(place.observedAt()).isEqualTo(AT)));
    }

    @Test
    void export_of_one_stage_says_nothing_of_others() {
        StateFixture state = new StateFixture()
                .export(
                        "records.deployment",
                        "prod.json",
                        "{\"records\": []}",
                        "\"complete\": true, \"scope\": {\"stage\": \"prod\"}")
                .entry(
                        "\"kind\": \"records.deployment\", \"finishedAt\": \"2026-03-02T09:31:00Z\", \"httpStatus\": 403,"
                                + " \"scope\": {\"stage\": \"staging\"}");
        assertThat(state.coverage(Deployment.class, BILLING))
                .containsExactly(
                        "[stage!=prod,staging] NOT_ATTEMPTED [nobody exported it: `assay collect --describe` lists the"
                                + " commands]",
                        "[stage=prod] COMPLETE",
                        "[stage=staging] DENIED [access was denied]");
    }

    @Test
    void export_of_one_service_says_nothing_of_another() {
        StateFixture state = new StateFixture()
                .export(
                        "records.job-run",
                        "runs.json",
                        "{\"records\": []}",
                        "\"complete\": true, \"scope\": {\"service\": \"billing\"}");
        assertThat(state.coverage(io.github.assaymark.model.fact.JobRun.class, BILLING))
                .containsExactly("[] COMPLETE");
        assertThat(state.coverage(io.github.assaymark.model.fact.JobRun.class, ORDERS))
                .containsExactly(
                        "[] NOT_ATTEMPTED [nobody exported it: `assay collect --describe` lists the commands]");
    }

    @Test
    void failed_and_partial_attempts_are_no_evidence_of_absence() {
        StateFixture failed = new StateFixture()
                .entry(
                        "\"kind\": \"records.deployment\", \"finishedAt\": \"2026-03-02T09:31:00Z\", \"httpStatus\": 500,"
                                + " \"error\": {\"code\": \"oops\", \"message\": \"the server was busy\"}");
        assertThat(failed.coverage(Deployment.class, BILLING)).containsExactly("[] FAILED [the server was busy]");
        StateFixture partial =
                new StateFixture().export("records.deployment", "d.json", "{\"records\": []}", "\"pages\": 1");
        assertThat(partial.coverage(Deployment.class, BILLING))
                .containsExactly("[] PARTIAL [the export is not complete]");
        StateFixture absent = new StateFixture()
                .entry(
                        "\"kind\": \"records.deployment\", \"finishedAt\": \"2026-03-02T09:31:00Z\", \"httpStatus\": 404,"
                                + " \"absent\": true");
        assertThat(absent.coverage(Deployment.class, BILLING)).containsExactly("[] COMPLETE");
        StateFixture missing = new StateFixture()
                .entry(
                        "\"kind\": \"records.deployment\", \"finishedAt\": \"2026-03-02T09:31:00Z\", \"httpStatus\": 404");
        assertThat(missing.coverage(Deployment.class, BILLING)).containsExactly("[] FAILED [the export failed]");
    }

    @Test
    void file_with_another_digest_or_none_at_all_is_no_evidence() {
        StateFixture other = new StateFixture()
                .export("records.health-probe", "probes.json", PROBES, "\"complete\": true, \"sha256\": \"00\"");
        assertThat(other.facts(HealthProbe.class)).isEmpty();
        assertThat(other.gaps(HealthProbe.class, BILLING))
                .singleElement()
                .asString()
                .startsWith("the file is not the one that was exported: its digest is ");
        StateFixture none = new StateFixture()
                .entry("\"path\": \"gone.json\", \"kind\": \"records.health-probe\", \"complete\": true,"
                        + " \"finishedAt\": \"2026-03-02T09:31:00Z\"");
        assertThat(none.coverage(HealthProbe.class, BILLING)).containsExactly("[] FAILED [the file is not there]");
    }

    @Test
    void what_the_manifest_does_not_list_or_does_not_know_is_told() {
        StateFixture state = new StateFixture()
                .export("records.health-probe", "probes.json", PROBES)
                .export("records.weather", "weather.json", "{}")
                .entry("\"path\": \"x.json\", \"kind\": \"records.job-run\"")
                .file("state/stray.json", "{}")
                .file("state/postgres-catalog.json", "{}");
        assertThat(state.gaps(StateExport.class, BILLING))
                .containsExactlyInAnyOrder(
                        "an entry without finishedAt, the moment it was observed",
                        "no kind `records.weather` is known: `assay collect --describe` lists them",
                        "the manifest does not list it, so nothing says when and of what it is: `assay collect import`"
                                + " stamps it");
    }

    @Test
    void folder_without_a_manifest_and_manifest_of_another_version_are_told() {
        assertThat(new StateFixture().file("state/alarms.json", "{}").gaps(StateExport.class, BILLING))
                .containsExactly("there is no manifest.json in it: `assay collect import` writes one for files that are"
                        + " there");
        assertThat(new StateFixture()
                        .manifest("{\"schemaVersion\": 7, \"entries\": []}")
                        .gaps(StateExport.class, BILLING))
                .containsExactly("its schemaVersion is 7, not 1");
    }

    @Test
    void damaged_and_wrong_files_cost_themselves_only() {
        StateFixture state = new StateFixture()
                .export("records.health-probe", "probes.json", PROBES)
                .export("records.health-probe", "broken.json", "{\"records\": [{\"url\": ")
                .export("records.health-probe", "other.json", "{\"data\": []}")
                .export(
                        "records.health-probe",
                        "field.json",
                        "{\"records\": [{\"url\": \"https://a.example\","
                                + " \"status\": \"high\", \"password\": \"x\"}]}");
        assertThat(state.facts(HealthProbe.class)).hasSize(1);
        assertThat(state.gaps(HealthProbe.class, BILLING))
                .contains(
                        "there is no list records in it",
                        "/records/0: HealthProbe has no property `password`",
                        "/records/0/status: status is no whole number");
    }
}
