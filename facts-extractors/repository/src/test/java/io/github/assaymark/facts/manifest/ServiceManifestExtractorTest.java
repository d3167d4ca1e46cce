package io.github.assaymark.facts.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.repository.work.Leftovers;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Coverage.Gap;
import io.github.assaymark.model.Coverage.Status;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.DuplicateKey;
import io.github.assaymark.model.fact.ManifestField;
import io.github.assaymark.model.fact.ServiceManifest;
import io.github.assaymark.model.fact.ValueShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceManifestExtractorTest {
    private static Snapshot facts(MemoryScan scan) {
        return scan.facts(new ServiceManifestExtractor());
    }

    private static List<ManifestField> fields(Snapshot snapshot) {
        return snapshot.facts(ManifestField.class);
    }

    private static ManifestField field(Snapshot snapshot, String name) {
        return fields(snapshot).stream()
                .filter(f -> f.field().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String at(Provenance provenance) {
        Provenance.File file = (Provenance.File) provenance;
        return file.path() + ":" + file.startLine() + ":" + file.startColumn() + "-" + file.endLine() + ":"
                + file.endColumn();
    }

    @Test
    void a_manifest_becomes_one_fact_and_one_for_each_key() {
        Snapshot snapshot = facts(new MemoryScan()
                .with(
                        "services/billing/service.yaml",
                        "name: billing",
                        "owner: '@ada'",
                        "version: 1.10",
                        "country: NO",
                        "live: true",
                        "on_call: {primary: '@your-handle', secondary: '@bob'}",
                        "events_published:",
                        "events_consumed: []",
                        "data:",
                        "  schemas_owned: [<your_schema>, ledger]",
                        "  brand_scope: [no, loop]",
                        "contacts:",
                        "  - name: desk",
                        "    mail: TBD"));

        assertThat(snapshot.facts(ServiceManifest.class))
                .containsExactly(new ServiceManifest(
                        "services/billing/service.yaml",
                        "services/billing",
                        Provenance.File.whole("services/billing/service.yaml"),
                        "services/billing/service.yaml",
                        "billing",
                        List.of(
                                "name",
                                "owner",
                                "version",
                                "country",
                                "live",
                                "on_call",
                                "on_call.primary",
                                "on_call.secondary",
                                "events_published",
                                "events_consumed",
                                "data",
                                "data.schemas_owned",
                                "data.brand_scope",
                                "contacts",
                                "contacts.0.name",
                                "contacts.0.mail"),
                        List.of("on_call.primary", "events_published", "data.schemas_owned", "contacts.0.mail"),
                        false));
        assertThat(fields(snapshot))
                .extracting(
                        ManifestField::field,
                        ManifestField::value,
                        ManifestField::shape,
                        ManifestField::items,
                        ManifestField::size,
                        f -> at(f.provenance()).replace("services/billing/service.yaml:", ""))
                .containsExactlyInAnyOrder(
                        tuple("name", "billing", ValueShape.TEXT, List.of(), 1, "1:7-1:14"),
                        tuple("owner", "@ada", ValueShape.TEXT, List.of(), 1, "2:8-2:14"),
                        tuple("version", "1.10", ValueShape.NUMBER, List.of(), 1, "3:10-3:14"),
                        tuple("country", "NO", ValueShape.TEXT, List.of(), 1, "4:10-4:12"),
                        tuple("live", "true", ValueShape.BOOLEAN, List.of(), 1, "5:7-5:11"),
                        tuple("on_call", null, ValueShape.MAP, List.of(), 2, "6:10-6:54"),
                        tuple("on_call.primary", "@your-handle", ValueShape.TEXT, List.of(), 1, "6:20-6:34"),
                        tuple("on_call.secondary", "@bob", ValueShape.TEXT, List.of(), 1, "6:47-6:53"),
                        tuple("events_published", null, ValueShape.NOTHING, List.of(), 0, "7:1-7:17"),
                        tuple("events_consumed", null, ValueShape.LIST, List.of(), 0, "8:18-8:20"),
                        tuple("data", null, ValueShape.MAP, List.of(), 2, "9:1-9:5"),
                        tuple(
                                "data.schemas_owned",
                                null,
                                ValueShape.LIST,
                                List.of("<your_schema>", "ledger"),
                                2,
                                "10:18-10:41"),
                        tuple("data.schemas_owned.0", "<your_schema>", ValueShape.TEXT, List.of(), 1, "10:19-10:32"),
                        tuple("data.schemas_owned.1", "ledger", ValueShape.TEXT, List.of(), 1, "10:34-10:40"),
                        tuple("data.brand_scope", null, ValueShape.LIST, List.of("no", "loop"), 2, "11:16-11:26"),
                        tuple("data.brand_scope.0", "no", ValueShape.TEXT, List.of(), 1, "11:17-11:19"),
                        tuple("data.brand_scope.1", "loop", ValueShape.TEXT, List.of(), 1, "11:21-11:25"),
                        tuple("contacts", null, ValueShape.LIST, List.of(), 1, "12:1-12:9"),
                        tuple("contacts.0.name", "desk", ValueShape.TEXT, List.of(), 1, "13:11-13:15"),
                        tuple("contacts.0.mail", "TBD", ValueShape.TEXT, List.of(), 1, "14:11-14:14"));
        assertThat(field(snapshot, "owner").key()).isEqualTo("services/billing/service.yaml#owner");
        assertThat(MemoryScan.coverage(snapshot, "ServiceManifest", "services/billing"))
                .isEqualTo(Coverage.of(
                        "service-manifest",
                        "ServiceManifest",
                        "services/billing",
                        1,
                        0,
                        "service.yaml, service.yml, service.json",
                        List.of()));
        assertThat(MemoryScan.coverage(snapshot, "ManifestField", "").matched()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@your-handle",
                "your-service",
                "<your-service>",
                "<anything at all>",
                "@<handle>",
                "services/<your-service>/x",
                "lib-<service_name>",
                "TBD",
                "todo",
                "TODO: write",
                "tbd (ask)",
                "",
                "  ",
                "-",
                "...",
                "n/a",
                "changeme",
                "coming soon",
                "to be decided",
                "---"
            })
    void left_overs_of_a_template_are_placeholders(String text) {
        assertThat(Leftovers.value(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@ada",
                "yourself",
                "a < b > c",
                "Map<String>",
                "todos",
                "TODO-list",
                "billing",
                "tbd-service",
                "0",
                "see <https://x.example/>"
            })
    void real_values_are_no_placeholders(String text) {
        assertThat(Leftovers.value(text)).isFalse();
    }

    @Test
    void a_broken_manifest_keeps_the_fields_before_the_damage_only() {
        Snapshot snapshot = facts(new MemoryScan()
                .with("services/a/service.yaml", "name: a", "description: two", "  lines: x", "owner: @ada")
                .with("services/b/service.yaml", "name: b", "owner: @ada")
                .with("services/c/service.yaml", "name: c"));

        assertThat(fields(snapshot))
                .extracting(ManifestField::key)
                .containsExactly(
                        "services/a/service.yaml#name", "services/b/service.yaml#name", "services/c/service.yaml#name");
        assertThat(snapshot.facts(ServiceManifest.class))
                .extracting(ServiceManifest::directoryName)
                .containsExactly("c");
        Coverage coverage = MemoryScan.coverage(snapshot, "ManifestField", "services/b");
        assertThat(coverage.status()).isEqualTo(Status.PARTIAL);
        assertThat(coverage.gaps())
                .containsExactly(
                        new Gap("services/b/service.yaml", 2, "found character '@' that cannot start any token"));
        assertThat(MemoryScan.coverage(snapshot, "ServiceManifest", "services/c")
                        .status())
                .isEqualTo(Status.COMPLETE);
    }

    @Test
    void a_manifest_that_cannot_be_read_is_a_gap() {
        Snapshot snapshot = facts(new MemoryScan().with("services/binary/service.yaml", "x"));

        assertThat(MemoryScan.coverage(snapshot, "ServiceManifest", "services/binary")
                        .gaps())
                .containsExactly(new Gap("services/binary/service.yaml", 0, "no UTF-8 text"));
    }

    @Test
    void a_template_expression_hides_all_values() {
        Snapshot snapshot = facts(new MemoryScan().with("services/a/service.yaml", "name: a", "owner: {{ owner }}"));

        assertThat(fields(snapshot)).isEmpty();
        assertThat(MemoryScan.coverage(snapshot, "ManifestField", "services/a").gaps())
                .containsExactly(new Gap("services/a/service.yaml", 2, "a template expression outside of quotes"));
    }

    @Test
    void an_empty_manifest_has_no_keys_and_one_without_a_map_is_a_gap() {
        Snapshot snapshot = facts(new MemoryScan()
                .with("services/a/service.yaml", "# nothing")
                .with("services/b/service.yaml", "- x")
                .with("services/c/service.yaml", "name: c", "---", "name: d"));

        assertThat(snapshot.facts(ServiceManifest.class))
                .extracting(ServiceManifest::directoryName, ServiceManifest::keys)
                .containsExactly(tuple("a", List.of()), tuple("c", List.of("name")));
        assertThat(MemoryScan.coverage(snapshot, "ServiceManifest", "services/b")
                        .gaps())
                .containsExactly(new Gap("services/b/service.yaml", 1, "it holds no keys"));
        assertThat(MemoryScan.coverage(snapshot, "ServiceManifest", "services/c")
                        .gaps())
                .containsExactly(new Gap("services/c/service.yaml", 3, "a second document, which was not read"));
    }

    @Test
    void a_template_belongs_to_its_own_directory() {
        Snapshot snapshot = facts(new MemoryScan().with("services/_template/service.yaml", "name: <your-service>"));

        assertThat(snapshot.facts(ServiceManifest.class))
                .extracting(ServiceManifest::owner, ServiceManifest::template, ServiceManifest::placeholders)
                .containsExactly(tuple("services/_template", true, List.of("name")));
        assertThat(fields(snapshot)).allMatch(ManifestField::template);
    }

    @Test
    void manifests_of_tests_and_of_kubernetes_are_not_looked_at() {
        Snapshot snapshot = facts(new MemoryScan()
                .with("services/a/tests/service.yaml", "name: a")
                .with("services/a/k8s/service.yaml", "apiVersion: v1", "kind: Service"));

        assertThat(snapshot.facts(ServiceManifest.class)).isEmpty();
        assertThat(MemoryScan.coverage(snapshot, "ServiceManifest", "services/a")
                        .matched())
                .isZero();
    }

    @Test
    void repeated_keys_are_all_facts() {
        Snapshot snapshot = facts(new MemoryScan().with("service.json", "{\"name\": \"a\",", "\"name\": \"b\"}"));

        assertThat(fields(snapshot))
                .extracting(ManifestField::key, ManifestField::value)
                .containsExactly(tuple("service.json#name", "a"), tuple("service.json#name~2", "b"));
        assertThat(snapshot.facts(DuplicateKey.class))
                .extracting(DuplicateKey::key, DuplicateKey::duplicate, d -> at(d.provenance()))
                .containsExactly(tuple("service.json#name", "name", "service.json:2:1-2:7"));
        assertThat(snapshot.facts(ServiceManifest.class))
                .extracting(ServiceManifest::directoryName)
                .containsExactly("sample");
    }

    @Test
    void merged_fields_keep_the_place_they_are_written_at() {
        Snapshot snapshot = facts(new MemoryScan()
                .with("service.yaml", "base: &b {owner: '@ada'}", "prod:", "  <<: *b", "  again: *b", "  lost: *none"));

        assertThat(at(field(snapshot, "prod.owner").provenance())).isEqualTo("service.yaml:1:18-1:24");
        assertThat(at(field(snapshot, "prod.again").provenance())).isEqualTo("service.yaml:4:10-4:12");
        assertThat(fields(snapshot)).extracting(ManifestField::field).doesNotContain("prod.lost");
        assertThat(snapshot.facts(ServiceManifest.class)).isEmpty();
    }

    @Test
    void aliases_cannot_blow_a_manifest_up() {
        MemoryScan scan = new MemoryScan();
        StringBuilder text = new StringBuilder("l0: &l0 {a: 1, b: 2}\n");
        for (int i = 1; i < 40; i++) {
            text.append("l" + i + ": &l" + i + " {a: *l" + (i - 1) + ", b: *l" + (i - 1) + "}\n");
        }
        Snapshot snapshot = facts(scan.with("service.yaml", text.toString()));

        assertThat(fields(snapshot)).hasSize(ManifestFields.MAX_FIELDS);
        assertThat(MemoryScan.coverage(snapshot, "ManifestField", "").gaps())
                .containsExactly(new Gap("service.yaml", 0, "more than 10000 fields"));
    }

    @Test
    void configured_names_replace_the_usual_ones() {
        Snapshot snapshot = facts(new MemoryScan()
                .configured("manifests", "app.yml")
                .with("service.yaml", "a: 1")
                .with("app.yml", "b: 1"));

        assertThat(fields(snapshot)).extracting(ManifestField::field).containsExactly("b");
    }
}
