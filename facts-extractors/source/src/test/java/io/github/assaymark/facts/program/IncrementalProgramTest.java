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
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementalProgramTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final int EDITS = 120;

    @TempDir
    private Path root;

    @BeforeEach
    void probe() {
        ProbeExtractor.on = true;
    }

    @AfterEach
    void stop() {
        ProbeExtractor.on = false;
    }

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
    @ValueSource(longs = {11, 12})
    void random_edits_of_programs_leave_the_facts_of_a_scan_from_scratch(long seed) throws IOException {
        RandomProgram tree = new RandomProgram(root, new Random(seed));
        tree.write();
        try (LiveScan live = Extractors.standard().follow(request())) {
            assertSameAsAnew(live, "the opening");
            assertThat(live.snapshot().facts(Probed.class)).hasSizeGreaterThan(100);
            Snapshot before = live.snapshot();
            for (int i = 0; i < EDITS; i++) {
                List<String> changed = tree.edit();
                FactDelta delta = live.update(changed);
                assertSameAsAnew(live, "edit " + i + " of " + changed);
                assertThat(delta).isEqualTo(before.deltaTo(live.snapshot()));
                before = live.snapshot();
            }
            assertThat(live.rescans()).as("times everything was read again").isLessThan(EDITS / 4);
        }
    }

    @Test
    void only_owners_that_read_a_module_are_asked_again() throws IOException {
        RandomProgram tree = new RandomProgram(root, new Random(1));
        tree.put("packages/shared/package.json", "{\"name\": \"@t/shared\"}");
        tree.put("packages/shared/src/index.ts", "export const scope = 'orders.read';\n");
        for (String name : List.of("one", "two")) {
            tree.put("services/" + name + "/service.yaml", "name: " + name + "\nowner: team\n");
            tree.put("services/" + name + "/src/own.ts", "export const own = '" + name + "';\n");
        }
        tree.put("services/one/src/main.ts", "import { scope } from '@t/shared';\nguard(scope);\n");
        tree.put("services/two/src/main.ts", "import { own } from './own';\nguard(own);\n");
        try (LiveScan live = Extractors.standard().follow(request())) {
            FactDelta delta =
                    live.update(tree.put("packages/shared/src/index.ts", "export const scope = 'orders.write';\n"));
            assertThat(delta.added().stream().filter(Probed.class::isInstance).map(Fact::owner))
                    .containsOnly("", "services/one");
            assertThat(delta.added().toString()).contains("orders.write");
            assertThat(live.rescans()).isZero();
            assertSameAsAnew(live, "a change of a shared constant");
            live.update(tree.put("services/two/src/own/index.ts", "export const own = 'hidden';\n"));
            assertSameAsAnew(live, "a file that another one hides");
        }
    }
}
