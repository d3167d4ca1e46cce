package io.github.assaymark.facts.code;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** Names of what stands around a piece of code. */
final class Enclosing {
    private Enclosing() {}

    /** Name of the nearest named function or method around a node; null when there is none. */
    static @Nullable String function(SyntaxNode node) {
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) {
            if (!Syntax.function(at)) continue;
            String name = nameOf(at);
            if (name != null) return name;
        }
        return null;
    }

    /** The nearest function or method around a node, named or not; null when there is none. */
    static @Nullable SyntaxNode functionNode(SyntaxNode node) {
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) if (Syntax.function(at)) return at;
        return null;
    }

    /** The nearest named function or method around a node; null when there is none. */
    static @Nullable SyntaxNode namedFunction(SyntaxNode node) {
        for (SyntaxNode at = node.parent(); at != null; at = at.parent())
            if (Syntax.function(at) && nameOf(at) != null) return at;
        return null;
    }

    /** The nearest class around a node; null when there is none. */
    static @Nullable SyntaxNode classNode(SyntaxNode node) {
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) if (Syntax.classLike(at)) return at;
        return null;
    }

    /** Name of the nearest class around a node; null when there is none or it has no name. */
    static @Nullable String className(SyntaxNode node) {
        SyntaxNode around = classNode(node);
        return around == null ? null : classNameOf(around);
    }

    /** Name of a class; null when it has none. */
    static @Nullable String classNameOf(SyntaxNode node) {
        SyntaxNode name = node.child("name");
        return name != null ? name.text() : held(node);
    }

    /** Class and function around a node joined with a dot, for keys; empty at the top of a module. */
    static String label(SyntaxNode node) {
        String function = function(node);
        String owner = className(node);
        if (owner == null) return function == null ? "" : function;
        return function == null ? owner : owner + "." + function;
    }

    /** Name of a function, or of what holds it; null when it has none. */
    static @Nullable String nameOf(SyntaxNode function) {
        SyntaxNode name = function.child("name");
        return name != null ? Syntax.name(name) : held(function);
    }

    private static @Nullable String held(SyntaxNode value) {
        SyntaxNode at = Syntax.around(value);
        boolean passed = false;
        while (at != null && (at.is(SyntaxKind.ARGUMENTS) || Syntax.call(at) || Syntax.wrapper(at))) {
            passed = true;
            at = at.parent();
        }
        if (at == null) return null;
        if (passed && !top(at)) return null;
        return switch (at.kind()) {
            case SyntaxKind.VARIABLE_DECLARATOR, SyntaxKind.PUBLIC_FIELD_DEFINITION -> text(at.child("name"));
            case SyntaxKind.PAIR -> passed ? null : text(at.child("key"));
            case SyntaxKind.ASSIGNMENT_EXPRESSION -> {
                String dotted = Syntax.dotted(at.child("left"));
                yield dotted == null ? null : Syntax.last(dotted);
            }
            case SyntaxKind.EXPORT_STATEMENT -> "default";
            default -> null;
        };
    }

    private static @Nullable String text(@Nullable SyntaxNode name) {
        if (name == null) return null;
        if (name.is(SyntaxKind.OBJECT_PATTERN) || name.is(SyntaxKind.ARRAY_PATTERN)) return null;
        return Syntax.name(name);
    }

    /** Whether it stands in no function. */
    private static boolean top(SyntaxNode node) {
        return functionNode(node) == null;
    }
}
