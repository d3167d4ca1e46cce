package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call with the calls on its result: {@code text("a").notNull().default(1)}.
 *
 * @param base the first call
 * @param steps the calls on it, in order
 */
record CallChain(Located base, List<Step> steps) {
    private static final Set<String> WRAPPERS = Set.of(
            SyntaxKind.PARENTHESIZED_EXPRESSION,
            SyntaxKind.AWAIT_EXPRESSION,
            SyntaxKind.AS_EXPRESSION,
            SyntaxKind.SATISFIES_EXPRESSION,
            SyntaxKind.NON_NULL_EXPRESSION);

    /** A call of a method on what stands before it. */
    record Step(String name, Located call) {}

    /** The chain that ends with an expression; null when that is no call. */
    static @Nullable CallChain of(Located expression) {
        List<Step> steps = new ArrayList<>();
        Located call = unwrapped(expression);
        while (call.node().is(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode function = call.node().child("function");
            SyntaxNode object = function == null ? null : function.child("object");
            SyntaxNode property = function == null ? null : function.child("property");
            Located before = object == null ? null : unwrapped(call.at(object));
            if (before == null || property == null || !before.node().is(SyntaxKind.CALL_EXPRESSION)) {
                Collections.reverse(steps);
                return new CallChain(call, steps);
            }
            steps.add(new Step(property.text(), call));
            call = before;
        }
        return null;
    }

    /** The chain that a call begins or goes on with: all calls on its result. */
    static List<Step> after(Located call) {
        List<Step> steps = new ArrayList<>();
        SyntaxNode at = call.node();
        while (true) {
            SyntaxNode parent = at.parent();
            while (parent != null && WRAPPERS.contains(parent.kind()) && !parent.is(SyntaxKind.AWAIT_EXPRESSION)) {
                at = parent;
                parent = at.parent();
            }
            if (parent == null || !parent.is(SyntaxKind.MEMBER_EXPRESSION) || !at.equals(parent.child("object")))
                return steps;
            SyntaxNode next = parent.parent();
            SyntaxNode property = parent.child("property");
            if (next == null
                    || property == null
                    || !next.is(SyntaxKind.CALL_EXPRESSION)
                    || !parent.equals(next.child("function"))) return steps;
            steps.add(new Step(property.text(), call.at(next)));
            at = next;
        }
    }

    /** The expression within parentheses, {@code await}, {@code as} and the like. */
    static Located unwrapped(Located expression) {
        SyntaxNode node = expression.node();
        while (WRAPPERS.contains(node.kind()) && !node.children().isEmpty())
            node = node.children().get(0);
        return expression.at(node);
    }

    /** The step of a name; null when there is none. */
    @Nullable
    Step step(String name) {
        for (Step step : steps) if (step.name().equals(name)) return step;
        return null;
    }
}
