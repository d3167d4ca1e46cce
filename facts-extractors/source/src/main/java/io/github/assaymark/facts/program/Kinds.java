package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Families of node kinds. */
final class Kinds {
    static final Set<String> FUNCTIONS = Set.of(
            SyntaxKind.FUNCTION_DECLARATION,
            SyntaxKind.GENERATOR_FUNCTION_DECLARATION,
            SyntaxKind.FUNCTION_EXPRESSION,
            SyntaxKind.GENERATOR_FUNCTION,
            SyntaxKind.ARROW_FUNCTION,
            SyntaxKind.METHOD_DEFINITION);

    static final Set<String> CLASSES =
            Set.of(SyntaxKind.CLASS_DECLARATION, SyntaxKind.ABSTRACT_CLASS_DECLARATION, SyntaxKind.CLASS);

    static final Set<String> CALLS = Set.of(SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION);

    /** Where names are declared, but for functions and classes. */
    private static final Set<String> BLOCKS = Set.of(
            SyntaxKind.PROGRAM,
            SyntaxKind.STATEMENT_BLOCK,
            SyntaxKind.CLASS_STATIC_BLOCK,
            SyntaxKind.SWITCH_BODY,
            SyntaxKind.FOR_STATEMENT,
            SyntaxKind.FOR_IN_STATEMENT,
            SyntaxKind.CATCH_CLAUSE);

    private static final Set<String> WRAPPERS = Set.of(
            SyntaxKind.PARENTHESIZED_EXPRESSION,
            SyntaxKind.AWAIT_EXPRESSION,
            SyntaxKind.AS_EXPRESSION,
            SyntaxKind.SATISFIES_EXPRESSION,
            SyntaxKind.NON_NULL_EXPRESSION,
            SyntaxKind.TYPE_ASSERTION,
            SyntaxKind.INSTANTIATION_EXPRESSION,
            SyntaxKind.EXPRESSION_STATEMENT,
            SyntaxKind.JSX_EXPRESSION);

    private static final Set<String> TYPES = Set.of(
            SyntaxKind.TYPE,
            SyntaxKind.TYPE_ANNOTATION,
            SyntaxKind.TYPE_ARGUMENTS,
            SyntaxKind.TYPE_PARAMETERS,
            SyntaxKind.OPERATOR);

    private Kinds() {}

    static boolean function(SyntaxNode node) {
        return FUNCTIONS.contains(node.kind());
    }

    static boolean type(SyntaxNode node) {
        return CLASSES.contains(node.kind());
    }

    /** Whether names are declared in it. */
    static boolean scope(SyntaxNode node) {
        return BLOCKS.contains(node.kind()) || function(node) || type(node);
    }

    /** The expression within parentheses, {@code await}, {@code as} and the like. */
    static SyntaxNode unwrap(SyntaxNode node) {
        SyntaxNode at = node;
        while (WRAPPERS.contains(at.kind())) {
            SyntaxNode inner = inner(at);
            if (inner == null) return at;
            at = inner;
        }
        return at;
    }

    private static @Nullable SyntaxNode inner(SyntaxNode wrapper) {
        SyntaxNode found = null;
        for (SyntaxNode child : wrapper.children()) {
            if (TYPES.contains(child.kind()) || "type".equals(child.field())) continue;
            if (found != null) return null;
            found = child;
        }
        return found;
    }

    /** The nearest node around it that is no parenthesis, {@code await}, {@code as} or the like. */
    static @Nullable SyntaxNode outer(SyntaxNode node) {
        SyntaxNode at = node.parent();
        while (at != null && WRAPPERS.contains(at.kind()) && !at.is(SyntaxKind.EXPRESSION_STATEMENT)) at = at.parent();
        return at;
    }

    /** What a call, {@code new} or decorator calls; null when it is damaged. */
    static @Nullable SyntaxNode called(SyntaxNode call) {
        if (call.is(SyntaxKind.NEW_EXPRESSION)) return call.child("constructor");
        if (call.is(SyntaxKind.CALL_EXPRESSION)) return call.child("function");
        if (!call.is(SyntaxKind.DECORATOR) || call.children().isEmpty()) return null;
        SyntaxNode expression = unwrap(call.children().get(0));
        return expression.is(SyntaxKind.CALL_EXPRESSION) ? expression.child("function") : expression;
    }

    /** The arguments of a call, {@code new} or decorator; null when it has none. */
    static @Nullable SyntaxNode arguments(SyntaxNode call) {
        if (!call.is(SyntaxKind.DECORATOR)) return call.child("arguments");
        if (call.children().isEmpty()) return null;
        SyntaxNode expression = unwrap(call.children().get(0));
        return expression.is(SyntaxKind.CALL_EXPRESSION) ? expression.child("arguments") : null;
    }
}
