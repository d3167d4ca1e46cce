package io.github.assaymark.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    src/*.ts             | src/a.ts          | true
                    src/*.ts             | src/a/b.ts        | false
                    src/*.ts             | src/a.tsx         | false
                    src/**/*.ts          | src/b.ts          | true
                    src/**/*.ts          | src/c/d/e.ts      | true
                    **/main.ts           | main.ts           | true
                    **/main.ts           | f/main.ts         | true
                    **/main.ts           | f/domain.ts       | false
                    **main.ts            | f/domain.ts       | true
                    g/**                 | g/h/i             | true
                    g/**                 | gg/h              | false
                    j/k?.md              | j/kl.md           | true
                    j/k?.md              | j/k/.md           | false
                    {l,m}/n.md           | m/n.md            | true
                    o/{p,q}              | o/q               | true
                    o/{p,q}              | o/p,q             | false
                    r/{s/**/,}t.ts       | r/t.ts            | true
                    r/{s/**/,}t.ts       | r/s/t.ts          | true
                    u.md                 | u.md              | true
                    u.md                 | v/u.md            | false
                    w},x                 | w},x              | true
                    w},x                 | w,x               | false
                    y**z                 | yz                | true
                    yy*yy                | yyy               | false
                    """)
    void a_glob_matches_whole_paths_and_nothing_else(String glob, String path, boolean matches) {
        assertThat(Glob.of(glob).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"**/*.sql, a/b.sql", "a/**, a/b.sql"})
    void patterns_of_facts_are_compiled_once(String glob, String path) {
        Globs globs = new Globs();

        assertThat(globs.of(glob)).isSameAs(globs.of(glob));
        assertThat(globs.of(glob).matches(path)).isTrue();
    }
}
