package io.github.assaymark.facts.structured;

import static io.github.assaymark.facts.structured.Trees.node;
import static io.github.assaymark.facts.structured.Trees.root;
import static io.github.assaymark.facts.structured.Trees.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.structured.LocatedNode.Kind;
import io.github.assaymark.model.extract.Limits;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlTreeTest {
    @ParameterizedTest
    @CsvSource({
        "NO, BOOLEAN_WORD",
        "no, BOOLEAN_WORD",
        "on, BOOLEAN_WORD",
        "y, BOOLEAN_WORD",
        "true, BOOLEAN",
        "False, BOOLEAN",
        "1.10, DECIMAL",
        "1e3, DECIMAL",
        ".5, DECIMAL",
        "-.inf, DECIMAL",
        ".nan, DECIMAL",
        "0x1F, INTEGER",
        "0o14, INTEGER",
        "012, INTEGER",
        "-7, INTEGER",
        "1_000, TEXT",
        "12:30:45, TEXT",
        "1.2.3, TEXT",
        "-, TEXT",
        "2026-11-22, DATE",
        "2026-11-22T10:00:00Z, DATE",
        "2026-11, TEXT",
        "loop, TEXT",
        "1e, TEXT",
        "., TEXT"
    })
    void a_plain_scalar_keeps_its_text_and_says_what_it_looks_like(String text, Looks looks) {
        LocatedNode value = node(yaml("a: x", "key: " + (text.equals("-") ? "'-'" : text)), "key");

        assertThat(value.kind()).isEqualTo(Kind.SCALAR);
        assertThat(value.text()).isEqualTo(text);
        assertThat(value.looks()).isEqualTo(looks);
    }

    @ParameterizedTest
    @CsvSource({"'',NOTHING", "~,NOTHING", "null,NOTHING", "Null,NOTHING"})
    void nothing_is_null_with_the_text_that_stands_there(String text, Looks looks) {
        LocatedNode value = node(yaml("key: " + text, "next: 1"), "key");

        assertThat(value.isNull()).isTrue();
        assertThat(value.text()).isEqualTo(text);
        assertThat(value.looks()).isEqualTo(looks);
        assertThat(value.span().startLine()).isEqualTo(1);
    }

    @Test
    void quoted_scalars_look_like_text() {
        LocatedTree tree = yaml("a: 'NO'", "b: \"1.10\"", "c: |", "  12", "", "d: >-", "  true", "e: ''");

        assertThat(List.of("a", "b", "c", "d", "e"))
                .allSatisfy(key -> assertThat(node(tree, key).looks()).isEqualTo(Looks.TEXT))
                .extracting(key -> node(tree, key).style())
                .containsExactly(
                        Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED, Style.LITERAL, Style.FOLDED, Style.SINGLE_QUOTED);
        assertThat(node(tree, "c").text()).isEqualTo("12\n");
        assertThat(node(tree, "c").span()).isEqualTo(new Span(3, 4, 4, 5));
        assertThat(node(tree, "e").kind()).isEqualTo(Kind.SCALAR);
    }

    @Test
    void every_key_and_value_knows_its_place() {
        LocatedTree tree =
                yaml("name: billing", "data:", "  schemas: [ledger, 'tax']", "  empty: {}", "list:", "- one", "-  two");

        LocatedEntry schemas = Objects.requireNonNull(node(tree, "data").entry("schemas"));
        assertThat(schemas.keySpan()).isEqualTo(new Span(3, 3, 3, 10));
        assertThat(schemas.value().span()).isEqualTo(new Span(3, 12, 3, 27));
        assertThat(node(tree, "data", "schemas", "1").span()).isEqualTo(new Span(3, 21, 3, 26));
        assertThat(node(tree, "data").span()).isEqualTo(new Span(3, 3, 4, 12));
        assertThat(node(tree, "list", "1").span()).isEqualTo(new Span(7, 4, 7, 7));
        assertThat(node(tree, "list").style()).isEqualTo(Style.BLOCK);
        assertThat(root(tree).span()).isEqualTo(new Span(1, 1, 7, 7));
        assertThat(root(tree).find(List.of("list", "2"))).isNull();
        assertThat(root(tree).find(List.of("list", "01"))).isNull();
    }

    @Test
    void an_alias_stands_for_its_node_and_keeps_its_own_place() {
        LocatedTree tree = yaml("base: &b", "  cpu: 1.10", "use: *b", "text: &t NO", "again: *t");

        LocatedNode use = node(tree, "use");
        assertThat(use.alias()).isEqualTo("b");
        assertThat(use.target()).isSameAs(node(tree, "base"));
        assertThat(use.span()).isEqualTo(new Span(3, 6, 3, 8));
        assertThat(node(tree, "use", "cpu").text()).isEqualTo("1.10");
        assertThat(node(tree, "base").anchor()).isEqualTo("b");
        assertThat(node(tree, "base").span().startLine()).isEqualTo(2);
        assertThat(root(tree)
                        .entries()
                        .get(0)
                        .value()
                        .entries()
                        .get(0)
                        .keyNode()
                        .anchor())
                .isNull();
        assertThat(node(tree, "text").span()).isEqualTo(new Span(4, 10, 4, 12));
        assertThat(node(tree, "again").text()).isEqualTo("NO");
        assertThat(tree.complete()).isTrue();
    }

    @Test
    void an_alias_can_be_a_key() {
        LocatedTree tree = yaml("a: &k name", "*k : 5", "? [x, y]", ": 6");

        assertThat(node(tree, "name").text()).isEqualTo("5");
        assertThat(node(tree, "[x, y]").text()).isEqualTo("6");
    }

    @Test
    void merge_keys_are_expanded_and_what_is_written_wins() {
        LocatedTree tree = yaml(
                "one: &one {a: 1, b: 2}",
                "two: &two {b: 3, c: 4}",
                "all:",
                "  <<: [*one, *two]",
                "  c: 5",
                "  '<<': kept",
                "nested: &n",
                "  <<: *one",
                "last:",
                "  <<: *n");

        LocatedNode all = node(tree, "all");
        assertThat(all.entries()).extracting(LocatedEntry::key).containsExactly("c", "<<", "a", "b");
        assertThat(all.entries()).extracting(e -> e.value().text()).containsExactly("5", "kept", "1", "2");
        assertThat(all.entries()).extracting(LocatedEntry::merged).containsExactly(false, false, true, true);
        assertThat(all.written()).extracting(LocatedEntry::key).containsExactly("<<", "c", "<<");
        assertThat(node(tree, "last", "a").span().startLine()).isEqualTo(1);
        assertThat(tree.problems()).isEmpty();
        assertThat(tree.duplicates()).isEmpty();
    }

    @Test
    void a_merge_key_without_a_map_is_a_problem() {
        LocatedTree tree = yaml("a:", "  <<: text", "  b: 1");

        assertThat(tree.problems())
                .extracting(Problem::toString)
                .containsExactly("2:7: a merge key needs a map or a list of maps");
        assertThat(node(tree, "a", "b").text()).isEqualTo("1");
    }

    @Test
    void every_document_is_read() {
        LocatedTree tree = yaml("# note", "---", "kind: A", "---", "", "---", "- B", "...", "---", "C");

        assertThat(tree.documents())
                .extracting(LocatedNode::kind)
                .containsExactly(Kind.MAP, Kind.NULL, Kind.LIST, Kind.SCALAR);
        assertThat(tree.documents()).extracting(LocatedNode::document).containsExactly(0, 1, 2, 3);
        assertThat(tree.documents().get(3).span().startLine()).isEqualTo(10);
    }

    @Test
    void anchors_end_with_their_document() {
        LocatedTree tree = yaml("a: &x 1", "---", "b: *x");

        assertThat(tree.problems())
                .extracting(Problem::toString)
                .containsExactly("3:4: alias `x` has no anchor before it");
    }

    @Test
    void both_entries_of_a_repeated_key_stay() {
        LocatedTree tree = yaml("a:", "  - get: 1", "    get: 2", "b: 3", "b: 4", "b: 5");

        assertThat(tree.duplicates())
                .extracting(DuplicateEntry::path)
                .containsExactly(List.of("a", "0", "get"), List.of("b"), List.of("b"));
        assertThat(tree.duplicates().get(0).first().keySpan().at()).isEqualTo("2:5");
        assertThat(tree.duplicates().get(0).repeated().keySpan().at()).isEqualTo("3:5");
        assertThat(root(tree).entries()).hasSize(4);
        assertThat(node(tree, "b").text()).isEqualTo("5");
    }

    @Test
    void tags_are_kept() {
        LocatedTree tree =
                yaml("a: !!str 5", "b: !Ref Bucket", "c: !Sub {x: 1}", "d: !!int \"7\"", "e: !!str", "f: ! NO");

        assertThat(node(tree, "a").tag()).isEqualTo("tag:yaml.org,2002:str");
        assertThat(node(tree, "a").looks()).isEqualTo(Looks.TEXT);
        assertThat(node(tree, "b").tag()).isEqualTo("!Ref");
        assertThat(node(tree, "b").span()).isEqualTo(new Span(2, 9, 2, 15));
        assertThat(node(tree, "c").tag()).isEqualTo("!Sub");
        assertThat(node(tree, "e").kind()).isEqualTo(Kind.SCALAR);
        assertThat(node(tree, "f").looks()).isEqualTo(Looks.TEXT);
    }

    @Test
    void a_template_is_marked() {
        LocatedTree flow = yaml("a: 1", "name: {{ .Values.name }}", "b: 2");
        LocatedTree plain = yaml("name: x-{{ .Values.name }}");
        LocatedTree block = yaml("a:", "{{- if .Values.on }}", "  b: 1", "{{- end }}");

        assertThat(flow.templated()).isTrue();
        assertThat(flow.problems()).extracting(Problem::kind).contains(Problem.Kind.TEMPLATED);
        assertThat(plain.templated()).isTrue();
        assertThat(plain.problems())
                .extracting(Problem::toString)
                .containsExactly("1:7: a template expression outside of quotes");
        assertThat(block.templated()).isTrue();
        assertThat(block.damagedFromLine()).isEqualTo(2);
    }

    @Test
    void braces_in_quotes_blocks_and_workflow_expressions_are_no_template() {
        LocatedTree tree =
                yaml("a: '{{ x }}'", "b: \"{{ x }}\"", "c: |", "  {{ x }}", "d: ${{ github.sha }}", "# {{ x }}");

        assertThat(tree.templated()).isFalse();
        assertThat(tree.complete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1;\tb: 2|2",
                "a: 1;b: [x, y;c: 2|2",
                "a: 1;b: 'open;c: 2|2",
                "a: 1;b: @handle;c: 2|2",
                "a: 1;b: x: y;c: 2|2",
                "a: 1;b: \"\\q\";c: 2|2",
                "a: 1;b: \"\\UFFFFFFFF\";c: 2|2",
                "a: 1;b: %x;c: 2|2",
                "a: 1;- b|2",
                "%YAML 3.0;---;a: 1|1"
            })
    void damage_keeps_what_was_read_and_names_the_line(String text, int line) {
        LocatedTree tree = yaml(text.split(";"));

        assertThat(tree.damagedFromLine()).isEqualTo(line);
        assertThat(tree.fatal()).isNotNull();
        if (line > 1) {
            assertThat(node(tree, "a").text()).isEqualTo("1");
            assertThat(root(tree).damaged()).isTrue();
        }
    }

    @Test
    void a_key_whose_value_was_not_read_is_left_out() {
        LocatedTree tree = yaml("a: 1", "b: @handle");

        assertThat(root(tree).entries()).extracting(LocatedEntry::key).containsExactly("a");
        assertThat(tree.problems()).extracting(Problem::line).containsExactly(2);
    }

    @Test
    void aliases_that_lead_nowhere_or_into_themselves_are_problems() {
        LocatedTree tree = yaml("a: *none", "b: &b [1, *b]");

        assertThat(tree.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "1:4: alias `none` has no anchor before it",
                        "2:11: alias `b` stands inside of the value it names");
        assertThat(tree.damagedFromLine()).isZero();
        assertThat(node(tree, "a").isNull()).isTrue();
        assertThat(node(tree, "a").alias()).isEqualTo("none");
        assertThat(node(tree, "a").target()).isNull();
    }

    @Test
    void laughing_aliases_stay_references() {
        StringBuilder text = new StringBuilder("l0: &l0 [lol, lol]\n");
        for (int i = 1; i < 60; i++) {
            text.append("l").append(i).append(": &l").append(i).append(" [");
            for (int k = 0; k < 9; k++) text.append("*l").append(i - 1).append(", ");
            text.append("]\n");
        }
        LocatedTree tree = yaml(text.toString());

        assertThat(tree.complete()).isTrue();
        assertThat(node(tree, "l59", "8", "8", "8").items()).hasSize(9);
    }

    @Test
    void merging_is_bounded() {
        StringBuilder text = new StringBuilder("m0: &m0 {");
        for (int i = 0; i < 1000; i++) text.append("k").append(i).append(": 1, ");
        text.append("}\n");
        for (int i = 1; i < 300; i++) text.append("m" + i + ": &m" + i + " {<<: [*m" + (i - 1) + ", *m0]}\n");
        LocatedTree tree = yaml(text.toString());

        assertThat(tree.problems())
                .extracting(Problem::message)
                .containsExactly("more than 100000 entries are merged in");
    }

    @Test
    void depth_and_size_are_bounded() {
        LocatedTree deep = yaml("a: 1", "b: " + "[".repeat(500));
        LocatedTree block = yaml("- ".repeat(5000) + "x");
        LocatedTree large = LocatedTree.yaml("a: 12345", new Limits(4, 400, 1, Limits.DEFAULT.perFile()));

        assertThat(deep.problems())
                .extracting(Problem::toString)
                .containsExactly("2:403: nested deeper than 400 levels");
        assertThat(node(deep, "a").text()).isEqualTo("1");
        assertThat(block.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.LIMIT);
        assertThat(large.problems()).extracting(Problem::toString).containsExactly("1:1: larger than 4 bytes");
        assertThat(large.documents()).isEmpty();
    }

    @Test
    void the_number_of_values_is_bounded() {
        LocatedTree tree = yaml("a: [" + "1,".repeat(TreeBuilder.MAX_NODES) + "]");

        assertThat(tree.problems()).extracting(Problem::message).containsExactly("more than 1000000 values");
    }

    @Test
    void more_than_three_million_characters_can_be_read() {
        LocatedTree tree = yaml("a: '" + "x".repeat(4_000_000) + "'", "b: 1");

        assertThat(tree.complete()).isTrue();
        assertThat(node(tree, "b").span().at()).isEqualTo("2:4");
    }

    @Test
    void byte_order_mark_and_line_ends_do_not_move_places() {
        LocatedTree tree = LocatedTree.yaml("\uFEFFa: 1\r\nb:\r\n  - x\rc: 2\r\n", Limits.DEFAULT);

        assertThat(root(tree).entries()).extracting(e -> e.keySpan().at()).containsExactly("1:1", "2:1", "4:1");
        assertThat(node(tree, "b", "0").span()).isEqualTo(new Span(3, 5, 3, 6));
    }

    @Test
    void columns_count_utf_16_units() {
        LocatedTree tree = yaml("a: '\uD83D\uDE00'", "b: {x: \uD83D\uDE00\uD83D\uDE00, y: 1}", "c: 2");

        assertThat(node(tree, "b", "y").span()).isEqualTo(new Span(2, 17, 2, 18));
        assertThat(node(tree, "c").span()).isEqualTo(new Span(3, 4, 3, 5));
    }

    @Test
    void line_separators_of_yaml_one_do_not_count_as_lines() {
        LocatedTree tree = yaml("a: \"x\u2028y\"", "b: 1");

        assertThat(node(tree, "b").span().at()).isEqualTo("2:4");
    }

    @Test
    void control_characters_are_refused_with_their_place() {
        LocatedTree tree = yaml("a: 1", "b: x\u0000y");

        assertThat(tree.problems())
                .extracting(Problem::toString)
                .containsExactly("2:5: the character U+0000 is not allowed");
    }

    @Test
    void numbers_of_any_length_cost_nothing() {
        LocatedTree tree = yaml("a: 0x" + "F".repeat(3_000_000), "b: " + "7".repeat(3_000_000));

        assertThat(node(tree, "a").looks()).isEqualTo(Looks.INTEGER);
        assertThat(node(tree, "b").text()).hasSize(3_000_000);
    }

    @Test
    void an_empty_file_has_no_document() {
        assertThat(yaml("").documents()).isEmpty();
        assertThat(yaml("# only a comment").root()).isNull();
        assertThat(yaml("").complete()).isTrue();
    }
}
