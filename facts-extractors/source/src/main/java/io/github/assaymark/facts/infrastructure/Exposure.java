package io.github.assaymark.facts.infrastructure;

import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what a module exports, or an exported function returns, holds what is made somewhere in it. */
final class Exposure {
    private static final int NODES = 20_000;

    private Exposure() {}

    static boolean of(SyntaxNode node) {
        SyntaxNode function = Code.functionAround(node);
        if (function == null) {
            if (node.ancestor(SyntaxKind.EXPORT_STATEMENT) != null) return true;
            String holder = holder(node, null);
            return holder != null && listed(node, holder);
        }
        if (!exported(function)) return false;
        SyntaxNode body = function.child("body");
        if (body == null) return false;
        if (!body.is(SyntaxKind.STATEMENT_BLOCK)) return true;
        for (SyntaxNode at = node; at != null && !at.equals(function); at = at.parent())
            if (at.is(SyntaxKind.RETURN_STATEMENT)) return true;
        String holder = holder(node, function);
        return holder != null && returns(body, holder);
    }

    /** The constant or object member that holds a node; null when none does. */
    static @Nullable String holder(SyntaxNode node, @Nullable SyntaxNode within) {
        for (SyntaxNode at = node.parent(); at != null && !at.equals(within); at = at.parent()) {
            if (Code.isFunction(at)) return null;
            SyntaxNode name = at.is(SyntaxKind.VARIABLE_DECLARATOR) ? at.child("name") : null;
            if (name != null && name.is(SyntaxKind.IDENTIFIER)) return name.text();
        }
        return null;
    }

    /** Whether other modules see a function: it is exported, or the entry runs it. */
    static boolean exported(SyntaxNode function) {
        if (function.is(SyntaxKind.METHOD_DEFINITION)) {
            SyntaxNode name = function.child("name");
            return name != null && name.text().equals("run");
        }
        SyntaxNode around = function.parent();
        if (around != null && around.is(SyntaxKind.ARGUMENTS)) return false;
        for (SyntaxNode at = function; at != null; at = at.parent()) {
            if (at.is(SyntaxKind.EXPORT_STATEMENT)) return true;
            if (!at.equals(function) && Code.isFunction(at)) return false;
        }
        String name = Code.name(function);
        return name != null && listed(function, name);
    }

    private static boolean listed(SyntaxNode node, String name) {
        SyntaxNode root = node;
        for (SyntaxNode parent = root.parent(); parent != null; parent = root.parent()) root = parent;
        for (SyntaxNode statement : root.children()) {
            if (!statement.is(SyntaxKind.EXPORT_STATEMENT) || statement.child("source") != null) continue;
            SyntaxNode value = statement.child("value");
            if (value != null && mentions(value, name)) return true;
            for (SyntaxNode clause : statement.children()) {
                if (!clause.is(SyntaxKind.EXPORT_CLAUSE)) continue;
                for (SyntaxNode specifier : clause.children()) {
                    SyntaxNode local = specifier.child("name");
                    if (local != null && local.text().equals(name)) return true;
                }
            }
        }
        return false;
    }

    private static boolean returns(SyntaxNode body, String name) {
        Deque<SyntaxNode> open = new ArrayDeque<>(List.of(body));
        for (int seen = 0; !open.isEmpty() && seen < NODES; seen++) {
            SyntaxNode node = open.pop();
            if (node.is(SyntaxKind.RETURN_STATEMENT)) {
                if (mentions(node, name)) return true;
                continue;
            }
            if (!Code.isFunction(node)) node.children().forEach(open::push);
        }
        return false;
    }

    private static boolean mentions(SyntaxNode root, String name) {
        Deque<SyntaxNode> open = new ArrayDeque<>(List.of(root));
        for (int seen = 0; !open.isEmpty() && seen < NODES; seen++) {
            SyntaxNode node = open.pop();
            boolean reads = node.is(SyntaxKind.IDENTIFIER) || node.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER);
            if (reads && node.text().equals(name)) return true;
            node.children().forEach(open::push);
        }
        return false;
    }
}
