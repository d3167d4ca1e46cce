package io.github.assaymark.facts.code;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the function around a call has an answer for when it fails: {@code .catch} with a value, a
 * {@code catch} block that returns or sets one, {@code Promise.allSettled}. Throwing, rejecting, logging alone and
 * replies with a status of 500 or more are no answers.
 */
final class Fallbacks {
    private Fallbacks() {}

    static boolean around(SyntaxNode call) {
        SyntaxNode child = call;
        for (SyntaxNode at = call.parent(); at != null && !Syntax.function(at); child = at, at = at.parent()) {
            if (at.is(SyntaxKind.MEMBER_EXPRESSION) && "object".equals(child.field())) {
                if (chained(at)) return true;
            } else if (at.is(SyntaxKind.TRY_STATEMENT) && "body".equals(child.field())) {
                SyntaxNode handler = at.child("handler");
                SyntaxNode body = handler == null ? null : handler.child("body");
                if (body != null && answers(body)) return true;
            } else if (at.is(SyntaxKind.CALL_EXPRESSION) && !"function".equals(child.field())) {
                if ("Promise.allSettled".equals(Syntax.dotted(Syntax.target(at)))) return true;
            }
        }
        return false;
    }

    private static boolean chained(SyntaxNode member) {
        SyntaxNode property = member.child("property");
        SyntaxNode parent = member.parent();
        if (property == null || parent == null || !parent.is(SyntaxKind.CALL_EXPRESSION)) return false;
        SyntaxNode handler = switch (property.text()) {
            case "catch" -> Syntax.argument(parent, 0);
            case "then" -> Syntax.argument(parent, 1);
            default -> null;
        };
        return handler != null && answersFunction(Syntax.bare(handler));
    }

    /** Whether a handler gives a value. */
    static boolean answersFunction(SyntaxNode handler) {
        SyntaxNode body = Syntax.function(handler) ? handler.child("body") : null;
        if (body == null) return false;
        return body.is(SyntaxKind.STATEMENT_BLOCK) ? answers(body) : value(body);
    }

    private static boolean answers(SyntaxNode block) {
        boolean assigned = false;
        boolean thrown = false;
        for (SyntaxNode node : own(block)) {
            if (node.is(SyntaxKind.RETURN_STATEMENT)
                    && !node.children().isEmpty()
                    && value(node.children().get(0))) return true;
            if (node.is(SyntaxKind.ASSIGNMENT_EXPRESSION)) assigned |= answer(node);
            if (node.is(SyntaxKind.THROW_STATEMENT) || node.is(SyntaxKind.RETURN_STATEMENT)) thrown = true;
        }
        return assigned && !thrown;
    }

    /** Whether an assignment keeps a value other than the failure itself. */
    private static boolean answer(SyntaxNode assignment) {
        SyntaxNode left = assignment.child("left");
        SyntaxNode right = assignment.child("right");
        if (left == null || right == null || !Syntax.bare(left).is(SyntaxKind.IDENTIFIER)) return false;
        return !left.text().toLowerCase(java.util.Locale.ROOT).contains("err");
    }

    /** Nodes of a block but for those of functions in it. */
    private static List<SyntaxNode> own(SyntaxNode block) {
        List<SyntaxNode> nodes = new java.util.ArrayList<>();
        Deque<SyntaxNode> open = new ArrayDeque<>(block.children());
        while (!open.isEmpty()) {
            SyntaxNode node = open.pop();
            nodes.add(node);
            if (!Syntax.function(node)) node.children().forEach(open::push);
        }
        return nodes;
    }

    private static boolean value(@Nullable SyntaxNode expression) {
        if (expression == null) return false;
        SyntaxNode node = Syntax.bare(expression);
        if (node.text().equals("undefined")) return false;
        if (node.is(SyntaxKind.UNARY_EXPRESSION) && node.text().startsWith("void")) return false;
        if (node.is(SyntaxKind.CALL_EXPRESSION)) {
            String name = Syntax.dotted(Syntax.target(node));
            if (name != null) {
                if (name.equals("Promise.reject") || name.equals("err") || name.equals("Err")) return false;
                if (Syntax.first(name).equals("console") || name.matches("(.*\\.)?(log|logger)\\.\\w+")) return false;
            }
        }
        for (SyntaxNode number : Syntax.below(node, SyntaxKind.NUMBER))
            if (number.text().matches("5[0-9][0-9]")) return false;
        return true;
    }
}
