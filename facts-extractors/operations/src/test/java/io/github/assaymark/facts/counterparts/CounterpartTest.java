package io.github.assaymark.facts.counterparts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CounterpartTest {
    @Test
    void missing_program_fails_where_it_is_required() {
        String before = System.getProperty("ASSAY_REQUIRE_COUNTERPARTS");
        System.setProperty("ASSAY_REQUIRE_COUNTERPARTS", "1");
        try {
            assertThatThrownBy(() -> Counterpart.of("no-such-program"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(
                            "`no-such-program` is not installed: nothing is compared with it\n  Maybe run");
        } finally {
            if (before == null) System.clearProperty("ASSAY_REQUIRE_COUNTERPARTS");
            else System.setProperty("ASSAY_REQUIRE_COUNTERPARTS", before);
        }
    }
}
