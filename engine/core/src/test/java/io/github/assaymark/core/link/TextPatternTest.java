package io.github.assaymark.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.Test;

class TextPatternTest {
    @Test
    void the_same_is_found_however_often_and_in_whatever_order_it_is_asked() {
        Pattern plain = Pattern.compile("(?i)(^|/)run-?books?/[0-9]*7\\.md$");
        TextPattern pattern = new TextPattern(plain);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 3_000; i++) {
                String text = "docs/" + (i % 2 == 0 ? "Runbooks" : "notes") + "/" + i + ".md";
                assertThat(pattern.isIn(text)).isEqualTo(plain.matcher(text).find());
            }
        }
    }

    @Test
    void a_long_text_is_searched_too() {
        TextPattern pattern = new TextPattern(Pattern.compile("needle"));
        assertThat(pattern.isIn("hay ".repeat(500) + "needle")).isTrue();
        assertThat(pattern.isIn("hay ".repeat(500))).isFalse();
    }
}
