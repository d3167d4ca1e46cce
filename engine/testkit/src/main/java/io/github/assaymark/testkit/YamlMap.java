package io.github.assaymark.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A map of a case file, read strictly: what is wrong is noted with its line, and reading goes on. */
final class YamlMap {
    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final List<String> problems;

    YamlMap(String file, Node node, Set<String> known, List<String> problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
        if (!(node instanceof MappingNode map)) {
            problem(node, "a map is wanted here");
            return;
        }
        for (NodeTuple entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problem(entry.getKeyNode(), "a key is a text");
                continue;
            }
            String name = key.getValue();
            if (!known.isEmpty() && !known.contains(name))
                problem(key, "unknown key `" + name + "`\n  Maybe one of " + String.join(", ", new TreeSet<>(known)));
            else if (values.put(name, entry.getValueNode()) != null) problem(key, "`" + name + "` stands here twice");
        }
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    void problem(Node at, String message) {
        problems.add(file + ":" + line(at) + ": " + message);
    }

    Node node() {
        return node;
    }

    Map<String, Node> entries() {
        return values;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The text of a key; null, and a problem, when it is missing or no text. */
    @Nullable
    String required(String key) {
        Node value = values.get(key);
        if (value == null) {
            problem(node, "`" + key + "` is missing");
            return null;
        }
        return text(value, key);
    }

    @Nullable
    String optional(String key) {
        Node value = values.get(key);
        return value == null ? null : text(value, key);
    }

    @Nullable
    String text(Node value, String key) {
        if (value instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) return scalar.getValue();
        problem(value, "`" + key + "` needs a text");
        return null;
    }

    /** One text, or a list of them; empty when the key is missing or holds nothing. */
    List<String> texts(String key) {
        Node value = values.get(key);
        return value == null ? List.of() : texts(value, key);
    }

    List<String> texts(Node value, String key) {
        if (value.getTag().equals(Tag.NULL)) return List.of();
        if (value instanceof ScalarNode scalar) return List.of(scalar.getValue());
        List<String> texts = new ArrayList<>();
        if (!(value instanceof SequenceNode list)) {
            problem(value, "`" + key + "` needs a text or a list of texts");
            return texts;
        }
        for (Node element : list.getValue()) {
            String text = text(element, key);
            if (text != null) texts.add(text);
        }
        return texts;
    }
}
