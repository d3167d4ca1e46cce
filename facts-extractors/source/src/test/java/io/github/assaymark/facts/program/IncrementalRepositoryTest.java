package io.github.assaymark.facts.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.ScanRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random edits of a copy of a real repository: of the example Loop in the build, of any checkout with
 * {@code -Dassay.incremental.repository=DIR}. {@code -Dassay.incremental.steps=N} says how many steps,
 * {@code -Dassay.incremental.compared=K} that only every K-th is compared with a scan from scratch, and
 * {@code -Dassay.seed=S} which edits.
 */
class IncrementalRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    private Path root;

    @BeforeEach
    void probe() {
        ProbeExtractor.on = true;
        ProbeExtractor.alone = true;
    }

    @AfterEach
    void stop() {
        ProbeExtractor.on = false;
        ProbeExtractor.alone = false;
    }

    @Test
    void random_edits_of_a_real_repository_leave_the_facts_of_a_scan_from_scratch() throws IOException {
        String repository = System.getProperty("assay.incremental.repository", "../../examples/loop");
        int steps = Integer.getInteger("assay.incremental.steps", 40);
        int compared = Integer.getInteger("assay.incremental.compared", 2);
        long seed = Long.getLong("assay.seed", 7);
        Random random = new Random(seed);
        RepositoryEdits edits = RepositoryEdits.ofCopy(Path.of(repository), root, random);
        ScanRequest request = ScanRequest.of(root).at(NOW);
        try (LiveScan live = Extractors.standard().follow(request)) {
            // What the deltas say together; sorting all facts after each step takes longer than following them.
            Set<Fact> told = new HashSet<>(live.snapshot().facts());
            List<RepositoryEdits.Edit> done = new ArrayList<>();
            int comparisons = 0;
            int edited = 0;
            for (int i = 1; i <= steps; i++) {
                List<RepositoryEdits.Edit> now = new ArrayList<>();
                for (int more = random.nextInt(3); more >= 0; more--) now.add(edits.next());
                FactDelta delta = live.update(
                        now.stream().map(RepositoryEdits.Edit::path).distinct().toList());
                assertThat(told.containsAll(delta.removed())
                                && delta.added().stream().noneMatch(told::contains))
                        .as("step %s: %s", i, now)
                        .isTrue();
                delta.removed().forEach(told::remove);
                told.addAll(delta.added());
                done.addAll(now);
                edited += now.size();
                if (i % compared != 0 && i != steps) continue;
                Snapshot fresh = Extractors.standard().scan(request).snapshot();
                assertThat(live.snapshot().deltaTo(fresh))
                        .as(
                                "facts of a scan from scratch that are not those that were followed, after step %s: %s",
                                i, done)
                        .isEqualTo(new FactDelta(List.of(), List.of()));
                assertThat(live.snapshot()).isEqualTo(fresh);
                assertThat(told.size() == fresh.facts().size() && told.containsAll(fresh.facts()))
                        .as("the deltas until step %s: %s", i, done)
                        .isTrue();
                done.clear();
                comparisons++;
                if (System.getProperty("assay.incremental.repository") != null)
                    System.out.println("IncrementalRepositoryTest: the same after step " + i + " of seed " + seed);
            }
            System.out.println("IncrementalRepositoryTest: " + told.size() + " facts, " + steps + " steps of "
                    + edited + " edits, " + live.rescans() + " of them read everything again, " + comparisons
                    + " comparisons, seed " + seed);
        }
    }
}
