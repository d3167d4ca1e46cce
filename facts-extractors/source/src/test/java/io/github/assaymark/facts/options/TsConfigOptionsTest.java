package io.github.assaymark.facts.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.ConfigOption;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TsConfigOptionsTest {
    private static final String FIVE = "{\"devDependencies\": {\"typescript\": \"^5.4.2\"}}";

    private static List<ConfigOption> options(SourceFixture fixture, String file) {
        return fixture.facts(ConfigOption.class).stream()
                .filter(option ->
                        option.tool().equals("typescript") && option.file().equals(file))
                .toList();
    }

    private static ConfigOption option(SourceFixture fixture, String name) {
        return options(fixture, "tsconfig.json").stream()
                .filter(option -> option.name().equals("compilerOptions." + name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reasons(SourceFixture fixture) {
        return fixture.facts(Unresolved.class).stream().map(Unresolved::reason).toList();
    }

    private static Coverage coverage(SourceFixture fixture) {
        return fixture.coverage("tsconfig-options", ConfigOption.class, "");
    }

    @Test
    void strict_stands_for_every_flag_of_its_family() {
        SourceFixture fixture = SourceFixture.of("tsconfig.json", """
                {
                  // how strict we are
                  "compilerOptions": { "strict": true, },
                }
                """);
        assertThat(options(fixture, "tsconfig.json")).hasSize(10).allSatisfy(option -> {
            assertThat(option.value()).isEqualTo("true");
            assertThat(option.resolved()).isTrue();
            assertThat(option.kind()).isEqualTo(FileKind.CONFIGURATION);
            assertThat(option.provenance().place()).satisfies(place -> {
                assertThat(place).isNotNull();
                assertThat(place.startLine()).isEqualTo(3);
            });
        });
        assertThat(options(fixture, "tsconfig.json").stream()
                        .filter(ConfigOption::declared)
                        .map(ConfigOption::name))
                .containsExactly("compilerOptions.strict");
        assertThat(coverage(fixture).status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void flag_that_is_turned_off_is_off_although_strict_is_on() {
        SourceFixture fixture = SourceFixture.of("tsconfig.json", """
                {"compilerOptions": {"strict": true,
                  "strictNullChecks": false}}
                """);
        assertThat(option(fixture, "strict").value()).isEqualTo("true");
        assertThat(option(fixture, "strictNullChecks").value()).isEqualTo("false");
        assertThat(option(fixture, "strictNullChecks").declared()).isTrue();
        assertThat(option(fixture, "noImplicitAny").value()).isEqualTo("true");
    }

    @Test
    void the_file_goes_before_what_it_extends_and_the_last_of_these_before_the_first() {
        SourceFixture fixture = SourceFixture.of(
                "tsconfig.json",
                "{\"extends\": [\"./base/a\", \"./base/b.json\"], \"compilerOptions\": {\"noImplicitThis\": true}}",
                "base/a.json",
                "{\"compilerOptions\": {\"strict\": true, \"noImplicitThis\": false, \"alwaysStrict\": false}}",
                "base/b.json",
                "{\"extends\": \"../far/c.json\", \"compilerOptions\": {\"strictFunctionTypes\": false}}",
                "far/c.json",
                "{\"compilerOptions\": {\"strict\": false}}");
        assertThat(option(fixture, "strict").value()).isEqualTo("false");
        assertThat(option(fixture, "strict").provenance().place()).satisfies(place -> {
            assertThat(place).isNotNull();
            assertThat(place.path()).isEqualTo("far/c.json");
        });
        assertThat(option(fixture, "noImplicitThis").value()).isEqualTo("true");
        assertThat(option(fixture, "alwaysStrict").value()).isEqualTo("false");
        assertThat(option(fixture, "strictFunctionTypes").value()).isEqualTo("false");
        assertThat(option(fixture, "noImplicitAny").value()).isEqualTo("false");
    }

    @Test
    void base_may_be_a_package_of_the_repository() {
        SourceFixture fixture = SourceFixture.of(
                "package.json",
                "{\"name\": \"root\", \"workspaces\": [\"packages/*\"]}",
                "packages/settings/package.json",
                "{\"name\": \"@acme/settings\"}",
                "packages/settings/node.json",
                "{\"compilerOptions\": {\"strict\": true}}",
                "packages/named/package.json",
                "{\"name\": \"named\", \"tsconfig\": \"other.json\"}",
                "packages/named/other.json",
                "{\"compilerOptions\": {\"strictBindCallApply\": false}}",
                "packages/closed/package.json",
                "{\"name\": \"closed\", \"exports\": {\"./strict.json\": \"./inner/strict.json\"}}",
                "packages/closed/inner/strict.json",
                "{\"compilerOptions\": {\"alwaysStrict\": false}}",
                "tsconfig.json",
                "{\"extends\": [\"@acme/settings/node.json\", \"named\", \"closed/strict.json\"]}");
        assertThat(option(fixture, "strict").value()).isEqualTo("true");
        assertThat(option(fixture, "strictBindCallApply").value()).isEqualTo("false");
        assertThat(option(fixture, "alwaysStrict").value()).isEqualTo("false");
    }

    @Test
    void base_outside_of_the_repository_leaves_open_what_the_file_does_not_say() {
        SourceFixture fixture = SourceFixture.of("tsconfig.json", """
                {
                  "extends": "@tsconfig/node20/tsconfig.json",
                  "compilerOptions": { "strict": true, "noImplicitAny": false }
                }
                """);
        assertThat(option(fixture, "strict").value()).isEqualTo("true");
        assertThat(option(fixture, "noImplicitAny").value()).isEqualTo("false");
        assertThat(option(fixture, "strictNullChecks").resolved()).isFalse();
        assertThat(option(fixture, "strictNullChecks").value()).isNull();
        assertThat(fixture.facts(Unresolved.class))
                .extracting(Unresolved::expression, Unresolved::reason, Unresolved::factTypes)
                .containsExactly(tuple(
                        "@tsconfig/node20/tsconfig.json",
                        "it extends `@tsconfig/node20/tsconfig.json`: the package @tsconfig/node20 is not in the repository",
                        List.of()));
        // what is open of TypeScript says nothing of the options of other tools
        assertThat(coverage(fixture).status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void default_of_strict_depends_on_the_compiler() {
        String none = "{\"compilerOptions\": {\"target\": \"es2022\", \"noImplicitAny\": true}}";
        SourceFixture five = SourceFixture.of("package.json", FIVE, "tsconfig.json", none);
        SourceFixture six = SourceFixture.of(
                "package.json", "{\"dependencies\": {\"typescript\": \"~6.0.1\"}}", "tsconfig.json", none);
        SourceFixture open = SourceFixture.of(
                "package.json", "{\"devDependencies\": {\"typescript\": \">=5\"}}", "tsconfig.json", none);
        SourceFixture unnamed = SourceFixture.of("tsconfig.json", none);
        assertThat(option(five, "strict").value()).isEqualTo("false");
        assertThat(option(five, "strict").declared()).isFalse();
        assertThat(option(five, "strictNullChecks").value()).isEqualTo("false");
        assertThat(option(five, "noImplicitAny").value()).isEqualTo("true");
        assertThat(option(six, "strict").value()).isEqualTo("true");
        assertThat(option(six, "strictNullChecks").value()).isEqualTo("true");
        for (SourceFixture unknown : List.of(open, unnamed)) {
            assertThat(option(unknown, "strict").resolved()).isFalse();
            assertThat(option(unknown, "noImplicitAny").value()).isEqualTo("true");
            assertThat(reasons(unknown))
                    .containsExactly(
                            "nobody writes `strict`, and its default depends on the version of TypeScript, which is not known");
        }
    }

    @Test
    void files_that_only_others_extend_or_that_compile_nothing_are_no_projects() {
        SourceFixture fixture = SourceFixture.of(
                "package.json",
                FIVE,
                "tsconfig.base.json",
                "{\"compilerOptions\": {\"strict\": false}}",
                "tsconfig.json",
                "{\"files\": [], \"references\": [{\"path\": \"./build/lib.json\"}, {\"path\": \"app\"}]}",
                "build/lib.json",
                "{\"extends\": \"../tsconfig.base.json\", \"compilerOptions\": {\"strict\": true}}",
                "app/tsconfig.json",
                "{\"extends\": \"../tsconfig.base.json\"}",
                "app/tsconfig.build.json",
                "{\"extends\": \"./tsconfig.json\", \"compilerOptions\": {\"strict\": true}}",
                "app/tsconfig.spec.json",
                "{\"extends\": \"./tsconfig.json\"}",
                "test/tsconfig.json",
                "{}");
        assertThat(fixture.facts(ConfigOption.class).stream()
                        .filter(option -> option.name().equals("compilerOptions.strict"))
                        .collect(Collectors.toMap(ConfigOption::file, option -> option.value() + " " + option.kind())))
                .containsOnly(
                        java.util.Map.entry("build/lib.json", "true CONFIGURATION"),
                        java.util.Map.entry("app/tsconfig.json", "false CONFIGURATION"),
                        java.util.Map.entry("app/tsconfig.build.json", "true CONFIGURATION"),
                        java.util.Map.entry("app/tsconfig.spec.json", "false TEST"),
                        java.util.Map.entry("test/tsconfig.json", "false TEST"));
    }

    @Test
    void values_of_another_kind_circles_and_missing_files_are_open() {
        SourceFixture text = SourceFixture.of("tsconfig.json", "{\"compilerOptions\": {\"strict\": \"true\"}}");
        assertThat(option(text, "strict").resolved()).isFalse();
        assertThat(reasons(text)).containsExactly("`strict` is no truth value");
        SourceFixture circle = SourceFixture.of(
                "tsconfig.json", "{\"extends\": \"./a.json\"}", "a.json", "{\"extends\": \"./tsconfig.json\"}");
        assertThat(option(circle, "strict").resolved()).isFalse();
        assertThat(reasons(circle)).containsExactly("tsconfig.json extends itself");
        SourceFixture missing = SourceFixture.of("tsconfig.json", "{\"extends\": \"./gone\"}");
        assertThat(reasons(missing)).containsExactly("it extends `./gone`: there is no file gone");
        SourceFixture outside = SourceFixture.of("tsconfig.json", "{\"extends\": \"../../up.json\"}");
        assertThat(reasons(outside)).containsExactly("it extends `../../up.json`: it lies outside of the repository");
        SourceFixture number = SourceFixture.of("tsconfig.json", "{\"extends\": [7]}");
        assertThat(reasons(number)).containsExactly("`extends` is no text");
        SourceFixture list = SourceFixture.of("tsconfig.json", "{\"compilerOptions\": []}");
        assertThat(reasons(list)).containsExactly("`compilerOptions` is no object");
    }

    @Test
    void file_that_is_not_understood_has_open_options_and_a_gap() {
        SourceFixture fixture = SourceFixture.of("tsconfig.json", "{\"compilerOptions\": {\"strict\": tru");
        assertThat(options(fixture, "tsconfig.json"))
                .hasSize(10)
                .allSatisfy(option -> assertThat(option.resolved()).isFalse());
        assertThat(coverage(fixture).status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void many_files_that_extend_each_other_end() {
        SourceFixture fixture = SourceFixture.of("tsconfig.json", "{\"extends\": [\"./a0\", \"./b0\"]}");
        for (int i = 0; i < 40; i++) {
            String next = "{\"extends\": [\"./a" + (i + 1) + "\", \"./b" + (i + 1) + "\"]}";
            fixture = fixture.with("a" + i + ".json", next).with("b" + i + ".json", next);
        }
        fixture = fixture.with("a40.json", "{}").with("b40.json", "{}");
        assertThat(option(fixture, "strict").resolved()).isFalse();
        assertThat(reasons(fixture)).containsExactly("too many files extend each other");
    }
}
