package io.github.assaymark.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.verdict.Outcome.Reason;
import io.github.assaymark.model.verdict.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthAlgebraTest {
    private static final List<Truth> VALUES = List.of(
            new Truth.True(),
            new Truth.False(),
            new Truth.Unknown(Reason.PARTIAL),
            new Truth.Unknown(Reason.STALE),
            new Truth.Pending(null, Make.NOW),
            new Truth.Pending(null, null),
            new Truth.Vacuous(),
            new Truth.Errored("x"));

    @Test
    void a_conjunction_is_true_only_of_true_and_vacuous_parts_with_a_true_one() {
        for (List<Truth> parts : combinations())
            assertThat(Truth.all(parts) instanceof Truth.True)
                    .as(parts.toString())
                    .isEqualTo(parts.stream().allMatch(p -> p instanceof Truth.True || p instanceof Truth.Vacuous)
                            && parts.stream().anyMatch(Truth.True.class::isInstance));
    }

    @Test
    void a_disjunction_is_true_only_with_a_true_part_and_no_error() {
        for (List<Truth> parts : combinations())
            assertThat(Truth.any(parts) instanceof Truth.True)
                    .as(parts.toString())
                    .isEqualTo(parts.stream().anyMatch(Truth.True.class::isInstance)
                            && parts.stream().noneMatch(Truth.Errored.class::isInstance));
    }

    @Test
    void the_order_of_parts_does_not_matter() {
        for (List<Truth> parts : combinations()) {
            List<Truth> reversed = new ArrayList<>(parts);
            Collections.reverse(reversed);
            assertThat(Truth.all(reversed)).isEqualTo(Truth.all(parts));
            assertThat(Truth.any(reversed)).isEqualTo(Truth.any(parts));
        }
    }

    private static List<List<Truth>> combinations() {
        List<List<Truth>> all = new ArrayList<>();
        for (Truth a : VALUES) {
            all.add(List.of(a));
            for (Truth b : VALUES) {
                all.add(List.of(a, b));
                for (Truth c : VALUES) {
                    all.add(List.of(a, b, c));
                    for (Truth d : VALUES) all.add(List.of(a, b, c, d));
                }
            }
        }
        return all;
    }
}
