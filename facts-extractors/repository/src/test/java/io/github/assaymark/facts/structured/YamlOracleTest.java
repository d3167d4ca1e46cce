package io.github.assaymark.facts.structured;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.extract.Limits;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Generated documents are read as SnakeYAML Engine, a YAML 1.2 parser, reads them: texts, order and places of scalars.
 */
final class YamlOracleTest {
    private static final String[] SCALARS = {
        "NO",
        "1.10",
        "~",
        "'it''s'",
        "\"tab\\tx\"",
        "2026-11-22",
        "plain words",
        "0x1F",
        "\"\"",
        "''",
        "a#b",
        "null",
        "x:y"
    };

    @Test
    void generated_documents_are_read_as_the_oracle_reads_them() {
        Random random = new Random(20261122);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            map(random, text, 0, 0);
            List<String> ours = new ArrayList<>();
            LocatedTree tree = LocatedTree.yaml(text.toString(), Limits.DEFAULT);
            assertThat(tree.complete()).as("%s%n%s", text, tree.problems()).isTrue();
            ours(Trees.root(tree), ours);
            List<String> theirs = new ArrayList<>();
            Iterable<Node> nodes = new Compose(LoadSettings.builder().build()).composeAllFromString(text.toString());
            Iterator<Node> first = nodes.iterator();
            assertThat(first.hasNext()).isTrue();
            theirs(first.next(), theirs);
            assertThat(ours).as("%s", text).isEqualTo(theirs);
        }
    }

    private static void map(Random random, StringBuilder text, int indent, int depth) {
        int entries = 1 + random.nextInt(4);
        for (int i = 0; i < entries; i++) {
            text.append(" ".repeat(indent))
                    .append(random.nextInt(6) == 0 ? "'k " : "k")
                    .append(i);
            if (text.charAt(text.length() - 2) == ' ') text.append('\'');
            text.append(':');
            switch (random.nextInt(depth > 3 ? 3 : 6)) {
                case 0 ->
                    text.append(" [")
                            .append(scalar(random))
                            .append(", {q: ")
                            .append(scalar(random))
                            .append("}]\n");
                case 1 ->
                    text.append(random.nextBoolean() ? " |\n" : " >-\n")
                            .append(" ".repeat(indent + 2))
                            .append("block\n\n")
                            .append(" ".repeat(indent + 2))
                            .append("text\n");
                case 2 -> text.append(' ').append(scalar(random)).append(random.nextBoolean() ? " # note\n" : "\n");
                case 3 -> {
                    text.append('\n');
                    for (int k = 0; k <= random.nextInt(3); k++) {
                        text.append(" ".repeat(indent))
                                .append("- ")
                                .append(scalar(random))
                                .append('\n');
                    }
                }
                default -> {
                    text.append(random.nextInt(4) == 0 ? " # \uD83D\uDE00\r\n" : "\n");
                    map(random, text, indent + 1 + random.nextInt(3), depth + 1);
                }
            }
        }
    }

    private static String scalar(Random random) {
        return SCALARS[random.nextInt(SCALARS.length)];
    }

    private static void ours(LocatedNode node, List<String> out) {
        if (node.isMap()) {
            for (LocatedEntry entry : node.written()) {
                ours(entry.keyNode(), out);
                ours(entry.value(), out);
            }
        } else if (node.isList()) {
            node.items().forEach(item -> ours(item, out));
        } else {
            out.add(node.span().at() + " " + node.text());
        }
    }

    private static void theirs(Node node, List<String> out) {
        if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                theirs(entry.getKeyNode(), out);
                theirs(entry.getValueNode(), out);
            }
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> theirs(item, out));
        } else if (node instanceof ScalarNode scalar) {
            var mark = scalar.getStartMark().orElseThrow();
            out.add((mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + " " + scalar.getValue());
        }
    }
}
