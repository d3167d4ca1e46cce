package io.github.assaymark.facts.infrastructure;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Under which conditions code runs within its function. */
final class Conditions {
    private final List<Condition> conditions;

    /** An expression and what it must be; a null expression is a condition that is not understood. */
    private record Condition(@Nullable Located expression, boolean wanted) {}

    private Conditions(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /** The conditions of a node up to the function around it. */
    static Conditions of(Located located) {
        List<Condition> found = new ArrayList<>();
        SyntaxNode child = located.node();
        for (SyntaxNode node = child.parent(); node != null && !Code.isFunction(child); node = node.parent()) {
            add(located, node, child, found);
            child = node;
        }
        return new Conditions(found);
    }

    private static void add(Located located, SyntaxNode node, SyntaxNode child, List<Condition> found) {
        SyntaxNode condition = node.child("condition");
        switch (node.kind()) {
            case SyntaxKind.IF_STATEMENT, SyntaxKind.TERNARY_EXPRESSION -> {
                if (condition != null && !child.equals(condition))
                    found.add(new Condition(located.at(condition), !"alternative".equals(child.field())));
            }
            case SyntaxKind.BINARY_EXPRESSION -> {
                SyntaxNode operator = node.child("operator");
                SyntaxNode left = node.child("left");
                String sign = operator == null ? "" : operator.text();
                boolean logical = sign.equals("&&") || sign.equals("||");
                if (logical && left != null && !child.equals(left))
                    found.add(new Condition(located.at(left), sign.equals("&&")));
            }
            case SyntaxKind.SWITCH_CASE, SyntaxKind.SWITCH_DEFAULT, SyntaxKind.CATCH_CLAUSE ->
                found.add(new Condition(null, true));
            case SyntaxKind.WHILE_STATEMENT, SyntaxKind.FOR_STATEMENT -> {
                if ("body".equals(child.field())) found.add(new Condition(null, true));
            }
            case SyntaxKind.STATEMENT_BLOCK, SyntaxKind.PROGRAM -> before(located, node, child, found);
            default -> {}
        }
    }

    /** What stands below {@code if (x) return} only runs without x. */
    private static void before(Located located, SyntaxNode block, SyntaxNode child, List<Condition> found) {
        for (SyntaxNode statement : block.children()) {
            if (statement.equals(child)) return;
            if (!statement.is(SyntaxKind.IF_STATEMENT)) continue;
            SyntaxNode condition = statement.child("condition");
            SyntaxNode consequence = statement.child("consequence");
            if (condition != null && consequence != null && leaves(consequence))
                found.add(new Condition(located.at(condition), false));
        }
    }

    private static boolean leaves(SyntaxNode statement) {
        if (statement.is(SyntaxKind.RETURN_STATEMENT) || statement.is(SyntaxKind.THROW_STATEMENT)) return true;
        return statement.is(SyntaxKind.STATEMENT_BLOCK)
                && statement.children().stream()
                        .anyMatch(one -> one.is(SyntaxKind.RETURN_STATEMENT) || one.is(SyntaxKind.THROW_STATEMENT));
    }

    boolean none() {
        return conditions.isEmpty();
    }

    /** Whether all hold at a stage; null when that is not known. */
    @Nullable
    Boolean hold(Stages stages, String stage) {
        boolean known = true;
        for (Condition condition : conditions) {
            Boolean truth = condition.expression() == null ? null : stages.truth(condition.expression(), stage);
            if (truth == null) known = false;
            else if (truth != condition.wanted()) return false;
        }
        return known ? Boolean.TRUE : null;
    }
}
