package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether the answer of a question such as {@code hasScope(c)} decides that a request is refused. */
final class Refusals {
    private static final Set<String> QUESTIONS = Set.of("is", "has", "can", "may");
    private static final Set<String> ASSERTIONS = Set.of("assert", "invariant", "ok", "ensure");
    private static final Set<String> CHOICES = Set.of("&&", "||", "??");

    private final Resolver resolver;
    private final Replies replies;

    Refusals(Resolver resolver) {
        this.resolver = resolver;
        this.replies = new Replies(resolver);
    }

    /** Why a guard that is called may not stop a request, in words; null when nothing speaks against it. */
    @Nullable
    String doubt(Located call) {
        List<String> words = GuardWords.words(resolver.callee(call).last());
        if (words.isEmpty() || !QUESTIONS.contains(words.get(0)) || decides(call)) return null;
        return "its answer is not seen to refuse a request";
    }

    /** Whether a returned value is an error on every branch. */
    boolean value(Located expression) {
        Located bare = Syntax.bare(expression);
        SyntaxNode operator = bare.node().child("operator");
        boolean choice = operator != null && CHOICES.contains(operator.text());
        if (bare.node().is(SyntaxKind.TERNARY_EXPRESSION)) return both(bare, "consequence", "alternative");
        if (bare.node().is(SyntaxKind.BINARY_EXPRESSION) && choice) return both(bare, "left", "right");
        return replies.failing(bare);
    }

    /** Whether a piece of a function replies with an error, or passes one on: {@code next(error)}. */
    boolean answers(Located at) {
        SyntaxNode called = at.node().child("function");
        SyntaxNode given = at.node().child("arguments");
        boolean passed = called != null
                && given != null
                && called.text().equals("next")
                && !given.children().isEmpty();
        if (passed || replies.failing(at)) return true;
        return !Syntax.isFunction(at.node()) && at.node().children().stream().anyMatch(child -> answers(at.at(child)));
    }

    private boolean both(Located of, String one, String other) {
        Located first = of.child(one);
        Located second = of.child(other);
        return first != null && second != null && value(first) && value(second);
    }

    private boolean decides(Located call) {
        SyntaxNode below = call.node();
        boolean negated = false;
        for (SyntaxNode up = below.parent(); up != null; below = up, up = up.parent()) {
            SyntaxNode sign = up.child("operator");
            String operator = sign == null ? "" : sign.text();
            switch (up.kind()) {
                case SyntaxKind.PARENTHESIZED_EXPRESSION, SyntaxKind.AWAIT_EXPRESSION -> {}
                case SyntaxKind.UNARY_EXPRESSION -> {
                    if (!operator.equals("!")) return false;
                    negated = !negated;
                }
                case SyntaxKind.BINARY_EXPRESSION -> {
                    if (!operator.equals(negated ? "||" : "&&")) return false;
                }
                case SyntaxKind.IF_STATEMENT, SyntaxKind.TERNARY_EXPRESSION -> {
                    return "condition".equals(below.field()) && branch(call.at(up), negated);
                }
                case SyntaxKind.VARIABLE_DECLARATOR -> {
                    SyntaxNode name = up.child("name");
                    return !negated && name != null && asked(call.at(up), name.text());
                }
                case SyntaxKind.ARGUMENTS -> {
                    SyntaxNode taker = up.parent();
                    return !negated
                            && taker != null
                            && taker.is(SyntaxKind.CALL_EXPRESSION)
                            && ASSERTIONS.contains(
                                    resolver.callee(call.at(taker)).last());
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean branch(Located choice, boolean negated) {
        Located refusing = choice.child(negated ? "consequence" : "alternative");
        if (refusing != null) return refuses(refusing);
        Located then = choice.child("consequence");
        return !negated && then != null && HandlerScan.returns(then.node()) && rest(choice);
    }

    /** Whether what follows a statement in its block refuses. */
    private boolean rest(Located statement) {
        SyntaxNode block = statement.node().parent();
        if (block == null) return false;
        boolean after = false;
        for (SyntaxNode one : block.children()) {
            if (after && refuses(statement.at(one))) return true;
            if (one.equals(statement.node())) after = true;
        }
        return false;
    }

    /** Whether {@code if (!name)} refuses after the declaration of the name. */
    private boolean asked(Located declarator, String name) {
        SyntaxNode declaration = declarator.node().parent();
        SyntaxNode block = declaration == null ? null : declaration.parent();
        if (block == null) return false;
        for (SyntaxNode one : block.children()) {
            SyntaxNode condition = one.is(SyntaxKind.IF_STATEMENT) ? one.child("condition") : null;
            Located then = declarator.at(one).child("consequence");
            if (condition == null
                    || then == null
                    || one.line() < declarator.node().line()) continue;
            if (condition.text().replaceAll("[()\\s]", "").equals("!" + name) && refuses(then)) return true;
        }
        return false;
    }

    /** Whether a statement, or the value of a branch, always ends a request with an error or a redirection. */
    private boolean refuses(Located at) {
        SyntaxNode node = at.node();
        if (node.is(SyntaxKind.THROW_STATEMENT)) return true;
        if (node.is(SyntaxKind.ELSE_CLAUSE) || node.is(SyntaxKind.STATEMENT_BLOCK)) {
            boolean failed = false;
            for (SyntaxNode child : node.children()) {
                boolean bareReturn = child.is(SyntaxKind.RETURN_STATEMENT)
                        && child.children().isEmpty();
                if (refuses(at.at(child)) || (bareReturn && failed)) return true;
                if (HandlerScan.returns(child)) return false;
                failed |= replies.failing(at.at(child));
            }
            return false;
        }
        if (node.is(SyntaxKind.RETURN_STATEMENT))
            return !node.children().isEmpty() && ends(at.at(node.children().get(0)));
        boolean statement = node.kind().endsWith("_statement") || node.kind().endsWith("_declaration");
        return !statement && ends(at);
    }

    private boolean ends(Located expression) {
        if (value(expression)) return true;
        Located bare = Syntax.bare(expression);
        SyntaxNode arguments =
                bare.node().is(SyntaxKind.CALL_EXPRESSION) ? bare.node().child("arguments") : null;
        if (arguments == null) return false;
        String name = resolver.callee(bare).last();
        return name.equals("redirect")
                || StatusNames.ofName(name) != null
                || (name.equals("next") && !arguments.children().isEmpty());
    }
}
