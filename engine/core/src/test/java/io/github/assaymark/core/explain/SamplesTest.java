package io.github.assaymark.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SamplesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollback",
                "(?i)alarm|alert",
                "^v\\d+\\.\\d+$",
                "[A-Z]{3}-\\d{2,}",
                "(?:POST|PUT) /v1/.*",
                "(?P<name>x+)y?",
                "\\bon[- ]call\\b",
                "a(b(c|d)e)*f",
                "[\\]x]z",
                "(?i)^## *restore",
                ""
            })
    void a_sample_matches_its_expression(String expression) {
        String sample = Objects.requireNonNull(Samples.regex(expression));

        assertThat(Pattern.compile(expression).matcher(sample).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[^a]", "\\p{Lu}", "[[:alpha:]]", "(", "a{500}{500}", "\\"})
    void what_is_not_understood_has_no_sample(String expression) {
        assertThat(Samples.regex(expression)).isNull();
    }

    @Test
    void deep_nesting_ends() {
        assertThat(Samples.regex("(".repeat(100_000))).isNull();
    }

    @Test
    void a_path_for_a_glob() {
        assertThat(Samples.glob("docs/**/{a,b}-*.md")).isEqualTo("docs/a-a.md");
    }
}
