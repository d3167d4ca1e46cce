package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where code stands. */
public final class Code {
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
            SyntaxKind.NON_NULL_EXPRESSION);

    private Code() {}

    public static boolean isFunction(SyntaxNode node) {
        return FUNCTIONS.contains(node.kind());
    }

    /** The nearest function around a node; null at the top level. */
    public static @Nullable SyntaxNode functionAround(SyntaxNode node) {
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) if (isFunction(at)) return at;
        return null;
    }

    /** The name of a function: its own, or that of what it is given to; null when it has none. */
    public static @Nullable String name(SyntaxNode function) {
        SyntaxNode name = function.child("name");
        if (name != null) return name.text();
        for (SyntaxNode at = function.parent(); at != null; at = at.parent()) {
            if (at.is(SyntaxKind.VARIABLE_DECLARATOR) || at.is(SyntaxKind.PUBLIC_FIELD_DEFINITION)) {
                SyntaxNode holder = at.child("name");
                return holder == null ? null : holder.text();
            }
            if (at.is(SyntaxKind.PAIR)) {
                SyntaxNode key = at.child("key");
                return key == null ? null : key.text();
            }
            boolean within = WRAPPERS.contains(at.kind());
            if (!within) return null;
        }
        return null;
    }

    /** The name of the nearest function around a node that has one; null when there is none. */
    public static @Nullable String enclosing(SyntaxNode node) {
        for (SyntaxNode at = functionAround(node); at != null; at = functionAround(at)) {
            String name = name(at);
            if (name != null) return name;
        }
        return null;
    }

    /** The name of the class around a node, or of the constant with the object around it; null when there is none. */
    public static @Nullable String holder(SyntaxNode node) {
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) {
            boolean holds = at.is(SyntaxKind.CLASS_DECLARATION)
                    || at.is(SyntaxKind.ABSTRACT_CLASS_DECLARATION)
                    || (at.is(SyntaxKind.VARIABLE_DECLARATOR) && at.parent() != null && topLevel(at));
            SyntaxNode name = holds ? at.child("name") : null;
            if (name != null) return name.text();
        }
        return null;
    }

    private static boolean topLevel(SyntaxNode declarator) {
        SyntaxNode statement = declarator.parent();
        SyntaxNode around = statement == null ? null : statement.parent();
        return around != null && (around.is(SyntaxKind.PROGRAM) || around.is(SyntaxKind.EXPORT_STATEMENT));
    }

    /** An expression without what only dresses it. */
    public static Located bare(Located expression) {
        SyntaxNode node = expression.node();
        while (WRAPPERS.contains(node.kind()) && !node.children().isEmpty())
            node = node.children().get(0);
        return expression.at(node);
    }

    /** The call that a function is an argument of; null when it is none. */
    public static @Nullable SyntaxNode takenBy(SyntaxNode function) {
        SyntaxNode arguments = function.parent();
        if (arguments == null || !arguments.is(SyntaxKind.ARGUMENTS)) return null;
        SyntaxNode call = arguments.parent();
        return call != null && call.is(SyntaxKind.CALL_EXPRESSION) ? call : null;
    }

    /** The last name of what a call or {@code new} calls; empty when it has none. */
    public static String called(SyntaxNode call) {
        SyntaxNode function = call.child(call.is(SyntaxKind.NEW_EXPRESSION) ? "constructor" : "function");
        if (function == null) return "";
        SyntaxNode last = function.is(SyntaxKind.MEMBER_EXPRESSION) ? function.child("property") : function;
        return last == null || !last.children().isEmpty() ? "" : last.text();
    }
}
