package io.github.assaymark.facts.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.ConfigOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PkceOptionsTest {
    private static List<@Nullable String> values(String text) {
        return SourceFixture.of("src/auth.ts", text).facts(ConfigOption.class).stream()
                .<@Nullable String>map(ConfigOption::value)
                .toList();
    }

    @Test
    void property_of_an_object_names_the_method() {
        ConfigOption option = SourceFixture.of("src/auth.ts", """
                const METHOD = 'S256';
                export const request = { code_challenge_method: METHOD, scope: 'a' };
                """).only(ConfigOption.class);
        assertThat(option.value()).isEqualTo("S256");
        assertThat(option.tool()).isEqualTo("oauth");
        assertThat(option.key()).isEqualTo("oauth src/auth.ts code_challenge_method");
    }

    @Test
    void call_that_sets_the_parameter_names_the_method() {
        assertThat(values("const url = new URL('x:y');\nurl.searchParams.set('code_challenge_method', 'plain');\n"))
                .containsExactly("plain");
    }

    @Test
    void text_of_an_address_names_the_method() {
        assertThat(
                        values(
                                "export const to = (c: string) => `https://a/?code_challenge=${c}&code_challenge_method=S256`;\n"))
                .containsExactly("S256");
        assertThat(values("export const to = (m: string) => `https://a/?code_challenge_method=${m}`;\n"))
                .containsExactly((String) null);
    }

    @Test
    void method_of_the_environment_is_open() {
        ConfigOption option = SourceFixture.of(
                        "src/auth.ts", "export const r = { codeChallengeMethod: process.env.METHOD };\n")
                .only(ConfigOption.class);
        assertThat(option.resolved()).isFalse();
    }

    @Test
    void schema_of_the_request_says_nothing() {
        assertThat(
                        values(
                                "import { z } from 'zod';\nexport const s = z.object({ code_challenge_method: z.string() });\n"))
                .isEmpty();
    }
}
