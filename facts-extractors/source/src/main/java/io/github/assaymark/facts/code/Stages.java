package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stages a piece of code runs in, as far as conditions around it compare the stage with constants. */
final class Stages {
    private static final Pattern STAGE =
            Pattern.compile("(NODE_ENV|_ENV$|\\bENV$|ENVIRONMENT$|STAGE$)", Pattern.CASE_INSENSITIVE);
    private static final int MAX_DEPTH = 12;

    private final Resolver resolver;
    private boolean conditional;
    private @Nullable Set<String> stages;

    Stages(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Whether a condition was seen. */
    boolean conditional() {
        return conditional;
    }

    /** The stages that pass all conditions, sorted; empty when no condition names them. */
    Set<String> stages() {
        Set<String> known = stages;
        return known == null ? Set.of() : known;
    }

    /** Takes the conditions around a node, up to the top of its module. */
    void around(Located located) {
        SyntaxNode child = located.node();
        for (SyntaxNode at = child.parent(); at != null; at = at.parent()) {
            SyntaxNode condition = at.child("condition");
            String field = child.field();
            if (at.is(SyntaxKind.IF_STATEMENT) || at.is(SyntaxKind.TERNARY_EXPRESSION)) {
                if ("consequence".equals(field)) take(located, condition, true);
                if ("alternative".equals(field)) take(located, condition, false);
            } else if (at.is(SyntaxKind.BINARY_EXPRESSION) && "right".equals(field)) {
                SyntaxNode operator = at.child("operator");
                String text = operator == null ? "" : operator.text();
                if (text.equals("&&")) take(located, at.child("left"), true);
                if (text.equals("||")) take(located, at.child("left"), false);
            } else if (at.is(SyntaxKind.STATEMENT_BLOCK)) {
                left(located, at, child);
            }
            child = at;
        }
    }

    /** Conditions under which the block was left before. */
    private void left(Located located, SyntaxNode block, SyntaxNode statement) {
        for (SyntaxNode before : block.children()) {
            if (before.equals(statement)) return;
            SyntaxNode consequence = before.is(SyntaxKind.IF_STATEMENT) ? before.child("consequence") : null;
            if (consequence == null || before.child("alternative") != null) continue;
            SyntaxNode last = consequence;
            if (last.is(SyntaxKind.STATEMENT_BLOCK) && !last.children().isEmpty())
                last = last.children().get(last.children().size() - 1);
            if (last.is(SyntaxKind.RETURN_STATEMENT)) take(located, before.child("condition"), false);
        }
    }

    /** Takes one condition that must hold, or must not. */
    void take(Located located, @Nullable SyntaxNode condition, boolean holds) {
        if (condition == null) return;
        conditional = true;
        Set<String> named = named(located.at(condition), holds, 0);
        if (named == null) return;
        Set<String> before = stages;
        if (before == null) stages = named;
        else before.retainAll(named);
    }

    /** The stages under which a condition holds, or does not; null when it does not list them. */
    private @Nullable Set<String> named(Located condition, boolean holds, int depth) {
        if (depth > MAX_DEPTH) return null;
        SyntaxNode node = Syntax.bare(condition.node());
        if (node.is(SyntaxKind.UNARY_EXPRESSION)) {
            SyntaxNode operator = node.child("operator");
            SyntaxNode argument = node.child("argument");
            if (operator == null || argument == null || !operator.text().equals("!")) return null;
            return named(condition.at(argument), !holds, depth + 1);
        }
        if (node.is(SyntaxKind.BINARY_EXPRESSION)) return binary(condition.at(node), holds, depth);
        if (node.is(SyntaxKind.CALL_EXPRESSION)) return holds ? included(condition.at(node)) : null;
        if (!node.is(SyntaxKind.IDENTIFIER)) return null;
        Located declared = resolver.declaration(condition.at(node));
        if (declared == null || !declared.node().is(SyntaxKind.VARIABLE_DECLARATOR)) return null;
        SyntaxNode value = declared.node().child("value");
        return value == null ? null : named(declared.at(value), holds, depth + 1);
    }

    private @Nullable Set<String> binary(Located located, boolean holds, int depth) {
        SyntaxNode node = located.node();
        SyntaxNode left = node.child("left");
        SyntaxNode right = node.child("right");
        SyntaxNode operator = node.child("operator");
        if (left == null || right == null || operator == null) return null;
        String text = operator.text();
        boolean equal = text.equals("===") || text.equals("==");
        boolean unequal = text.equals("!==") || text.equals("!=");
        if (equal || unequal) return equal == holds ? compared(located, left, right) : null;
        boolean and = text.equals("&&");
        if (!and && !text.equals("||")) return null;
        Set<String> one = named(located.at(left), holds, depth + 1);
        Set<String> other = named(located.at(right), holds, depth + 1);
        if (and == holds) {
            if (one == null) return other;
            if (other != null) one.retainAll(other);
            return one;
        }
        if (one == null || other == null) return null;
        one.addAll(other);
        return one;
    }

    private @Nullable Set<String> compared(Located located, SyntaxNode left, SyntaxNode right) {
        boolean leftStage = stage(located.at(left));
        if (!leftStage && !stage(located.at(right))) return null;
        Optional<String> stage = resolver.text(located.at(leftStage ? right : left));
        return stage.isEmpty() ? null : new TreeSet<>(Set.of(stage.get()));
    }

    private @Nullable Set<String> included(Located call) {
        SyntaxNode target = Syntax.target(call.node());
        SyntaxNode argument = Syntax.argument(call.node(), 0);
        if (target == null || argument == null || !stage(call.at(argument))) return null;
        SyntaxNode member = Syntax.bare(target);
        SyntaxNode property = member.child("property");
        SyntaxNode object = member.child("object");
        if (property == null || object == null || !property.text().equals("includes")) return null;
        if (!(resolver.value(call.at(object)) instanceof Value.Items items) || !items.complete()) return null;
        Set<String> stages = new TreeSet<>();
        for (Located item : items.items()) {
            Optional<String> text = resolver.text(item);
            if (text.isEmpty()) return null;
            stages.add(text.get());
        }
        return stages;
    }

    private boolean stage(Located expression) {
        if (resolver.value(expression) instanceof Value.Environment variable)
            return STAGE.matcher(variable.name()).find();
        String dotted = Syntax.dotted(expression.node());
        return dotted != null && STAGE.matcher(Syntax.last(dotted)).find();
    }
}
