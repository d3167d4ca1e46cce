package io.github.assaymark.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
    private static final Now NOON = Now.at(Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void the_order_facts_are_found_in_does_not_matter() {
        List<Fact> facts = new ArrayList<>(List.of(
                NOON,
                Param.of("tenantColumn", "brand_id"),
                Param.of("quorum", "3"),
                Coverage.of("markdown", "Document", "services/billing", 4, 1, "*.md", List.of()),
                Coverage.of("markdown", "Document", "services/orders", 2, 0, "*.md", List.of())));
        Snapshot sorted = Snapshot.of(facts);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(facts, new Random(seed));
            assertThat(Snapshot.of(facts)).isEqualTo(sorted);
            assertThat(Snapshot.of(facts).facts()).containsExactlyElementsOf(sorted.facts());
        }
    }

    @Test
    void a_fact_found_twice_counts_once() {
        assertThat(Snapshot.of(List.of(NOON, NOON)).facts()).containsExactly(NOON);
    }

    @Test
    void the_delta_between_two_snapshots_turns_one_into_the_other_and_back() {
        Snapshot before = Snapshot.of(List.of(NOON, Param.of("quorum", "3")));
        Snapshot after = Snapshot.of(List.of(NOON, Param.of("quorum", "4")));
        FactDelta delta = before.deltaTo(after);
        assertThat(delta.removed()).containsExactly(Param.of("quorum", "3"));
        assertThat(delta.added()).containsExactly(Param.of("quorum", "4"));
        assertThat(delta.inverse()).isEqualTo(after.deltaTo(before));
        assertThat(before.deltaTo(before).isEmpty()).isTrue();
    }

    @Test
    void coverage_is_complete_only_when_nothing_failed() {
        assertThat(Coverage.of("files", "RepoFile", "", 7, 0, "all files", List.of())
                        .status())
                .isEqualTo(Coverage.Status.COMPLETE);
        Coverage partial = Coverage.of(
                "files", "RepoFile", "", 7, 1, "all files", List.of(new Coverage.Gap("a.bin", 0, "too large")));
        assertThat(partial.status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(partial.read()).isEqualTo(6);
        assertThat(Coverage.of("files", "RepoFile", "", 7, 0, "", List.of(new Coverage.Gap("b", 3, "damaged")))
                        .status())
                .as("a file read in part is a gap too")
                .isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void coverage_lists_a_bounded_number_of_gaps_in_order() {
        List<Coverage.Gap> gaps = new ArrayList<>();
        for (int i = 99; i >= 0; i--) gaps.add(new Coverage.Gap("f" + (10 + i), 0, "damaged"));
        Coverage coverage = Coverage.of("files", "RepoFile", "", 100, 100, "all files", gaps);
        assertThat(coverage.gaps()).hasSize(Coverage.MAX_GAPS).isSorted();
        assertThat(coverage.failed()).isEqualTo(100);
    }
}
