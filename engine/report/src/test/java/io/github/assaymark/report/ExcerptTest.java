package io.github.assaymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExcerptTest {
    @Test
    void the_caret_stands_under_what_was_read() {
        assertThat(excerpt("  statistic: 'p95',", 15, 18, "observed p95, expected p99"))
                .isEqualTo("""
                           |
                        42 |   statistic: 'p95',
                           |               ^^^ observed p95, expected p99""");
    }

    @Test
    void tabs_wide_characters_and_escapes_do_not_move_the_caret() {
        assertThat(excerpt("\tkey: 'p95'", 8, 11, null)).isEqualTo("""
                           |
                        42 |   key: 'p95'
                           |         ^^^""");
        assertThat(excerpt("\u4e2d\u6587: 'p95'", 6, 9, null)).isEqualTo("""
                           |
                        42 | \u4e2d\u6587: 'p95'
                           |        ^^^""");
        assertThat(excerpt("\u001b[1m'p95'", 6, 9, null)).isEqualTo("""
                           |
                        42 | \\u001b[1m'p95'
                           |           ^^^""");
    }

    @Test
    void a_place_without_columns_has_no_caret() {
        assertThat(excerpt("## Alarms", 0, 0, "expected 20 words")).isEqualTo("""
                           |
                        42 | ## Alarms
                           = expected 20 words""");
        assertThat(excerpt("", 0, 0, null)).isEqualTo("   |\n42 |");
    }

    @Test
    void places_beyond_the_line_and_long_lines_are_cut() {
        assertThat(excerpt("short", 90, 95, null)).isEqualTo("   |\n42 | short\n   |      ^");
        List<String> lines = excerpt("x".repeat(5000) + "HERE" + "y".repeat(5000), 5001, 5005, null)
                .lines()
                .toList();
        assertThat(lines.get(1))
                .hasSize(5 + Excerpt.MAX_LINE + 6)
                .contains("xHEREy")
                .startsWith("42 | ...")
                .endsWith("...");
        assertThat(lines.get(2).indexOf("^^^^")).isEqualTo(lines.get(1).indexOf("HERE"));
        assertThat(excerpt("z".repeat(100_000), 90_001, 90_005, null)).hasSizeLessThan(600);
    }

    @Test
    void what_looks_like_a_secret_is_hidden() {
        assertThat(Secrets.mask("password: 'hunter2hunter2'")).isEqualTo("password: '**************'");
        assertThat(Secrets.mask("DB_PASSWORD=abcdef123")).isEqualTo("DB_PASSWORD=*********");
        assertThat(Secrets.mask("\"apiKey\": \"k-123456\",")).isEqualTo("\"apiKey\": \"********\",");
        assertThat(Secrets.mask("aws AKIAABCDEFGHIJKLMNOP x")).isEqualTo("aws ******************** x");
        assertThat(Secrets.mask("git ghp_abcdefghijklmnopqrst")).isEqualTo("git ************************");
        assertThat(Secrets.mask("postgres://app:s3cr3t@db/x")).isEqualTo("postgres://app:******@db/x");
        assertThat(Secrets.mask("Authorization: Bearer abcdefghijkl.mno"))
                .isEqualTo("Authorization: Bearer ****************");
        assertThat(Secrets.mask("x = eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0")).doesNotContain("eyJ");
        assertThat(Secrets.mask("v: aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5")).doesNotContain("aB3");
    }

    @Test
    void ordinary_lines_stay_as_they_are() {
        for (String line : new String[] {
            "  statistic: 'p95',",
            "See https://example.org:8080/path and tokens of the language",
            "commit 0123456789abcdef0123456789abcdef01234567",
            "this-is-a-very-long-kebab-case-identifier-of-words",
            "secret: ''",
        }) assertThat(Secrets.mask(line)).isEqualTo(line);
    }

    @Test
    void lines_come_only_from_the_content_that_was_judged(@TempDir Path directory) throws IOException {
        Path root = Files.createDirectory(directory.resolve("repo"));
        Files.writeString(root.resolve("a.txt"), "one\r\ntwo\nthree");
        Files.writeString(directory.resolve("outside.txt"), "secret");
        Files.createSymbolicLink(root.resolve("link.txt"), directory.resolve("outside.txt"));
        SourceLines lines = SourceLines.below(root);
        String blob = "2fdb5e4b0cb0b1c1ee1f8ae4d2ad7f1cb1b3e0a3";

        assertThat(lines.line(at("a.txt", 2, null, null))).isEqualTo("two");
        assertThat(lines.line(at("a.txt", 1, null, null))).isEqualTo("one");
        assertThat(lines.line(at("a.txt", 1, null, blob))).isNull();
        assertThat(lines.line(at("a.txt", 1, "c0ffee", null))).isNull();
        assertThat(lines.line(at("a.txt", 4, null, null))).isNull();
        assertThat(lines.line(at("a.txt", 0, null, null))).isNull();
        assertThat(lines.line(at("none.txt", 1, null, null))).isNull();
        assertThat(lines.line(at("../outside.txt", 1, null, null))).isNull();
        assertThat(lines.line(at("link.txt", 1, null, null))).isNull();
        assertThat(lines.line(at("nul\0", 1, null, null))).isNull();
        Files.writeString(root.resolve("b.txt"), "hello\n");
        assertThat(lines.line(at("b.txt", 1, "c0ffee", "ce013625030ba8dba906f756967f9e9ca394464a")))
                .isEqualTo("hello");
    }

    @Test
    void prose_is_wrapped_but_paths_and_quotes_are_not() {
        assertThat(Wrap.prose(
                        "  fix:   write the section `Alarm runbook entry` into services/billing/RUNBOOK.md",
                        40,
                        "         "))
                .containsExactly(
                        "  fix:   write the section",
                        "         `Alarm runbook entry` into",
                        "         services/billing/RUNBOOK.md");
        assertThat(Wrap.prose("  " + "x".repeat(100), 40, "    ")).containsExactly("  " + "x".repeat(100));
        assertThat(Wrap.prose("a ` b c d", 4, "")).containsExactly("a `", "b c", "d");
        assertThat(Wrap.prose("any text at all", 0, "")).containsExactly("any text at all");
    }

    private static Provenance.File at(String path, int line, @Nullable String commit, @Nullable String blob) {
        return new Provenance.File(commit, path, line, 0, line, 0, blob);
    }

    private static String excerpt(String source, int from, int to, @Nullable String mark) {
        return String.join(
                "\n", Excerpt.lines(source, new Provenance.File(null, "f", 42, from, 42, to, null), mark, false));
    }
}
