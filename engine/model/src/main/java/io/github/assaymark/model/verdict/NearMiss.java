package io.github.assaymark.model.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that almost is what was looked for.
 *
 * @param matched texts of the conjuncts it meets
 * @param failed the conjuncts it does not meet, with the values
 */
public record NearMiss(FactRef candidate, List<String> matched, List<Difference> failed) {
    /**
     * One conjunct that is not met.
     *
     * @param conjunct its text
     * @param property the property that differs; null when the conjunct is not about one property
     */
    public record Difference(
            String conjunct,
            @Nullable String property,
            @Nullable String observed,
            @Nullable String expected) {}

    /** Copies the lists. */
    public NearMiss {
        matched = List.copyOf(matched);
        failed = List.copyOf(failed);
    }
}
