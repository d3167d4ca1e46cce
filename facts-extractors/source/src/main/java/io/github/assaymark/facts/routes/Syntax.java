package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about the shape of expressions. */
final class Syntax {
    private static final Set<String> FUNCTIONS = Set.of(
            SyntaxKind.ARROW_FUNCTION,
            SyntaxKind.FUNCTION_EXPRESSION,
            SyntaxKind.GENERATOR_FUNCTION,
            SyntaxKind.FUNCTION_DECLARATION,
            SyntaxKind.GENERATOR_FUNCTION_DECLARATION,
            SyntaxKind.METHOD_DEFINITION);
    private static final Set<String> WRAPPERS = Set.of(
            SyntaxKind.PARENTHESIZED_EXPRESSION,
            SyntaxKind.AWAIT_EXPRESSION,
            SyntaxKind.AS_EXPRESSION,
            SyntaxKind.SATISFIES_EXPRESSION,
            SyntaxKind.NON_NULL_EXPRESSION,
            SyntaxKind.INSTANTIATION_EXPRESSION);

    private Syntax() {}

    static boolean isFunction(SyntaxNode node) {
        return FUNCTIONS.contains(node.kind());
    }

    /** Without parentheses, await, type assertions. */
    static Located bare(Located expression) {
        Located bare = expression;
        while (WRAPPERS.contains(bare.node().kind()) && !bare.node().children().isEmpty()) {
            bare = bare.at(bare.node().children().get(0));
        }
        return bare;
    }

    /** The function an expression is, as written in place; null when it is none. */
    static @Nullable Located function(Located expression) {
        Located bare = bare(expression);
        return isFunction(bare.node()) ? bare : null;
    }

    /** The nearest function around a node; null at the top of a module. */
    static @Nullable SyntaxNode around(SyntaxNode node) {
        for (SyntaxNode up = node.parent(); up != null; up = up.parent()) if (isFunction(up)) return up;
        return null;
    }

    /** The name of a function: its own, or that of the variable, field or key it is the value of; null for none. */
    static @Nullable String name(SyntaxNode function) {
        SyntaxNode own = function.child("name");
        if (own != null) return unquoted(own.text());
        SyntaxNode parent = function.parent();
        while (parent != null && WRAPPERS.contains(parent.kind())) parent = parent.parent();
        if (parent == null) return null;
        SyntaxNode name = switch (parent.kind()) {
            case SyntaxKind.VARIABLE_DECLARATOR, SyntaxKind.PUBLIC_FIELD_DEFINITION -> parent.child("name");
            case SyntaxKind.PAIR -> parent.child("key");
            default -> null;
        };
        return name == null ? null : unquoted(name.text());
    }

    /** The name of the nearest function or method around a node that has one; null when there is none. */
    static @Nullable String enclosing(SyntaxNode node) {
        for (SyntaxNode up = node; up != null; up = up.parent()) {
            if (!isFunction(up)) continue;
            String name = name(up);
            if (name != null) return name;
        }
        return null;
    }

    static String unquoted(String text) {
        return text.length() > 1 && (text.startsWith("'") || text.startsWith("\""))
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
