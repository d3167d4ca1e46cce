package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is assigned after its declaration. Used by one thread. */
final class Changes {
    private static final Set<String> CHANGERS =
            Set.of("push", "unshift", "splice", "pop", "shift", "sort", "reverse", "fill", "copyWithin");

    /** Those that only put elements in, or only move them. */
    private static final Set<String> KEEPERS = Set.of("push", "unshift", "sort", "reverse");

    private static final Set<String> OBJECT_CHANGERS =
            Set.of("Object.assign", "Object.defineProperty", "Object.defineProperties", "Reflect.set");

    /** Names of names of names. */
    private static final int MAX_ALIASES = 4;

    private final Module module;

    Changes(Module module) {
        this.module = module;
    }

    void find() {
        for (String kind : List.of(SyntaxKind.ASSIGNMENT_EXPRESSION, SyntaxKind.AUGMENTED_ASSIGNMENT_EXPRESSION)) {
            for (SyntaxNode node : module.nodes(kind)) assigned(node.child("left"));
        }
        for (SyntaxNode node : module.nodes(SyntaxKind.UPDATE_EXPRESSION)) assigned(node.child("argument"));
        for (SyntaxNode node : module.nodes(SyntaxKind.UNARY_EXPRESSION)) {
            SyntaxNode operator = node.child("operator");
            if (operator != null && operator.text().equals("delete")) assigned(node.child("argument"));
        }
        for (SyntaxNode node : module.nodes(SyntaxKind.FOR_IN_STATEMENT)) {
            if (node.child("kind") == null) assigned(node.child("left"));
        }
        module.nodes(SyntaxKind.CALL_EXPRESSION).forEach(this::called);
        for (String kind : Kinds.CALLS) module.nodes(kind).forEach(this::passed);
        for (int i = 0; i < MAX_ALIASES; i++) if (!otherNames()) break;
    }

    private void passed(SyntaxNode call) {
        SyntaxNode arguments = call.child("arguments");
        if (arguments == null) return;
        for (SyntaxNode argument : arguments.children()) {
            SyntaxNode name = Kinds.unwrap(argument);
            Binding binding = name.is(SyntaxKind.IDENTIFIER) ? module.binding(name, name.text()) : null;
            if (binding != null) binding.pass();
        }
    }

    /** What changes under one name changes under the others; whether anything was new. */
    private boolean otherNames() {
        boolean[] news = {false};
        for (SyntaxNode declarator : module.nodes(SyntaxKind.VARIABLE_DECLARATOR)) {
            SyntaxNode value = declarator.child("value");
            SyntaxNode name = declarator.child("name");
            if (value == null || name == null) continue;
            SyntaxNode source = Kinds.unwrap(value);
            if (!source.is(SyntaxKind.IDENTIFIER) && !source.is(SyntaxKind.MEMBER_EXPRESSION)) continue;
            new Patterns((bound, path) -> {
                        Binding binding = module.binding(bound, bound.text());
                        boolean own = binding != null && binding.node.equals(declarator);
                        if (binding != null && own && binding.changes()) news[0] |= source(source, binding, path);
                    })
                    .bind(name, List.of(), null);
        }
        return news[0];
    }

    private boolean source(SyntaxNode source, Binding binding, List<Binding.Step> path) {
        if (source.is(SyntaxKind.MEMBER_EXPRESSION)) {
            member(source);
            return false;
        }
        Binding root = module.binding(source, source.text());
        if (root == null || root == binding) return false;
        if (path.isEmpty()) return root.changeLike(binding);
        String first = path.get(0).key();
        String key = first == null ? Binding.ANY : first;
        if (root.changes(key)) return false;
        root.change(key);
        return true;
    }

    private void assigned(@Nullable SyntaxNode left) {
        if (left == null) return;
        Deque<SyntaxNode> open = new ArrayDeque<>();
        open.push(left);
        while (!open.isEmpty()) {
            SyntaxNode node = Kinds.unwrap(open.pop());
            switch (node.kind()) {
                case SyntaxKind.IDENTIFIER, SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN -> {
                    Binding binding = module.binding(node, node.text());
                    if (binding != null) binding.reassign();
                }
                case SyntaxKind.MEMBER_EXPRESSION, SyntaxKind.SUBSCRIPT_EXPRESSION -> member(node);
                case SyntaxKind.OBJECT_PATTERN,
                        SyntaxKind.ARRAY_PATTERN,
                        SyntaxKind.PAIR_PATTERN,
                        SyntaxKind.ASSIGNMENT_PATTERN,
                        SyntaxKind.OBJECT_ASSIGNMENT_PATTERN,
                        SyntaxKind.REST_PATTERN,
                        SyntaxKind.OBJECT,
                        SyntaxKind.ARRAY,
                        SyntaxKind.PAIR,
                        SyntaxKind.SPREAD_ELEMENT -> node.children().forEach(open::push);
                default -> {}
            }
        }
    }

    /** Something below a name changes: the first member after the name. */
    private void member(SyntaxNode node) {
        SyntaxNode at = node;
        String key = Binding.ANY;
        while (at.is(SyntaxKind.MEMBER_EXPRESSION) || at.is(SyntaxKind.SUBSCRIPT_EXPRESSION)) {
            SyntaxNode property = at.child(at.is(SyntaxKind.MEMBER_EXPRESSION) ? "property" : "index");
            String name = property == null || property.is(SyntaxKind.IDENTIFIER) ? null : Literals.key(property);
            key = name == null ? Binding.ANY : name;
            SyntaxNode object = at.child("object");
            if (object == null) return;
            at = Kinds.unwrap(object);
        }
        changed(at, key, false);
    }

    private void changed(SyntaxNode root, String key, boolean keeps) {
        if (root.is(SyntaxKind.IDENTIFIER)) {
            Binding binding = module.binding(root, root.text());
            if (binding == null) return;
            binding.change(key);
            if (!keeps && (key.equals(Binding.ANY) || key.equals("length"))) binding.lose();
        } else if (root.is(SyntaxKind.THIS)) {
            SyntaxNode type = Members.around(root);
            if (type != null) module.changedMembers(type).add(key);
        }
    }

    private void called(SyntaxNode call) {
        SyntaxNode function = call.child("function");
        if (function == null || !function.is(SyntaxKind.MEMBER_EXPRESSION)) return;
        SyntaxNode property = function.child("property");
        SyntaxNode object = function.child("object");
        if (property == null || object == null) return;
        if (CHANGERS.contains(property.text())) {
            SyntaxNode root = Kinds.unwrap(object);
            if (root.is(SyntaxKind.IDENTIFIER)) changed(root, Binding.ANY, KEEPERS.contains(property.text()));
            else if (root.is(SyntaxKind.MEMBER_EXPRESSION) || root.is(SyntaxKind.SUBSCRIPT_EXPRESSION)) member(root);
        }
        SyntaxNode arguments = call.child("arguments");
        if (arguments != null
                && !arguments.children().isEmpty()
                && OBJECT_CHANGERS.contains(object.text() + "." + property.text()))
            changed(Kinds.unwrap(arguments.children().get(0)), Binding.ANY, false);
    }
}
