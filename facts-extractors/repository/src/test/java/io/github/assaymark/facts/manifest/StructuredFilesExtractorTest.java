package io.github.assaymark.facts.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.PartialParse;
import org.junit.jupiter.api.Test;

final class StructuredFilesExtractorTest {
    @Test
    void file_with_merge_markers_is_found_with_its_line() {
        Snapshot snapshot = new MemoryScan()
                .with("services/geo/values.yaml", "port: 1", "<<<<<<< HEAD", "host: a", "=======", "host: b", "")
                .with("good.yaml", "a: 1", "")
                .facts(new StructuredFilesExtractor());

        assertThat(snapshot.facts(PartialParse.class)).singleElement().satisfies(partial -> {
            assertThat(partial.key()).isEqualTo("services/geo/values.yaml");
            assertThat(partial.owner()).isEqualTo("services/geo");
            assertThat(partial.provenance().place())
                    .isNotNull()
                    .extracting(Provenance.File::startLine)
                    .isIn(2, 3);
        });
        assertThat(MemoryScan.coverage(snapshot, "PartialParse", "").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void comments_in_json_and_templates_are_fine() {
        Snapshot snapshot = new MemoryScan()
                .with("tsconfig.json", "{ // strict", "  \"strict\": true,", "}", "")
                .with("chart/values.yaml", "{{- if .Values.on }}", "a: {{ .Values.a }}", "{{- end }}", "")
                .facts(new StructuredFilesExtractor());

        assertThat(snapshot.facts(PartialParse.class)).isEmpty();
    }

    @Test
    void tests_are_left_out_and_unreadable_files_are_gaps() {
        Snapshot snapshot = new MemoryScan()
                .with("services/geo/tests/broken.json", "{")
                .with("binary.json", "")
                .with("broken.json", "{")
                .facts(new StructuredFilesExtractor());

        assertThat(snapshot.facts(PartialParse.class))
                .extracting(PartialParse::path)
                .containsExactly("broken.json");
        assertThat(MemoryScan.coverage(snapshot, "PartialParse", "").gaps())
                .containsExactly(new Coverage.Gap("binary.json", 0, "no UTF-8 text"));
    }
}
