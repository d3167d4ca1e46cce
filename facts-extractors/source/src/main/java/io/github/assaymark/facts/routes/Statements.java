package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;

/** The statements that a {@link Replay} follows, and the conditions that they put on what is registered in them. */
final class Statements {
    private final Replay replay;
    private final FactSink sink;
    private final Resolver resolver;

    Statements(Replay replay, FactSink sink, Resolver resolver) {
        this.replay = replay;
        this.sink = sink;
        this.resolver = resolver;
    }

    void visitAll(Located parent, Frame frame) {
        for (SyntaxNode child : parent.node().children()) visit(parent.at(child), frame);
    }

    void visit(Located at, Frame frame) {
        switch (at.node().kind()) {
            case SyntaxKind.FUNCTION_DECLARATION,
                    SyntaxKind.GENERATOR_FUNCTION_DECLARATION,
                    SyntaxKind.FUNCTION_EXPRESSION,
                    SyntaxKind.GENERATOR_FUNCTION,
                    SyntaxKind.ARROW_FUNCTION,
                    SyntaxKind.METHOD_DEFINITION,
                    SyntaxKind.CLASS_DECLARATION,
                    SyntaxKind.ABSTRACT_CLASS_DECLARATION,
                    SyntaxKind.CLASS,
                    SyntaxKind.TYPE_ANNOTATION,
                    SyntaxKind.TYPE_ARGUMENTS -> {}
            case SyntaxKind.IF_STATEMENT, SyntaxKind.TERNARY_EXPRESSION -> branches(at, frame);
            case SyntaxKind.BINARY_EXPRESSION -> binary(at, frame);
            case SyntaxKind.FOR_STATEMENT,
                    SyntaxKind.FOR_IN_STATEMENT,
                    SyntaxKind.WHILE_STATEMENT,
                    SyntaxKind.DO_STATEMENT -> {
                visitAllUnder(at, "in a loop", frame);
                left(at, "when the loop does not end the function", frame);
            }
            case SyntaxKind.SWITCH_STATEMENT -> {
                visitAll(at, frame);
                left(at, "when no case of the switch ends the function", frame);
            }
            case SyntaxKind.SWITCH_CASE, SyntaxKind.SWITCH_DEFAULT -> visitAllUnder(at, "in a case of a switch", frame);
            case SyntaxKind.LABELED_STATEMENT -> {
                if (HandlerScan.holds(at.node(), SyntaxKind.BREAK_STATEMENT))
                    visitAllUnder(at, "when the block is not left before", frame);
                else visitAll(at, frame);
            }
            case SyntaxKind.TRY_STATEMENT -> attempt(at, frame);
            case SyntaxKind.CATCH_CLAUSE -> visitAllUnder(at, "after an error", frame);
            case SyntaxKind.RETURN_STATEMENT -> {
                visitAll(at, frame);
                for (SyntaxNode child : at.node().children()) {
                    Bound value = replay.bindings().of(at.at(child), frame);
                    if (value != null && !frame.returns(value)) replay.several(at);
                }
            }
            case SyntaxKind.VARIABLE_DECLARATOR -> {
                visitAll(at, frame);
                replay.bindings().declare(at, frame);
            }
            case SyntaxKind.ASSIGNMENT_EXPRESSION -> {
                visitAll(at, frame);
                if (!chosen(at, frame)) replay.bindings().assign(at, frame);
            }
            case SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION -> replay.call(at, frame);
            default -> visitAll(at, frame);
        }
    }

    private void branches(Located at, Frame frame) {
        Located condition = at.child("condition");
        if (condition != null) visit(condition, frame);
        String words = condition == null ? "a condition" : "`" + resolver.shown(Syntax.bare(condition)) + "`";
        Located then = at.child("consequence");
        if (then != null) under(then, "under the condition " + words, frame, false);
        Located otherwise = at.child("alternative");
        if (otherwise != null) under(otherwise, "when not " + words, frame, false);
        if (then != null) left(then, "when not " + words, frame);
        if (otherwise != null) left(otherwise, "under the condition " + words, frame);
    }

    /** What follows a statement that may return is only reached when it did not. */
    private static void left(Located statement, String words, Frame frame) {
        if (!HandlerScan.returns(statement.node())) return;
        String place = statement.module().path() + ":" + statement.node().line();
        frame.conditions().add(new Condition(statement, words + " (" + place + ")"));
    }

    /** What stands in a {@code try} may be left out, unless its error ends the program too. */
    private void attempt(Located at, Frame frame) {
        SyntaxNode handler = at.node().child("handler");
        boolean swallows = handler != null && !ends(handler);
        for (SyntaxNode child : at.node().children()) {
            boolean body = child.is(SyntaxKind.STATEMENT_BLOCK) && !"finalizer".equals(child.field());
            if (body && swallows) under(at.at(child), "when no error is caught", frame, false);
            else visit(at.at(child), frame);
            left(at.at(child), "when nothing in the `try` ends the function", frame);
        }
    }

    /** Whether the last statement of a catch throws, or ends the program. */
    private static boolean ends(SyntaxNode handler) {
        SyntaxNode body = handler.child("body");
        if (body == null || body.children().isEmpty()) return false;
        SyntaxNode last = body.children().get(body.children().size() - 1);
        return last.is(SyntaxKind.THROW_STATEMENT) || last.text().startsWith("process.exit(");
    }

    /** Whether a name that stands for one application is given another under a condition. */
    private boolean chosen(Located assignment, Frame frame) {
        Located left = assignment.child("left");
        Located right = assignment.child("right");
        if (left == null || right == null || frame.conditions().isEmpty()) return false;
        Bound before = replay.bindings().of(left, frame);
        Bound after = replay.bindings().of(right, frame);
        if (!(before instanceof Bound.AppRef one) || !(after instanceof Bound.AppRef other)) return false;
        if (one.app() == other.app()) return false;
        sink.unresolved("application", assignment, "it is chosen while the program runs", HonoDialect.ALL);
        replay.bindings().forgetName(left);
        return true;
    }

    private void binary(Located at, Frame frame) {
        Located left = at.child("left");
        Located right = at.child("right");
        SyntaxNode operator = at.node().child("operator");
        if (left == null || right == null || operator == null) {
            visitAll(at, frame);
            return;
        }
        visit(left, frame);
        boolean lazy = List.of("&&", "||", "??").contains(operator.text());
        if (lazy) under(right, "under the condition `" + resolver.shown(left) + "`", frame, false);
        else visit(right, frame);
    }

    private void visitAllUnder(Located at, String words, Frame frame) {
        under(at, words, frame, true);
    }

    private void under(Located branch, String words, Frame frame, boolean children) {
        List<Condition> before = List.copyOf(frame.conditions());
        String place = branch.module().path() + ":" + branch.node().line();
        frame.conditions().add(new Condition(branch, words + " (" + place + ")"));
        if (children) visitAll(branch, frame);
        else visit(branch, frame);
        frame.conditions().clear();
        frame.conditions().addAll(before);
    }
}
