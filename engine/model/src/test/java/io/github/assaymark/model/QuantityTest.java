package io.github.assaymark.model;

import static io.github.assaymark.model.Quantity.Unit.MILLISECONDS;
import static io.github.assaymark.model.Quantity.Unit.PERCENT;
import static io.github.assaymark.model.Quantity.Unit.RATIO;
import static io.github.assaymark.model.Quantity.Unit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class QuantityTest {
    @Test
    void quantities_of_one_dimension_compare_across_units() {
        assertThat(Quantity.of(900, MILLISECONDS)).isLessThan(Quantity.of(1, SECONDS));
        assertThat(Quantity.of(1, PERCENT)).isEqualByComparingTo(new Quantity(new BigDecimal("0.01"), RATIO));
    }

    @Test
    void quantities_of_different_dimensions_refuse() {
        assertThatThrownBy(() -> Quantity.of(1, PERCENT).compareTo(Quantity.of(1, SECONDS)))
                .isInstanceOf(IncomparableQuantitiesException.class)
                .hasMessage("cannot compare 1 percent (SHARE) with 1 seconds (TIME)\n"
                        + "  Maybe one of them was read in the wrong unit");
    }

    @Test
    void the_way_an_amount_is_written_does_not_matter() {
        assertThat(new Quantity(new BigDecimal("1.50"), SECONDS))
                .isEqualTo(new Quantity(new BigDecimal("1.5"), SECONDS));
        assertThat(new Quantity(new BigDecimal("0.00"), SECONDS)).isEqualTo(Quantity.of(0, SECONDS));
        assertThat(Quantity.of(1000, SECONDS)).hasToString("1000 seconds");
    }
}
