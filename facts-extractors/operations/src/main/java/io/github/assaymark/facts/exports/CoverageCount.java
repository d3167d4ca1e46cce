package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What was run of how much; counts of parts are added, never averaged. Used by one thread. */
final class CoverageCount {
    private long covered;
    private long total;
    private boolean counted;

    void add(long covered, long total) {
        this.covered += covered;
        this.total += total;
        counted = true;
    }

    /**
     * The share in percent, exact to eight places, rounded down; null when nothing was counted, or there is nothing.
     */
    @Nullable
    Quantity share() {
        if (!counted || total <= 0 || covered < 0 || covered > total) return null;
        BigDecimal share = BigDecimal.valueOf(covered)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(total), 8, RoundingMode.DOWN);
        return new Quantity(share, Quantity.Unit.PERCENT);
    }
}
