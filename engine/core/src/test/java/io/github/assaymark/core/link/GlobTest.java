package io.github.assaymark.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobTest {
    private static final List<String> GLOB_PIECES =
            List.of("a", "b", "/", "*", "**", "**/", "/**", "?", "{", "}", "{a,", ",b}", "{a,b/}", ",", ".");
    private static final List<String> PATH_PIECES =
            List.of("a", "b", "/", "a/", "/b", ".", ",", "{", "\n", "é", "\ud83d\ude00");

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

    @Test
    void a_machine_says_of_every_path_what_the_regular_expression_says() {
        Random random = new Random(11);
        int matched = 0;
        for (int i = 0; i < 20_000; i++) {
            String glob = text(random, GLOB_PIECES, 12);
            GlobMachine machine = GlobMachine.of(glob, Glob.balanced(glob));
            if (machine == null) continue;
            for (int j = 0; j < 10; j++) {
                String path = text(random, PATH_PIECES, 8);
                boolean matches = Glob.pattern(glob).matches(path);
                assertThat(machine.matches(path)).as("%s on %s", glob, path).isEqualTo(matches);
                if (matches) matched++;
            }
        }
        assertThat(matched).isGreaterThan(2_000);
    }

    private static String text(Random random, List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        int wanted = random.nextInt(most + 1);
        for (int i = 0; i < wanted; i++) text.append(pieces.get(random.nextInt(pieces.size())));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"**/é/*.md", "**/{aaaaaaaa,bbbbbbbb,cccccccc,dddddddd,eeeeeeee,ffffffff,gggggggg,hhhhhhhh}/*.md"
            })
    void a_glob_that_has_no_machine_matches_all_the_same(String glob) {
        assertThat(GlobMachine.of(glob, Glob.balanced(glob))).isNull();
        assertThat(Glob.of(glob).matches(glob.contains("é") ? "i/é/j.md" : "i/hhhhhhhh/j.md"))
                .isTrue();
        assertThat(Glob.of(glob).matches("i/k/j.md")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"**/*.sql, a/b.sql", "a/**, a/b.sql"})
    void patterns_of_facts_are_compiled_once(String glob, String path) {
        Globs globs = new Globs();

        assertThat(globs.of(glob)).isSameAs(globs.of(glob));
        assertThat(globs.of(glob).matches(path)).isTrue();
    }
}
