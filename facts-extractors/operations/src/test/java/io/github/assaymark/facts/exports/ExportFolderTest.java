package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.fact.StateExport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportFolderTest {
    private static Map<String, Object> entry(String path) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", path);
        fields.put("kind", "records.job-run");
        fields.put("finishedAt", "2026-03-02T09:30:00Z");
        fields.put("complete", true);
        fields.put("scope", Map.of("stage", "dev"));
        return fields;
    }

    @Test
    void entries_are_added_and_replaced_and_the_others_stay() {
        String first = ExportFolder.withEntry(null, entry("a.json"));
        String second = ExportFolder.withEntry(first, entry("b \"quoted\".json"));
        String third = ExportFolder.withEntry(second, entry("a.json"));
        assertThat(third.lines()).filteredOn(line -> line.contains("\"path\"")).hasSize(2);
        assertThat(third).contains("\"path\": \"b \\\"quoted\\\".json\"").contains("\"complete\": true");
        StateFixture state = new StateFixture()
                .file("state/a.json", "{\"records\": []}")
                .manifest(ExportFolder.withEntry(null, entry("a.json")));
        assertThat(state.only(StateExport.class).stage()).isEqualTo("dev");
        assertThat(state.gaps(StateExport.class, "")).isEmpty();
    }

    @Test
    void foreign_manifest_is_refused_and_not_overwritten() {
        assertThatThrownBy(() -> ExportFolder.withEntry("{\"schemaVersion\": 2, \"entries\": []}", entry("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it is no manifest of schemaVersion 1");
        assertThatThrownBy(() -> ExportFolder.withEntry("{\"schemaVersion\": 1, \"entries\": [", entry("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_kind_is_described() {
        assertThat(ExportFolder.kinds()).hasSizeGreaterThan(40).allSatisfy(kind -> {
            assertThat(kind.command()).isNotBlank();
            assertThat(kind.kept()).isNotEmpty();
            assertThat(kind.factTypes()).isNotEmpty();
        });
        assertThat(ExportFolder.kinds())
                .extracting(ExportDescription::id)
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
