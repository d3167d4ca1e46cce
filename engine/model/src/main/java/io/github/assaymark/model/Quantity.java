package io.github.assaymark.model;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * An exact number with a unit. Quantities of different dimensions refuse to be compared.
 *
 * @param amount exact decimal; equal amounts in other units or scales are equal quantities under {@link #compareTo}
 */
public record Quantity(BigDecimal amount, Unit unit) implements Comparable<Quantity> {

    /** What a unit measures. */
    public enum Dimension {
        TIME,
        SHARE,
        SIZE,
        RATE,
        COUNT
    }

    /** Units, each with its factor to the base unit of its dimension. */
    public enum Unit {
        MILLISECONDS(Dimension.TIME, "0.001"),
        SECONDS(Dimension.TIME, "1"),
        PERCENT(Dimension.SHARE, "0.01"),
        RATIO(Dimension.SHARE, "1"),
        BYTES(Dimension.SIZE, "1"),
        KIBIBYTES(Dimension.SIZE, "1024"),
        MEBIBYTES(Dimension.SIZE, "1048576"),
        PER_SECOND(Dimension.RATE, "1"),
        PIECES(Dimension.COUNT, "1");

        private final Dimension dimension;
        private final BigDecimal factor;

        Unit(Dimension dimension, String factor) {
            this.dimension = dimension;
            this.factor = new BigDecimal(factor);
        }

        /** What this unit measures. */
        public Dimension dimension() {
            return dimension;
        }
    }

    /** The amount, of any scale, in {@code unit}. */
    public Quantity {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** A whole number of units. */
    public static Quantity of(long amount, Unit unit) {
        return new Quantity(BigDecimal.valueOf(amount), unit);
    }

    /**
     * Compares across units of one dimension.
     *
     * @throws IncomparableQuantitiesException when the dimensions differ
     */
    @Override
    public int compareTo(Quantity other) {
        if (unit.dimension() != other.unit.dimension()) throw new IncomparableQuantitiesException(this, other);
        return base().compareTo(other.base());
    }

    private BigDecimal base() {
        return amount.multiply(unit.factor);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " "
                + unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
