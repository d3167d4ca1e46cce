package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One file of source code. Immutable and safe for use by many threads. */
@SuppressWarnings("JavaLangClash") // the word of the language
public final class Module {
    private final SyntaxTree tree;
    private final FileKind kind;
    private final Map<String, List<SyntaxNode>> nodes = new HashMap<>();

    Module(SyntaxTree tree, FileKind kind) {
        this.tree = tree;
        this.kind = kind;
        Deque<SyntaxNode> open = new ArrayDeque<>();
        open.push(tree.root());
        while (!open.isEmpty()) {
            SyntaxNode node = open.pop();
            nodes.computeIfAbsent(node.kind(), k -> new ArrayList<>()).add(node);
            List<SyntaxNode> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) open.push(children.get(i));
        }
    }

    /** Relative to the repository root, with {@code /} between parts. */
    public String path() {
        return tree.path();
    }

    /** What the file is for. */
    public FileKind kind() {
        return kind;
    }

    /** The whole tree. */
    public SyntaxTree tree() {
        return tree;
    }

    /** A piece of this module. */
    public Located at(SyntaxNode node) {
        return new Located(this, node);
    }

    /** All nodes of one kind, in the order of the text: cheaper than a walk over the tree. */
    public List<SyntaxNode> nodes(String nodeKind) {
        return nodes.getOrDefault(nodeKind, List.of());
    }

    /** The same with their module. */
    public List<Located> all(String nodeKind) {
        return nodes(nodeKind).stream().map(this::at).toList();
    }

    @Override
    public String toString() {
        return path();
    }
}
