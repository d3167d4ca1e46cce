package io.github.assaymark.facts.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random and damaged texts: nothing crashes, nothing takes long, nothing is lost. {@link FuzzTime} says how long;
 * {@code -Dassay.fuzz.seed} begins elsewhere.
 */
final class SqlFuzzTest {
    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "$$",
            "$a$",
            "$1",
            "--",
            "/*",
            "*/",
            ";",
            "(",
            ")",
            "[",
            "]",
            ",",
            ".",
            "::",
            ":=",
            "\\",
            "\n",
            "\r\n",
            "\0",
            "\uD800",
            "\uFEFF",
            "é",
            "E'\\",
            "U&\"",
            "1e",
            "0x",
            "..",
            "begin atomic",
            "case",
            " end ",
            "create ",
            "alter table ",
            "drop ",
            " add column ",
            " not valid",
            " using index ",
            "partition of ",
            "grant ",
            " on ",
            " to ",
            "with x as (",
            "insert into ",
            " values ",
            "\\copy x",
            "do ",
            "if not exists ",
            " references ",
            "check (",
            "default ",
            "generated always as (",
            "set ",
            "{{ x }}",
            "${x}",
            "-- +goose Up\n");

    @Test
    void texts_of_any_kind_are_read_without_loss() throws IOException {
        long seed = Long.getLong("assay.fuzz.seed", 20_261_122);
        List<String> samples = samples();
        Random random = new Random(seed);
        FuzzTime time = FuzzTime.begin();
        int rounds = 0;
        int statements = 0;
        do {
            String text = random.nextInt(3) == 0
                    ? made(random)
                    : damaged(samples.get(random.nextInt(samples.size())), random);
            statements += check(text, seed + " round " + rounds);
            rounds++;
        } while (time.left());
        System.out.println("fuzz of SQL: " + rounds + " texts, " + statements + " statements, seed " + seed);
        assertThat(rounds).isPositive();
    }

    private static int check(String text, String what) {
        SqlScript script = SqlScript.of(text);
        assertThat(String.join("", script.pieces())).as(what).isEqualTo(text);
        SqlTokens tokens = script.tokens();
        int last = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.start(i)).as(what).isGreaterThanOrEqualTo(last);
            assertThat(tokens.end(i)).as(what).isGreaterThanOrEqualTo(tokens.start(i));
            last = tokens.end(i);
        }
        int covered = 0;
        int token = 0;
        for (SqlStatement statement : script.statements()) {
            assertThat(statement.firstToken()).as(what).isGreaterThanOrEqualTo(token);
            for (; token < statement.firstToken(); token++)
                assertThat(tokens.is(token, ';'))
                        .as(what + ": only a semicolon may stand between statements")
                        .isTrue();
            token = statement.lastToken();
            assertThat(statement.start()).as(what).isGreaterThanOrEqualTo(covered);
            covered = statement.end();
            assertThat(DdlGrammar.of(script, statement)).as(what).isNotNull();
        }
        for (; token < tokens.size(); token++)
            assertThat(tokens.is(token, ';')).as(what).isTrue();
        return script.statements().size();
    }

    private static List<String> samples() throws IOException {
        String idioms = Files.readString(Path.of("src/test/resources/sql/idioms.sql"));
        List<String> samples = new ArrayList<>();
        SqlScript script = SqlScript.of(idioms);
        for (SqlStatement statement : script.statements()) samples.add(script.text(statement) + ";\n");
        return samples;
    }

    private static String made(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            if (random.nextInt(4) == 0) text.append((char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
            else text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String damaged(String sample, Random random) {
        StringBuilder text = new StringBuilder(sample);
        for (int change = random.nextInt(6); change >= 0 && text.length() > 0; change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                case 2 -> text.setLength(at);
                default ->
                    text.insert(random.nextInt(text.length()), text.substring(at, Math.min(text.length(), at + 40)));
            }
        }
        return text.toString();
    }

    @Test
    void long_texts_of_one_mark_come_to_an_end() {
        for (String piece : PIECES) {
            String text = piece.repeat(200_000 / piece.length());
            check(text, "repeated `" + piece + "`");
        }
    }
}
