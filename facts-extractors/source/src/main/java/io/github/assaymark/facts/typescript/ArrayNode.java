package io.github.assaymark.facts.typescript;

import io.github.assaymark.facts.syntax.SyntaxNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node as a place in the arrays of its tree. */
final class ArrayNode implements SyntaxNode {
    private final ArrayTree tree;
    private final int id;

    ArrayNode(ArrayTree tree, int id) {
        this.tree = tree;
        this.id = id;
    }

    @Override
    public String kind() {
        return Kind.name(tree.kind(id));
    }

    @Override
    public @Nullable String field() {
        return Field.name(tree.field(id));
    }

    @Override
    public int start() {
        return tree.start(id);
    }

    @Override
    public int end() {
        return tree.end(id);
    }

    @Override
    public int line() {
        return tree.lines().line(start());
    }

    @Override
    public int column() {
        return tree.lines().column(start());
    }

    @Override
    public int endLine() {
        return tree.lines().line(end());
    }

    @Override
    public int endColumn() {
        return tree.lines().column(end());
    }

    @Override
    public @Nullable SyntaxNode parent() {
        int parent = tree.parent(id);
        return parent < 0 ? null : tree.node(parent);
    }

    @Override
    public List<SyntaxNode> children() {
        return tree.children(id);
    }

    @Override
    public String text() {
        return new String(tree.bytes(), start(), end() - start(), StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable SyntaxNode child(String field) {
        for (int i = 0; i < tree.childCount(id); i++) {
            int child = tree.child(id, i);
            if (field.equals(Field.name(tree.field(child)))) return tree.node(child);
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArrayNode node && node.tree == tree && node.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return kind() + " " + start() + "-" + end();
    }
}
