package io.github.assaymark.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TruthTest {
    private static final Truth TRUE = Truth.of(true);
    private static final Truth FALSE = Truth.of(false);
    private static final Truth VACUOUS = new Truth.Vacuous();
    private static final Truth UNKNOWN = new Truth.Unknown(Outcome.Reason.PARTIAL);
    private static final Truth PENDING = new Truth.Pending(null, Instant.parse("2026-03-02T00:00:00Z"));
    private static final Truth ERROR = new Truth.Errored("broken");
    private static final List<Truth> ALL = List.of(TRUE, FALSE, VACUOUS, UNKNOWN, PENDING, ERROR);

    @Test
    void a_conjunction_takes_the_first_of_its_order() {
        List<Truth> order = List.of(ERROR, FALSE, UNKNOWN, PENDING, TRUE, VACUOUS);
        for (Truth a : ALL)
            for (Truth b : ALL)
                assertThat(Truth.all(List.of(a, b)))
                        .as(a + " and " + b)
                        .isEqualTo(order.indexOf(a) <= order.indexOf(b) ? a : b);
    }

    @Test
    void a_disjunction_takes_the_first_of_its_order() {
        List<Truth> order = List.of(ERROR, TRUE, UNKNOWN, PENDING, VACUOUS, FALSE);
        for (Truth a : ALL)
            for (Truth b : ALL)
                assertThat(Truth.any(List.of(a, b)))
                        .as(a + " or " + b)
                        .isEqualTo(order.indexOf(a) <= order.indexOf(b) ? a : b);
    }

    @Test
    void nothing_but_a_true_part_makes_a_whole_true() {
        Random random = new Random(20260301);
        for (int run = 0; run < 10_000; run++) {
            Truth tree = tree(random, 4, false);
            assertThat(tree).as("run " + run).isNotInstanceOf(Truth.True.class);
        }
    }

    @Test
    void the_order_of_parts_does_not_matter() {
        Random random = new Random(7);
        for (int run = 0; run < 1_000; run++) {
            List<Truth> parts = new ArrayList<>();
            for (int i = 0; i < 4; i++) parts.add(leaf(random, true));
            Truth all = Truth.all(parts);
            Truth any = Truth.any(parts);
            Collections.shuffle(parts, random);
            assertThat(Truth.all(parts)).isEqualTo(all);
            assertThat(Truth.any(parts)).isEqualTo(any);
        }
    }

    @Test
    void of_several_unknowns_the_most_telling_reason_counts() {
        Truth stale = new Truth.Unknown(Outcome.Reason.STALE);
        Truth unseen = new Truth.Unknown(Outcome.Reason.NOT_OBSERVED);
        assertThat(Truth.all(List.of(stale, unseen))).isEqualTo(unseen);
        assertThat(Truth.any(List.of(stale, unseen))).isEqualTo(unseen);
    }

    @Test
    void a_conjunction_waits_for_the_last_and_a_disjunction_for_the_first() {
        Truth later = new Truth.Pending(null, Instant.parse("2026-03-05T00:00:00Z"));
        assertThat(Truth.all(List.of(PENDING, later))).isEqualTo(later);
        assertThat(Truth.any(List.of(PENDING, later))).isEqualTo(PENDING);
    }

    private static Truth tree(Random random, int depth, boolean withTrue) {
        if (depth == 0) return leaf(random, withTrue);
        List<Truth> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) parts.add(tree(random, depth - 1, withTrue));
        return random.nextBoolean() ? Truth.all(parts) : Truth.any(parts);
    }

    private static Truth leaf(Random random, boolean withTrue) {
        Outcome.Reason[] reasons = Outcome.Reason.values();
        return switch (random.nextInt(withTrue ? 6 : 5)) {
            case 0 -> FALSE;
            case 1 -> VACUOUS;
            case 2 -> new Truth.Unknown(reasons[random.nextInt(reasons.length)]);
            case 3 -> new Truth.Pending(null, random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(3)));
            case 4 -> new Truth.Errored("e" + random.nextInt(3));
            default -> TRUE;
        };
    }
}
