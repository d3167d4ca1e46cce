package io.github.assaymark.facts.structured;

import static io.github.assaymark.facts.structured.Trees.node;
import static io.github.assaymark.facts.structured.Trees.root;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.extract.Limits;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTreeTest {
    private static LocatedTree json(String... lines) {
        return LocatedTree.json(String.join("\n", lines), Limits.DEFAULT);
    }

    private static LocatedTree jsonc(String... lines) {
        return LocatedTree.jsonc(String.join("\n", lines), Limits.DEFAULT);
    }

    @Test
    void values_keep_their_text_and_know_their_places() {
        LocatedTree tree = json(
                "{ \"a\\\"b\" : 1.10,", "  \"list\": [true, null, \"NO\", -0],", "  \"m\": {\"<<\": {\"x\": 1e5}} }");

        assertThat(root(tree).entries()).extracting(LocatedEntry::key).containsExactly("a\"b", "list", "m");
        assertThat(root(tree).entries().get(0).keySpan()).isEqualTo(new Span(1, 3, 1, 9));
        assertThat(root(tree).entries().get(0).value().span()).isEqualTo(new Span(1, 12, 1, 16));
        assertThat(node(tree, "a\"b").text()).isEqualTo("1.10");
        assertThat(node(tree, "a\"b").looks()).isEqualTo(Looks.DECIMAL);
        assertThat(node(tree, "list").items())
                .extracting(LocatedNode::looks)
                .containsExactly(Looks.BOOLEAN, Looks.NOTHING, Looks.TEXT, Looks.INTEGER);
        assertThat(node(tree, "list").span()).isEqualTo(new Span(2, 11, 2, 33));
        assertThat(node(tree, "list", "2").span()).isEqualTo(new Span(2, 24, 2, 28));
        assertThat(node(tree, "m", "<<", "x").text()).isEqualTo("1e5");
        assertThat(root(tree).span()).isEqualTo(new Span(1, 1, 3, 28));
    }

    @Test
    void repeated_keys_are_kept() {
        LocatedTree tree = json("{\"a\": 1,", " \"a\": 2}");

        assertThat(root(tree).entries()).hasSize(2);
        assertThat(tree.duplicates())
                .extracting(d -> d.repeated().keySpan().at())
                .containsExactly("2:2");
    }

    @Test
    void comments_and_trailing_commas_need_jsonc() {
        String text = "// note\n{\"a\": [1, 2,], /* x */\n \"b\": 2,}";

        assertThat(LocatedTree.jsonc(text, Limits.DEFAULT).complete()).isTrue();
        assertThat(node(LocatedTree.jsonc(text, Limits.DEFAULT), "b").span().at())
                .isEqualTo("3:7");
        assertThat(LocatedTree.json(text, Limits.DEFAULT).damagedFromLine()).isEqualTo(1);
        assertThat(jsonc("{\"a\": 1, // note", "x}").damagedFromLine()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1,;\"b\": |2",
                "{\"a\": 1,;\"b\": nope}|2",
                "{\"a\": 1,;\"b\": \"open|2",
                "{\"a\": 1,;\"b\": 01}|2",
                "{\"a\": 1,;\"b\": [1}|2",
                "{\"a\": 1};{}|2",
                "{\"a\": 1,;\"b\": {{ x }}}|2"
            })
    void damage_keeps_what_was_read_and_names_the_line(String text, int line) {
        LocatedTree tree = json(text.split(";"));

        assertThat(tree.damagedFromLine()).isEqualTo(line);
        assertThat(tree.problems()).isNotEmpty();
        assertThat(node(tree, "a").text()).isEqualTo("1");
        assertThat(root(tree).find(List.of("b")))
                .satisfiesAnyOf(
                        b -> assertThat(b).isNull(),
                        b -> assertThat(Objects.requireNonNull(b).damaged()).isTrue());
    }

    @Test
    void a_template_in_json_is_marked() {
        assertThat(json("{\"a\": {{ x }}}").templated()).isTrue();
        assertThat(json("{\"a\": \"{{ x }}\"}").templated()).isFalse();
    }

    @Test
    void an_empty_file_is_damaged() {
        assertThat(json("").problems()).extracting(Problem::toString).containsExactly("1:1: there is nothing in it");
    }

    @Test
    void depth_is_bounded() {
        assertThat(json("[".repeat(100_000)).problems())
                .extracting(Problem::toString)
                .containsExactly("1:401: nested deeper than 400 levels");
    }

    @Test
    void the_name_of_a_file_decides_how_it_is_read() {
        String commented = "{\"a\": 1} // x";

        assertThat(LocatedTree.ofFile("a.json", commented, Limits.DEFAULT).complete())
                .isFalse();
        assertThat(LocatedTree.ofFile("a.JSONC", commented, Limits.DEFAULT).complete())
                .isTrue();
        assertThat(node(LocatedTree.ofFile("a.yml", "a: NO", Limits.DEFAULT), "a")
                        .text())
                .isEqualTo("NO");
    }

    @Test
    void a_byte_order_mark_does_not_move_places() {
        assertThat(node(json("\uFEFF{\"a\": 1}"), "a").span().at()).isEqualTo("1:7");
    }
}
