package io.github.assaymark.facts.code;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** What must hold for a piece of code to run. */
final class Condition {
    private Condition() {}

    /** Text of the nearest condition within the named function around a node; null when there is none. */
    static @Nullable String of(SyntaxNode node) {
        SyntaxNode child = node;
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) {
            String condition = at(at, child);
            if (condition != null) return Syntax.line(condition);
            if (Syntax.function(at) && Enclosing.nameOf(at) != null) return null;
            child = at;
        }
        return null;
    }

    /** The condition that {@code at} puts on its child; null when it puts none. */
    private static @Nullable String at(SyntaxNode at, SyntaxNode child) {
        String field = child.field();
        if (field == null) field = "";
        return switch (at.kind()) {
            case SyntaxKind.IF_STATEMENT, SyntaxKind.TERNARY_EXPRESSION ->
                switch (field) {
                    case "consequence" -> text(at.child("condition"));
                    case "alternative" -> not(text(at.child("condition")));
                    default -> null;
                };
            case SyntaxKind.BINARY_EXPRESSION -> {
                if (!field.equals("right")) yield null;
                SyntaxNode operator = at.child("operator");
                String left = text(at.child("left"));
                yield switch (operator == null ? "" : operator.text()) {
                    case "&&" -> left;
                    case "||" -> not(left);
                    case "??" -> left == null ? null : left + " == null";
                    default -> null;
                };
            }
            case SyntaxKind.SWITCH_CASE -> {
                if (field.equals("value")) yield null;
                String subject = switched(at);
                String value = text(at.child("value"));
                yield subject == null || value == null ? null : subject + " === " + value;
            }
            case SyntaxKind.SWITCH_DEFAULT -> {
                String subject = switched(at);
                yield subject == null ? null : "no case of " + subject;
            }
            default -> null;
        };
    }

    private static @Nullable String switched(SyntaxNode branch) {
        SyntaxNode statement = branch.ancestor(SyntaxKind.SWITCH_STATEMENT);
        return statement == null ? null : text(statement.child("value"));
    }

    private static @Nullable String text(@Nullable SyntaxNode condition) {
        if (condition == null) return null;
        SyntaxNode inner = condition;
        while (inner.is(SyntaxKind.PARENTHESIZED_EXPRESSION) && inner.children().size() == 1)
            inner = inner.children().get(0);
        return inner.text();
    }

    private static @Nullable String not(@Nullable String condition) {
        if (condition == null) return null;
        return condition.matches("!?[\\w$.]+")
                ? condition.startsWith("!") ? condition.substring(1) : "!" + condition
                : "!(" + condition + ")";
    }
}
