package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a flag: the parts of the traffic by what they get. What is on is {@code true} or {@code on}, what is off is
 * {@code false} or {@code off}; {@code shadow} runs without being shown. With any other value nobody can say which part
 * "gets it". Used by one thread.
 */
final class Rollout {
    private static final int SCALE = 8;

    private BigDecimal on = BigDecimal.ZERO;
    private BigDecimal shadow = BigDecimal.ZERO;
    private BigDecimal all = BigDecimal.ZERO;
    private boolean known = true;

    /**
     * What share of the traffic gets it.
     *
     * @param shadow whether this share runs without being shown, and nobody is shown it
     */
    record Share(Quantity quantity, boolean shadow) {}

    static Share percent(BigDecimal percent) {
        return new Share(new Quantity(percent, Quantity.Unit.PERCENT), false);
    }

    /** A part of the traffic; a null value or weight makes the whole unknown. */
    void add(@Nullable String value, @Nullable BigDecimal weight) {
        if (value == null || weight == null || weight.signum() < 0) {
            known = false;
            return;
        }
        all = all.add(weight);
        switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "on" -> on = on.add(weight);
            case "shadow" -> shadow = shadow.add(weight);
            case "false", "off" -> {}
            default -> known = false;
        }
    }

    /** The share, rounded down to eight places; null when it is not known. */
    @Nullable
    Share share() {
        if (!known || all.signum() == 0) return null;
        boolean hidden = on.signum() == 0 && shadow.signum() > 0;
        BigDecimal percent = (hidden ? shadow : on).movePointRight(2).divide(all, SCALE, RoundingMode.DOWN);
        return new Share(new Quantity(percent, Quantity.Unit.PERCENT), hidden);
    }
}
