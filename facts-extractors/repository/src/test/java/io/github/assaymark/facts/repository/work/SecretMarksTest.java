package io.github.assaymark.facts.repository.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecretMarksTest {
    /** Pieces of credentials of every form, and of what stands around them. */
    private static final List<String> PIECES = List.of(
            "-----BEGIN ",
            "RSA ",
            "-----",
            "-----END ",
            "https://",
            "://",
            "user",
            ":",
            "@",
            "host",
            " ",
            "\n",
            "'",
            "\"",
            "`",
            "password",
            "PassWd",
            "apiKey",
            "api-key",
            "token",
            "SECRET",
            " = ",
            ", ",
            "Bearer ",
            "basic  ",
            "Authorization",
            "sk_live_",
            "sk-",
            "ghp_",
            "github_pat_",
            "glpat-",
            "xoxb-",
            "AKIA",
            "AIza",
            "ya29.",
            "npm_",
            "whsec_",
            "re_",
            "SG.",
            "eyJ",
            "a1B2c3D4",
            "abcdefgh",
            "0f3a9b7c",
            "Zx9_",
            "12345678",
            ".",
            "/",
            "é",
            "[redacted]");

    @Test
    void a_text_that_is_not_searched_for_a_form_holds_none_of_it() {
        Random random = new Random(20);
        int changed = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(9); n > 0; n--) text.append(PIECES.get(random.nextInt(PIECES.size())));
            String searched = Secrets.searched(text.toString());
            assertThat(Secrets.redacted(text.toString())).isEqualTo(searched);
            if (!searched.contentEquals(text)) changed++;
        }
        assertThat(changed).isGreaterThan(5_000);
    }

    @Test
    void a_plain_text_comes_back_as_it_is() {
        String text = "c.json({ code: 'NOT_FOUND' })";
        assertThat(Secrets.redacted(text)).isSameAs(text);
    }

    @Test
    void white_space_is_one_space_in_what_is_shown() {
        assertThat(Secrets.shown("  a\t\n b  c\u000bd ", 20)).isEqualTo("a b c d");
        assertThat(Secrets.shown("a b c", 20)).isEqualTo("a b c");
        assertThat(Secrets.shown("a\tb", 20)).isEqualTo("a b");
    }

    @Test
    void names_of_secrets_are_known_whatever_their_case() {
        assertThat(Secrets.names("config.API_KEY")).isTrue();
        assertThat(Secrets.names("PRIVATEKEY")).isTrue();
        assertThat(Secrets.names("config.apiary")).isFalse();
    }
}
