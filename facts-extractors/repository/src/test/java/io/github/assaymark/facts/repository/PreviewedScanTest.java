package io.github.assaymark.facts.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.FilePatch;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.ScanPreview;
import io.github.assaymark.model.extract.ScanRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreviewedScanTest {
    private static final List<FilePatch> CHANGES = List.of(
            FilePatch.written("services/orders/README.md", "# Orders\n\n## Alarms\n\nNone.\n"),
            FilePatch.written("services/billing/README.md", "# Billing\n\nBills of today.\n"),
            FilePatch.written("services/billing/new/deep/notes.md", "# Notes\n"),
            FilePatch.deleted("services/billing/README.md"),
            FilePatch.unreadable("services/orders/README.md", "no permission"),
            FilePatch.written("services/search/service.yaml", "name: search\n"),
            FilePatch.deleted("services/orders/service.yaml"),
            FilePatch.written("package.json", "{\"name\": \"root\", \"workspaces\": [\"services/*\"]}\n"),
            FilePatch.written("services/orders/package.json", "{\"name\": \"orders\", \"version\": \"2.0.0\"}\n"),
            FilePatch.written("assay.yaml", "params:\n  tenantColumn: tenant_id\n"),
            FilePatch.written("state/manifest.json", "{\"schemaVersion\": 1, \"entries\": []}\n"),
            FilePatch.deleted("there/was/never.txt"));

    @TempDir
    private Path directory = Path.of("");

    private final Extractors extractors = Extractors.standard();
    private ScanRequest request = ScanRequest.of(Path.of(""));

    @BeforeEach
    void tree() {
        new TempRepository(directory)
                .file("services/orders/service.yaml", "name: orders\n")
                .file("services/orders/README.md", "# Orders\n")
                .file("services/orders/package.json", "{\"name\": \"orders\", \"version\": \"1.0.0\"}\n")
                .file("services/billing/service.yaml", "name: billing\n")
                .file("services/billing/README.md", "# Billing\n\nBills.\n")
                .file("package.json", "{\"name\": \"root\"}\n");
        request = ScanRequest.of(directory).at(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void every_change_leads_to_the_facts_of_a_scan_and_leaves_no_trace() {
        RepositorySource files = extractors.open(request);
        Random random = new Random(11);
        Set<List<Fact>> different = new HashSet<>();
        try (ScanPreview preview = extractors.preview(request, files, null)) {
            Snapshot before = preview.snapshot();
            assertThat(before).isEqualTo(extractors.scan(request, files, null).snapshot());
            for (int i = 0; i < 60; i++) {
                List<FilePatch> patches = some(random, i);
                Snapshot expected = extractors
                        .scan(request, extractors.patched(files, patches), null)
                        .snapshot();
                assertThat(after(before, preview.delta(patches)))
                        .as("after %s", patches.stream().map(FilePatch::path).toList())
                        .isEqualTo(expected);
                different.add(expected.facts());
            }
            assertThat(preview.snapshot()).isEqualTo(before);
            assertThat(preview.delta(List.of()).isEmpty()).isTrue();
        }
        assertThat(different).hasSizeGreaterThan(20);
    }

    @Test
    void wrong_configuration_is_an_error_of_that_question_only() {
        try (ScanPreview preview = extractors.preview(request, extractors.open(request), null)) {
            FactDelta first = preview.delta(CHANGES.subList(0, 1));
            assertThat(first.isEmpty()).isFalse();
            List<FilePatch> wrong = List.of(FilePatch.written("assay.yaml", "params: [\n"));
            assertThatThrownBy(() -> preview.delta(wrong)).isInstanceOf(ScanException.class);
            assertThat(preview.delta(CHANGES.subList(0, 1))).isEqualTo(first);
        }
    }

    @Test
    void files_compared_with_others_keep_them() {
        RepositorySource files = extractors.open(request);
        RepositorySource older = extractors.patched(files, CHANGES.subList(0, 2));
        try (ScanPreview preview = extractors.preview(request, files, older)) {
            assertThat(preview.snapshot())
                    .isEqualTo(extractors.scan(request, files, older).snapshot());
            assertThat(preview.snapshot().hasBase()).isTrue();
        }
    }

    @Test
    void closed_preview_answers_nothing() {
        ScanPreview preview = extractors.preview(request, extractors.open(request), null);
        preview.close();
        assertThatThrownBy(() -> preview.delta(CHANGES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the preview is closed\n  Maybe open a new one");
    }

    /** Each change alone first, then two or three of them. */
    private static List<FilePatch> some(Random random, int round) {
        if (round < CHANGES.size()) return List.of(CHANGES.get(round));
        List<FilePatch> patches = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        while (patches.size() < 2 + round % 2) {
            FilePatch patch = CHANGES.get(random.nextInt(CHANGES.size()));
            if (paths.add(patch.path())) patches.add(patch);
        }
        return patches;
    }

    private static Snapshot after(Snapshot before, FactDelta delta) {
        List<Fact> facts = new ArrayList<>(before.facts());
        for (Fact fact : delta.removed())
            assertThat(facts.remove(fact)).as("holds %s", fact).isTrue();
        for (Fact fact : delta.added()) assertThat(facts).doesNotContain(fact);
        facts.addAll(delta.added());
        return Snapshot.of(facts);
    }
}
