package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One file of source code. Immutable and safe for use by many threads. */
@SuppressWarnings("JavaLangClash") // the word of the language
public final class Module {
    private final SyntaxTree tree;
    private final FileKind kind;
    private final Map<String, List<SyntaxNode>> nodes = new HashMap<>();
    private final Map<SyntaxNode, Map<String, Binding>> scopes = new HashMap<>();
    private final Map<SyntaxNode, Set<String>> changedMembers = new HashMap<>();
    private final Exports exports = new Exports();
    private final Map<SyntaxNode, Map<String, SyntaxNode>> members = new ConcurrentHashMap<>(4);
    private final Map<Object, Object> derived = new ConcurrentHashMap<>(4);
    private final Map<SyntaxNode, Map<SyntaxNode, Integer>> places = new ConcurrentHashMap<>(1);
    private volatile @Nullable Map<String, List<SyntaxNode>> names;
    private volatile @Nullable Map<String, List<SyntaxNode>> calls;

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
        new ScopeBuilder(this, tree.root(), scopes, exports).build();
        new Changes(this).find();
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

    /**
     * What follows from this module alone, found once.
     *
     * @param what a constant, one for each thing that is found; gives something immutable
     */
    @SuppressWarnings("unchecked") // what it finds is of its own type
    public <T> T once(Function<Module, T> what) {
        Object known = derived.get(what);
        if (known == null) {
            known = what.apply(this);
            derived.put(what, known);
        }
        return (T) known;
    }

    /** What a name stands for at a place; null when the module does not declare it there. */
    @Nullable
    Binding binding(SyntaxNode at, String name) {
        for (SyntaxNode node = at; node != null; node = node.parent()) {
            Map<String, Binding> declared = Kinds.scope(node) ? scopes.get(node) : null;
            Binding binding = declared == null ? null : declared.get(name);
            if (binding != null) return binding;
        }
        return null;
    }

    /** The names of the module itself. */
    Map<String, Binding> topLevel() {
        return scopes.getOrDefault(tree.root(), Map.of());
    }

    Exports exports() {
        return exports;
    }

    /** Members of a class that are assigned through {@code this}. */
    Set<String> changedMembers(SyntaxNode type) {
        return changedMembers.computeIfAbsent(type, node -> new HashSet<>());
    }

    /** Whether a member of a class may not be what its declaration says. */
    boolean changes(SyntaxNode type, String member) {
        Set<String> changed = changedMembers.getOrDefault(type, Set.of());
        return changed.contains(member) || changed.contains(Binding.ANY);
    }

    /** The methods and fields of a class by name; static ones with {@link Members#STATIC} before it. */
    Map<String, SyntaxNode> members(SyntaxNode type) {
        return members.computeIfAbsent(type, Members::table);
    }

    /** The place of a child among its siblings. */
    int placeIn(SyntaxNode parent, SyntaxNode child) {
        return places.computeIfAbsent(parent, Module::places).getOrDefault(child, 0);
    }

    private static Map<SyntaxNode, Integer> places(SyntaxNode parent) {
        Map<SyntaxNode, Integer> places = new HashMap<>();
        for (SyntaxNode child : parent.children()) places.put(child, places.size());
        return places;
    }

    /** Where a name is written as an expression. */
    List<SyntaxNode> names(String name) {
        Map<String, List<SyntaxNode>> known = names;
        if (known == null) {
            known = new HashMap<>();
            for (String nodeKind : List.of(SyntaxKind.IDENTIFIER, SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER)) {
                for (SyntaxNode node : nodes(nodeKind))
                    known.computeIfAbsent(node.text(), k -> new ArrayList<>(2)).add(node);
            }
            names = known;
        }
        return known.getOrDefault(name, List.of());
    }

    /** The calls of members of a name, whatever they are members of. */
    List<SyntaxNode> memberCalls(String name) {
        Map<String, List<SyntaxNode>> known = calls;
        if (known == null) {
            known = new HashMap<>();
            for (SyntaxNode node : nodes(SyntaxKind.CALL_EXPRESSION)) {
                SyntaxNode function = node.child("function");
                SyntaxNode property = function == null ? null : function.child("property");
                if (property != null)
                    known.computeIfAbsent(property.text(), k -> new ArrayList<>(2))
                            .add(node);
            }
            calls = known;
        }
        return known.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return path();
    }
}
