package io.github.assaymark.facts.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveScanTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final int EDITS = 200;

    @TempDir
    private Path root;

    private ScanRequest request() {
        return ScanRequest.of(root).at(NOW);
    }

    private void assertSameAsAnew(LiveScan live, String after) {
        Snapshot fresh = Extractors.standard().scan(request()).snapshot();
        Snapshot followed = live.snapshot();
        Set<Fact> more = new HashSet<>(followed.facts());
        fresh.facts().forEach(more::remove);
        Set<Fact> missing = new HashSet<>(fresh.facts());
        followed.facts().forEach(missing::remove);
        assertThat(more).as("facts that no longer hold after " + after).isEmpty();
        assertThat(missing).as("facts that were missed after " + after).isEmpty();
        assertThat(followed).isEqualTo(fresh);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void random_edits_leave_the_facts_of_a_scan_from_scratch(long seed) throws IOException {
        RandomTree tree = new RandomTree(root, new Random(seed));
        tree.write();
        try (LiveScan live = Extractors.standard().follow(request())) {
            assertSameAsAnew(live, "the opening");
            Snapshot before = live.snapshot();
            for (int i = 0; i < EDITS; i++) {
                List<String> changed = tree.edit();
                FactDelta delta = live.update(changed);
                assertSameAsAnew(live, "edit " + i + " of " + changed);
                assertThat(delta).isEqualTo(before.deltaTo(live.snapshot()));
                before = live.snapshot();
            }
            assertThat(live.rescans()).isLessThan(EDITS / 2);
        }
    }

    @Test
    void an_edit_that_moves_no_service_reads_nothing_else_again() throws IOException {
        RandomTree tree = new RandomTree(root, new Random(5));
        tree.write();
        try (LiveScan live = Extractors.standard().follow(request())) {
            tree.put("services/s1/README.md", "# Another\n\n[gone](nowhere.md)\n");
            FactDelta delta = live.update(List.of("services/s1/README.md"));
            assertThat(delta.added()).isNotEmpty().allMatch(fact -> fact.owner().equals("services/s1"));
            assertThat(delta.removed())
                    .isNotEmpty()
                    .allMatch(fact -> fact.owner().equals("services/s1"));
            tree.put("services/s2/src/added.ts", "export const x = 1\n");
            assertThat(live.update(List.of("services/s2/src/added.ts")).isEmpty())
                    .isFalse();
            assertThat(live.rescans()).isZero();
        }
    }

    @Test
    void what_says_which_services_there_are_makes_everything_be_read_again() throws IOException {
        RandomTree tree = new RandomTree(root, new Random(6));
        tree.write();
        try (LiveScan live = Extractors.standard().follow(request())) {
            live.update(tree.put("services/new/service.yaml", "name: new\n"));
            assertThat(live.rescans()).as("a new manifest").isEqualTo(1);
            live.update(tree.put("services/s1/service.yaml", "apiVersion: v1\nkind: Service\n"));
            assertThat(live.rescans()).as("a manifest that is none any more").isEqualTo(2);
            live.update(tree.put("services/.gitignore", "s2/\n"));
            assertThat(live.rescans()).as("other files are ignored").isEqualTo(3);
            live.update(tree.put("services/s0/_template/a.txt", "x\n"));
            assertThat(live.rescans()).as("a new template").isEqualTo(4);
            assertSameAsAnew(live, "all of them");
        }
    }

    @Test
    void a_description_in_another_service_is_still_accounted_for_once() throws IOException {
        RandomTree tree = new RandomTree(root, new Random(7));
        tree.write();
        try (LiveScan live = Extractors.standard().follow(request())) {
            String manifest = "services/s0/service.yaml";
            tree.put(manifest, "name: s0\napi: ../s1/openapi.yaml\n");
            live.update(List.of(manifest));
            assertSameAsAnew(live, "a manifest that names another service's description");
            tree.put("services/s1/openapi.yaml", RandomTree.openapi("changed", ""));
            live.update(List.of("services/s1/openapi.yaml"));
            assertSameAsAnew(live, "a change of that description");
        }
    }

    @Test
    void a_link_shows_the_file_it_leads_to() throws IOException {
        RandomTree tree = new RandomTree(root, new Random(8));
        tree.write();
        Files.createSymbolicLink(root.resolve("services/s0/LINK.md"), Path.of("../s1/README.md"));
        Files.createSymbolicLink(root.resolve("services/s0/OPEN.md"), Path.of("../s1/LATER.md"));
        try (LiveScan live = Extractors.standard().follow(request())) {
            tree.put("services/s1/README.md", "# Seen twice\n");
            live.update(List.of("services/s1/README.md"));
            assertSameAsAnew(live, "a change behind a link");
            tree.put("services/s1/LATER.md", "# Later\n");
            live.update(List.of("services/s1/LATER.md"));
            assertSameAsAnew(live, "a link that got its target");
        }
    }

    @Test
    void a_configuration_with_errors_leaves_the_facts_as_they_were() throws IOException {
        RandomTree tree = new RandomTree(root, new Random(9));
        tree.write();
        try (LiveScan live = Extractors.standard().follow(request())) {
            Snapshot before = live.snapshot();
            String good = Files.readString(root.resolve("assay.yaml"));
            tree.put("assay.yaml", "packs: {\n");
            assertThat(thrown(live, "assay.yaml")).isInstanceOf(ScanException.class);
            assertThat(live.snapshot()).isEqualTo(before);
            tree.put("assay.yaml", good + "params:\n  x: y\n");
            FactDelta delta = live.update(List.of());
            assertThat(delta.added()).anyMatch(Param.class::isInstance);
            assertSameAsAnew(live, "the mending");
        }
    }

    private static Throwable thrown(LiveScan live, String path) {
        return catchThrowable(() -> live.update(List.of(path)));
    }

    @Test
    void a_revision_cannot_be_followed() {
        assertThat(catchThrowable(() -> Extractors.standard().follow(request().atRevision("HEAD"))))
                .isInstanceOf(ScanException.class)
                .hasMessage("revision `HEAD` never changes, so it cannot be followed"
                        + "\n  Maybe scan it, or leave the revision out");
    }

    @Test
    void nothing_is_told_after_the_end() throws IOException {
        new RandomTree(root, new Random(4)).write();
        LiveScan live = Extractors.standard().follow(request());
        live.close();
        live.close();
        assertThat(catchThrowable(live::snapshot))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the live scan is closed\n  Maybe open a new one");
    }

    @Test
    void the_tree_a_test_makes_is_small() throws IOException {
        new RandomTree(root, new Random(1)).write();
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile).count()).isBetween(40L, 200L);
        }
    }
}
