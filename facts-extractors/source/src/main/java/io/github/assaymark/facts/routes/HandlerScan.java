package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls of a function in the order they are made, each with what must hold for it to be made. */
final class HandlerScan {
    /** Takers of functions that call them once, always. */
    private static final Set<String> ALWAYS = Set.of(
            "transaction",
            "$transaction",
            "withTransaction",
            "inTransaction",
            "startActiveSpan",
            "withSpan",
            "span",
            "trace",
            "withContext",
            "runWithContext",
            "run");

    private static final int MAX_CALLS = 2_000;

    private final Resolver resolver;
    private final Refusals refusals;
    private final List<Made> calls = new ArrayList<>();

    /**
     * A call that is made.
     *
     * @param conditions what must hold, in words, outermost first; empty when it is made every time
     */
    record Made(Located call, List<String> conditions) {
        Made {
            conditions = List.copyOf(conditions);
        }

        @Nullable
        String condition() {
            return conditions.isEmpty() ? null : String.join(", ", conditions);
        }
    }

    private HandlerScan(Resolver resolver) {
        this.resolver = resolver;
        this.refusals = new Refusals(resolver);
    }

    static List<Made> of(Located function, Resolver resolver) {
        HandlerScan scan = new HandlerScan(resolver);
        scan.body(function, List.of());
        return List.copyOf(scan.calls);
    }

    /** Whether a piece of a function may leave it by a return. */
    static boolean returns(SyntaxNode node) {
        return holds(node, SyntaxKind.RETURN_STATEMENT);
    }

    static boolean holds(SyntaxNode node, String kind) {
        if (node.is(kind)) return true;
        if (Syntax.isFunction(node)) return false;
        return node.children().stream().anyMatch(child -> holds(child, kind));
    }

    private void body(Located function, List<String> conditions) {
        Located body = function.child("body");
        if (body != null) visit(body, new ArrayList<>(conditions));
    }

    /** {@code conditions} grows where what follows is not always reached. */
    private void visit(Located at, List<String> conditions) {
        SyntaxNode node = at.node();
        if (Syntax.isFunction(node)) {
            nested(at, conditions);
            return;
        }
        switch (node.kind()) {
            case SyntaxKind.CLASS_DECLARATION, SyntaxKind.CLASS -> {}
            case SyntaxKind.IF_STATEMENT, SyntaxKind.TERNARY_EXPRESSION -> branches(at, conditions);
            case SyntaxKind.BINARY_EXPRESSION -> binary(at, conditions);
            case SyntaxKind.FOR_STATEMENT,
                    SyntaxKind.FOR_IN_STATEMENT,
                    SyntaxKind.WHILE_STATEMENT,
                    SyntaxKind.DO_STATEMENT -> {
                children(at, with(conditions, "in a loop (line " + node.line() + ")"));
                if (leaves(at)) conditions.add("when the loop does not end it (line " + node.line() + ")");
            }
            case SyntaxKind.SWITCH_STATEMENT -> {
                children(at, conditions);
                if (leaves(at)) conditions.add("when no case of the switch ends it (line " + node.line() + ")");
            }
            case SyntaxKind.SWITCH_CASE, SyntaxKind.SWITCH_DEFAULT ->
                children(at, with(conditions, "in a case of a switch (line " + node.line() + ")"));
            case SyntaxKind.CATCH_CLAUSE -> {
                children(at, with(conditions, "after an error (line " + node.line() + ")"));
                if (leaves(at)) conditions.add("when no error ends it (line " + node.line() + ")");
            }
            case SyntaxKind.TRY_STATEMENT -> attempt(at, conditions);
            case SyntaxKind.CALL_EXPRESSION -> {
                children(at, conditions);
                if (calls.size() < MAX_CALLS) calls.add(new Made(at, conditions));
            }
            default -> children(at, conditions);
        }
    }

    private void children(Located at, List<String> conditions) {
        for (SyntaxNode child : at.node().children()) visit(at.at(child), conditions);
    }

    private static List<String> with(List<String> conditions, String more) {
        List<String> all = new ArrayList<>(conditions);
        all.add(more);
        return all;
    }

    private void branches(Located at, List<String> conditions) {
        Located condition = at.child("condition");
        if (condition != null) visit(condition, conditions);
        String shown = condition == null ? "" : resolver.shown(Syntax.bare(condition));
        Located then = at.child("consequence");
        Located otherwise = at.child("alternative");
        if (then != null) visit(then, with(conditions, "when `" + shown + "`"));
        if (otherwise != null) visit(otherwise, with(conditions, "when not `" + shown + "`"));
        if (then != null && leaves(then)) conditions.add("when not `" + shown + "`");
        if (otherwise != null && leaves(otherwise)) conditions.add("when `" + shown + "`");
    }

    /** Whether a branch may end the function other than with an error. */
    private boolean leaves(Located branch) {
        if (branch.node().is(SyntaxKind.RETURN_STATEMENT))
            return branch.node().children().isEmpty()
                    || !refusals.value(branch.at(branch.node().children().get(0)));
        if (Syntax.isFunction(branch.node())) return false;
        return branch.node().children().stream().anyMatch(child -> leaves(branch.at(child)));
    }

    private void binary(Located at, List<String> conditions) {
        Located left = at.child("left");
        Located right = at.child("right");
        SyntaxNode operator = at.node().child("operator");
        if (left == null || right == null || operator == null) {
            children(at, conditions);
            return;
        }
        visit(left, conditions);
        String shown = resolver.shown(left);
        switch (operator.text()) {
            case "&&" -> visit(right, with(conditions, "when `" + shown + "`"));
            case "||", "??" -> visit(right, with(conditions, "when not `" + shown + "`"));
            default -> visit(right, conditions);
        }
    }

    /** An error that a catch swallows stops nothing. */
    private void attempt(Located at, List<String> conditions) {
        SyntaxNode handler = at.node().child("handler");
        String swallowed = handler != null
                        && !holds(handler, SyntaxKind.RETURN_STATEMENT)
                        && !holds(handler, SyntaxKind.THROW_STATEMENT)
                        && !(last(at.node()) && refusals.answers(at.at(handler)))
                ? "where a catch swallows its error (line " + handler.line() + ")"
                : null;
        for (SyntaxNode child : at.node().children()) {
            boolean body = child.is(SyntaxKind.STATEMENT_BLOCK) && !"finalizer".equals(child.field());
            if (body && swallowed != null) {
                visit(at.at(child), with(conditions, swallowed));
                if (leaves(at.at(child))) conditions.add("when nothing before ends it (line " + child.line() + ")");
            } else {
                visit(at.at(child), conditions);
            }
        }
    }

    /** Whether nothing follows a statement in its block. */
    private static boolean last(SyntaxNode statement) {
        SyntaxNode block = statement.parent();
        if (block == null) return false;
        List<SyntaxNode> all = block.children();
        return all.get(all.size() - 1).equals(statement);
    }

    private void nested(Located function, List<String> conditions) {
        SyntaxNode parent = function.node().parent();
        SyntaxNode call = parent != null && parent.is(SyntaxKind.ARGUMENTS) ? parent.parent() : null;
        if (call != null && call.is(SyntaxKind.CALL_EXPRESSION)) {
            String taker = resolver.callee(function.at(call)).last();
            if (ALWAYS.contains(taker)) body(function, conditions);
            else body(function, with(conditions, "in a function given to `" + taker + "`"));
            return;
        }
        if (function.node().is(SyntaxKind.FUNCTION_DECLARATION)) return;
        body(
                function,
                with(conditions, "in a function within (line " + function.node().line() + ")"));
    }
}
