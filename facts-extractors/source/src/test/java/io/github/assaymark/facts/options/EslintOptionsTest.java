package io.github.assaymark.facts.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.ConfigOption;
import org.junit.jupiter.api.Test;

final class EslintOptionsTest {
    private static final String CONFIG = """
            import js from '@eslint/js';
            import prettier from 'eslint-config-prettier';
            export default [
              js.configs.recommended,
              { rules: { eqeqeq: 'error', curly: 1 } },
              {
                files: ['src/domain/**/*.ts'],
                rules: { 'no-restricted-imports': ['error', { patterns: ['typeorm'] }] },
              },
              LAST
            ];
            """;

    private static SourceFixture config(String last) {
        return SourceFixture.of("eslint.config.js", CONFIG.replace("LAST", last));
    }

    @Test
    void levels_are_read_with_the_files_they_are_limited_to() {
        assertThat(config("prettier").facts(ConfigOption.class))
                .extracting(ConfigOption::name, ConfigOption::value)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("eqeqeq", "error"),
                        org.assertj.core.groups.Tuple.tuple("curly", "warn"),
                        org.assertj.core.groups.Tuple.tuple("no-restricted-imports in src/domain/**/*.ts", "error"));
    }

    @Test
    void shared_configuration_that_follows_leaves_levels_open() {
        assertThat(config("...team.configs.strict,").facts(ConfigOption.class))
                .hasSize(3)
                .allSatisfy(option -> {
                    assertThat(option.resolved()).isFalse();
                    assertThat(option.value()).isNull();
                });
    }

    @Test
    void configurations_given_to_a_function_are_read() {
        ConfigOption option = SourceFixture.of("eslint.config.mjs", """
                import { defineConfig } from 'eslint/config';
                export default defineConfig([{ files: ['lib/**'], rules: { 'no-eval': 2 } }]);
                """).only(ConfigOption.class);
        assertThat(option.key()).isEqualTo("eslint eslint.config.mjs no-eval in lib/**");
        assertThat(option.value()).isEqualTo("error");
    }

    @Test
    void older_configuration_is_a_gap() {
        SourceFixture fixture = SourceFixture.of(".eslintrc.cjs", "module.exports = { rules: { eqeqeq: 'error' } };\n");
        assertThat(fixture.facts(ConfigOption.class)).isEmpty();
        assertThat(fixture.coverage("eslint-options", ConfigOption.class, "").gaps())
                .anyMatch(gap -> gap.reason().contains("array of configurations"));
    }
}
