package io.github.assaymark.facts.structured;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map or list whose end is not read yet. */
final class OpenNode {
    final LocatedNode node;
    private final List<LocatedEntry> entries = new ArrayList<>(4);
    private final List<LocatedNode> items = new ArrayList<>(4);
    private @Nullable LocatedNode keyNode;
    private String key = "";

    OpenNode(LocatedNode node) {
        this.node = node;
    }

    boolean expectsKey() {
        return node.isMap() && keyNode == null;
    }

    void key(LocatedNode keyNode, String text) {
        this.keyNode = keyNode;
        this.key = text;
    }

    void add(LocatedNode value) {
        if (keyNode != null) {
            entries.add(new LocatedEntry(key, keyNode, value, false));
            keyNode = null;
        } else {
            items.add(value);
        }
    }

    /** The key or position of what is read now. */
    String step() {
        return node.isMap() ? key : Integer.toString(items.size());
    }

    int lastEnd() {
        if (!entries.isEmpty()) return entries.get(entries.size() - 1).value().end;
        return items.isEmpty() ? node.end : items.get(items.size() - 1).end;
    }

    List<LocatedEntry> entries() {
        return entries;
    }

    List<LocatedNode> items() {
        return items;
    }
}
