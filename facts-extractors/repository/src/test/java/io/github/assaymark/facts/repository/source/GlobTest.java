package io.github.assaymark.facts.repository.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "services/*, services/billing, true",
        "services/*, services/billing/src, false",
        "services/**, services/billing/src, true",
        "services/**, services, false",
        "**/service, service, true",
        "**/service, a/b/service, true",
        "a/**/z, a/z, true",
        "a/**/z, a/b/c/z, true",
        "a/**/b/**/z, a/x/b/y/b/z, true",
        "a/**/z, a/b/c/y, false",
        "/src/*.ts, src/a.ts, true",
        "src/?.ts, src/ab.ts, false",
        "src/[a-c].ts, src/b.ts, true",
        "src/[!a-c].ts, src/b.ts, false",
        "src/[]x].ts, src/].ts, true",
        "src/[[:digit:]].ts, src/7.ts, true",
        "src/[a.ts, src/a.ts, false",
        "'\\*.ts', *.ts, true",
        "'\\*.ts', a.ts, false",
        "a*b*c, aXbYc, true",
    })
    void matches_paths_as_git_does(String glob, String path, boolean matches) {
        assertThat(Glob.of(glob).matches(path)).isEqualTo(matches);
    }

    @Test
    void a_hostile_pattern_ends() {
        String name = "a".repeat(255);
        assertThat(Glob.matchesName("*a".repeat(100) + "b", name)).isFalse();
        assertThat(Glob.of("**/a/".repeat(50) + "b").matches("a/".repeat(200) + "c"))
                .isFalse();
    }
}
