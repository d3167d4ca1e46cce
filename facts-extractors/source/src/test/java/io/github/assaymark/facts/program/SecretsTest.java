package io.github.assaymark.facts.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.repository.work.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    // put together, so that nobody takes them for real ones
    private static final String KEY = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc";

    @Test
    void credentials_are_not_shown() {
        assertThat(Secrets.redacted("stripe " + KEY + " end")).isEqualTo("stripe [redacted] end");
        assertThat(Secrets.redacted("postgres://ada:hunter2@db.local/x")).isEqualTo("postgres://[redacted]@db.local/x");
        assertThat(Secrets.redacted("{ password: 'correct horse' }")).isEqualTo("{ password: '[redacted]' }");
        assertThat(Secrets.redacted("apiKey = \"abcd\\\"ef\"")).isEqualTo("apiKey = \"[redacted]\"");
        assertThat(Secrets.redacted("Authorization: Bearer abc.def-123456"))
                .contains("[redacted]")
                .doesNotContain("abc");
        assertThat(Secrets.redacted("-----BEGIN " + "PRIVATE KEY-----\nMIIE\n")).isEqualTo("[redacted]");
        assertThat(Secrets.redacted("x A1b2C3d4E5f6G7h8I9j0K1l2M3 y")).isEqualTo("x [redacted] y");
        assertThat(Secrets.redacted("9f86d081884c7d659a2feaa0c55ad015")).isEqualTo("[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/organisations/{organisationId}/members",
                "requireScope('examples.write')",
                "createOrganisationMembershipInvitation",
                "8c5f3b1e-0d9a-4c1b-9f43-2d0e6f5a7b11",
                "https://api.example.com/v2?x=1",
                "the token has expired",
            })
    void ordinary_texts_stay(String text) {
        assertThat(Secrets.redacted(text)).isEqualTo(text);
    }

    @Test
    void what_is_shown_is_one_short_line() {
        assertThat(Secrets.shown("a\n   b\tc", 200)).isEqualTo("a b c");
        assertThat(Secrets.shown("x".repeat(500), 200)).hasSize(200).endsWith("x…");
    }

    @Test
    void a_resolved_secret_is_not_shown_either() {
        Programs programs = Programs.of("a.ts", "const k = '" + KEY + "'; show(k)");
        assertThat(programs.program().resolver().shown(programs.shownArgument()))
                .isEqualTo("[redacted]");
    }
}
