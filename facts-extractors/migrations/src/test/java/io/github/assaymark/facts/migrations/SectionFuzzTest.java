package io.github.assaymark.facts.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.migrations.Sections.Cut;
import io.github.assaymark.facts.sql.FuzzTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged files of every tool: nothing crashes, and every part keeps the length and the lines of its file. */
final class SectionFuzzTest {
    private static final List<String> SAMPLES = List.of(
            "-- +goose Up\n-- +goose StatementBegin\ncreate function f() as $$ x $$;\n-- +goose StatementEnd\ncreate table a (x int);\n-- +goose Down\ndrop table a;\n",
            "-- migrate:up transaction:false\ncreate index concurrently i on a (x);\n-- migrate:down\ndrop index i;\n",
            "CREATE TABLE \"a\" (\"x\" int)\n--> statement-breakpoint\nALTER TABLE \"a\" ADD \"y\" text;",
            "--liquibase formatted sql\n--property name:a value:b\n--changeset me:1 dbms:postgresql endDelimiter:// \ncreate table ${a} (x int)\n//\n--rollback drop table ${a};\n--changeset me:2\nselect 1;\n",
            "create table {{ index .Options \"Namespace\" }}.a (x int);\nselect '{{ .Missing }}';\n",
            "import { MigrationInterface, QueryRunner } from 'typeorm';\nexport class A1700000000000 implements MigrationInterface {\n  async up(q: QueryRunner) {\n    await q.query(`create table ä (x int)`);\n    await q.query(\"alter \" + 'table a add \\'y\\' int');\n    if (x) await q.query('drop table b');\n    await q.createTable(t);\n  }\n  async down(q: QueryRunner) { await q.query(\"drop table a\"); }\n}\n");
    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "`",
            "$",
            "{",
            "}",
            "{{",
            "}}",
            "${",
            "--",
            "-- +goose Down\n",
            "-- +goose StatementBegin\n",
            "--changeset a:b\n",
            "--rollback ",
            "--> statement-breakpoint",
            "-- migrate:down\n",
            ";",
            "\\",
            "\n",
            "\r\n",
            "\0",
            "é",
            "\uD83D\uDE00",
            "/*",
            "*/",
            "q.query(",
            "=>",
            "(",
            ")",
            "//");

    @Test
    void parts_keep_the_lines_of_their_files_whatever_these_hold() {
        long seed = Long.getLong("assay.fuzz.seed", 4711);
        Random random = new Random(seed);
        FuzzTime time = FuzzTime.begin();
        Placeholders values = new Placeholders(Map.of("Namespace", "auth", "a", ""));
        int rounds = 0;
        int statements = 0;
        do {
            String text = damaged(SAMPLES.get(random.nextInt(SAMPLES.size())), random);
            for (Cut cut : Cut.values()) statements += check(text, cut, values, seed + " round " + rounds);
            rounds++;
        } while (time.left());
        System.out.println("fuzz of parts: " + rounds + " files, " + statements + " statements, seed " + seed);
        assertThat(statements).isPositive();
    }

    private static int check(String text, Cut cut, Placeholders values, String what) {
        Section section = Sections.cut("a.ts", text, cut, new Sections.Settings(true, false, 0, "no reason"));
        if (section == null) return 0;
        assertThat(section.text()).as(what + " " + cut).hasSameSizeAs(text);
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) == '\n')
                assertThat(section.text().charAt(i)).as(what + " " + cut).isEqualTo('\n');
        int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
        int statements = 0;
        for (PlaceholderStyle style : PlaceholderStyle.values()) {
            ScriptPart part = PartReader.read("a", "k", text, section, values, style);
            assertThat(String.join("", part.script().pieces()))
                    .isEqualTo(part.script().tokens().source());
            List<Integer> ordinals = new ArrayList<>();
            int line = 1;
            for (ScriptStatement statement : part.statements()) {
                ordinals.add(statement.ordinal());
                assertThat(statement.place().line()).as(what + " " + cut).isBetween(line, lines);
                line = statement.place().line();
            }
            assertThat(part.statements())
                    .as("every statement and every piece of code is there: " + what + " " + cut)
                    .hasSize(part.script().statements().size() + section.open().size());
            assertThat(ordinals).isSorted();
            statements += part.statements().size();
        }
        return statements;
    }

    private static String damaged(String sample, Random random) {
        StringBuilder text = new StringBuilder(sample);
        for (int change = random.nextInt(5); change >= 0 && text.length() > 0; change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                default ->
                    text.insert(random.nextInt(text.length()), text.substring(at, Math.min(text.length(), at + 60)));
            }
        }
        // The reader of files gives no half of a pair.
        return text.toString()
                .replaceAll("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]", "?");
    }

    @Test
    void long_files_of_one_mark_come_to_an_end() {
        for (String piece : PIECES) {
            String text = piece.repeat(100_000 / piece.length());
            for (Cut cut : Cut.values()) {
                if (cut == Cut.CODE_UP || cut == Cut.CODE_DOWN) continue;
                check(text, cut, Placeholders.NONE, "repeated `" + piece + "`");
            }
        }
    }
}
