package io.github.assaymark.facts.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlScriptTest {
    private static List<String> statements(String text) {
        SqlScript script = SqlScript.of(text);
        return script.statements().stream().map(script::text).toList();
    }

    @Test
    void semicolons_end_statements() {
        assertThat(statements("select 1; create table a (b int) ;; -- end\n"))
                .containsExactly("select 1", "create table a (b int)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';' from a",
                "select E'it\\';' from a",
                "select 'it'';s' from a",
                "select \"a;\"\"b\" from c",
                "select $$ a; b $$",
                "select $tag$ a; $$ b; $tag$",
                "select 1 /* ; /* ; */ ; */ + 2",
                "select 1 -- ;\n + 2",
                "create rule r as on insert to t do also (insert into a values (1); insert into b values (2))",
                "create function f() returns int language sql begin atomic select case when true then 1 else 2 end; select 2; end",
                "select a$b$c from d",
                "select U&'d\\0061t;a', U&\"d;\"",
                "select 1e-5, 0x1F, 1_000, .5, a[1:2]",
            })
    void what_looks_like_an_end_and_is_none(String statement) {
        assertThat(statements(statement + ";\nselect 2;")).containsExactly(statement, "select 2");
    }

    @Test
    void places_are_those_of_the_first_and_last_word() {
        SqlStatement second = SqlScript.of("-- first\nselect 1;\n\n  /* c */ drop\n table a;")
                .statements()
                .get(1);
        assertThat(List.of(second.line(), second.column(), second.endLine(), second.endColumn()))
                .containsExactly(4, 11, 5, 9);
    }

    @Test
    void line_of_psql_is_a_statement_of_its_own() {
        assertThat(statements("\\connect loop\nselect 1;")).containsExactly("\\connect loop", "select 1");
    }

    @Test
    void quotation_without_an_end_damages_its_statement_only() {
        SqlScript script = SqlScript.of("select 1; select 'a; select 2;");
        assertThat(script.statements()).extracting(SqlStatement::closed).containsExactly(true, false);
    }

    @Test
    void no_text_is_lost() {
        Random random = new Random(42);
        String[] parts = {
            "select ",
            "'",
            "\"",
            "$$",
            "$a$",
            ";",
            "(",
            ")",
            "--",
            "\n",
            "/*",
            "*/",
            "begin atomic ",
            "end",
            "case ",
            "\\x",
            " ",
            "1.5e",
            "E'",
            "U&\"",
            "é",
            "[",
            "]",
            ":",
            "::",
            "{{",
            "\0",
            "\uD83D"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n >= 0; n--) text.append(parts[random.nextInt(parts.length)]);
            SqlScript script = SqlScript.of(text.toString());
            assertThat(String.join("", script.pieces())).isEqualTo(text.toString());
            assertThat(script.pieces()).hasSize(script.statements().size() + 1);
        }
    }
}
