package io.github.assaymark.facts.repository.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.assaymark.facts.repository.ScannedRepository;
import io.github.assaymark.facts.repository.TempRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.fact.Document;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownFuzzTest {
    private static final String SEED = """
            ---
            title: T
            ---
            import x from 'y';

            # Title {#id}

            Status: x Owner: TBD | Date: 2026-01-01

            - [ ] task `code` — n/a: because it is so
              - [x] inner
            > quote <b>bold</b> [link](a.md#b) ![i](j.png)

            | Role | Name | Date |
            |------|------|------|
            | A | B | 2026-01-02 |

            ```sh
            run \\
            ```
            <Tabs items={[`a${b}`]}><Tab title="x">
              text {value} <!-- c -->
            </Tab></Tabs>
            <h2 id="x">H</h2>
            [r]: <a b.md> 'title'
            """;
    private static final String[] PIECES = {
        "`",
        "```\n",
        "~~~",
        "{",
        "}",
        "<",
        ">",
        "</",
        "/>",
        "[",
        "](",
        ")",
        "![",
        "*",
        "**",
        "_",
        "|",
        "|--|--|\n",
        "#",
        "\n",
        "\n\n",
        "\t",
        "    ",
        "- [ ] ",
        "> ",
        "1. ",
        "---\n",
        "+++\n",
        "<!--",
        "-->",
        "&amp;",
        "\\",
        ":",
        "TBD",
        "<a href='",
        "<h1>",
        "{/*",
        "${",
        "import ",
        "export {\n",
        "\u0000",
        "\uD800",
        "\u202E",
        "\r",
        "é"
    };

    @TempDir
    private Path directory = Path.of("");

    @Test
    void mutated_documents_never_break_the_extractor() {
        Random random = new Random(42);
        TempRepository repository = new TempRepository(directory);
        int documents = 300;
        for (int i = 0; i < documents; i++) {
            StringBuilder text = new StringBuilder(SEED);
            for (int m = 0; m < 1 + i % 12; m++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                    case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(80))));
                }
                if (text.length() == 0) text.append('x');
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            repository.file("m" + i + (i % 2 == 0 ? ".md" : ".mdx"), bytes);
        }
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            repository.file("r" + i + ".md", bytes);
        }
        Snapshot first = ScannedRepository.scan(directory, new MarkdownExtractor());
        Coverage coverage = ScannedRepository.coverage(first, "markdown", "Document", "");
        assertThat(coverage.gaps()).noneMatch(g -> g.reason().contains("extractor failed"));
        assertThat(coverage.matched()).isEqualTo(documents + 100);
        assertThat(first.facts(Document.class).size()).isGreaterThan(documents / 2);
        Snapshot second = ScannedRepository.scan(directory, new MarkdownExtractor());
        assertThat(second).isEqualTo(first);
        assertThat(first.facts().stream().map(f -> f.getClass().getSimpleName() + " " + f.key()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "[",
                "![",
                "*a ",
                "**",
                "<a ",
                "{",
                "<B>",
                "`",
                "|a",
                "[a](",
                "\\",
                "&",
                "<!--",
                "</b>",
                "{/*",
                "export {",
                "#",
                "(a: ",
                "- [ ] ",
                "TBD ",
                "a_",
                "<x-y>",
                "x: "
            })
    void repetitions_end(String piece) {
        for (String text : new String[] {piece.repeat(8_000), (piece + "\n").repeat(2_000)}) {
            for (String path : new String[] {"a.md", "a.mdx"}) {
                assertThatCode(() -> {
                            MarkdownText read = MarkdownReader.read(path, text, Limits.DEFAULT);
                            Outline outline = new Outline(read);
                            assertThat(outline.all().words).isNotNegative();
                            assertThat(HeaderFields.in(read, outline.bodyLine()))
                                    .isNotNull();
                        })
                        .doesNotThrowAnyException();
            }
        }
    }
}
