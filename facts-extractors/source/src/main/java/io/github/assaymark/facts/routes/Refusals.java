package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
        if (caught(call)) return "its error is caught";
        Callee callee = resolver.callee(call);
        List<String> words = GuardWords.words(callee.last());
        if (words.isEmpty() || decides(call)) return null;
        if (QUESTIONS.contains(words.get(0)) || asked(call)) return "its answer is not seen to refuse a request";
        Located declaration = callee.declaration();
        if (declaration == null || !Syntax.isFunction(declaration.node())) return null;
        if (declaration.node().child("async") != null && dropped(call)) return "nobody waits for it";
        boolean stops = new Stops(resolver).request(declaration);
        return stops ? null : "nothing in `" + callee.last() + "` is seen to stop a request";
    }

    /** Whether the promise of a call is neither awaited nor given on. */
    private static boolean dropped(Located call) {
        for (SyntaxNode up = call.node().parent(); up != null; up = up.parent()) {
            switch (up.kind()) {
                case SyntaxKind.EXPRESSION_STATEMENT -> {
                    return true;
                }
                case SyntaxKind.UNARY_EXPRESSION,
                        SyntaxKind.PARENTHESIZED_EXPRESSION,
                        SyntaxKind.MEMBER_EXPRESSION,
                        SyntaxKind.CALL_EXPRESSION,
                        SyntaxKind.ARGUMENTS,
                        SyntaxKind.ARRAY -> {}
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** {@code guard(c).catch(() => null)}: what is thrown goes no further. */
    private boolean caught(Located call) {
        SyntaxNode member = call.node().parent();
        SyntaxNode outer = member == null ? null : member.parent();
        SyntaxNode property = member == null ? null : member.child("property");
        if (member == null || outer == null || property == null || !member.is(SyntaxKind.MEMBER_EXPRESSION))
            return false;
        SyntaxNode given = outer.is(SyntaxKind.CALL_EXPRESSION) ? outer.child("arguments") : null;
        if (given == null || !member.equals(outer.child("function"))) return false;
        if (property.text().equals("then") && given.children().size() < 2) return caught(call.at(outer));
        if (!List.of("then", "catch").contains(property.text())
                || given.children().isEmpty()) return false;
        SyntaxNode handler = given.children().get(given.children().size() - 1);
        SyntaxNode body = Syntax.isFunction(handler) ? handler.child("body") : null;
        return body != null && !HandlerScan.holds(body, SyntaxKind.THROW_STATEMENT) && !answers(call.at(body));
    }

    /** Whether the answer of a call is asked for, in a condition or through its name. */
    boolean asked(Located call) {
        SyntaxNode below = call.node();
        for (SyntaxNode up = below.parent(); up != null; below = up, up = up.parent()) {
            switch (up.kind()) {
                case SyntaxKind.PARENTHESIZED_EXPRESSION,
                        SyntaxKind.AWAIT_EXPRESSION,
                        SyntaxKind.AS_EXPRESSION,
                        SyntaxKind.NON_NULL_EXPRESSION -> {}
                case SyntaxKind.UNARY_EXPRESSION, SyntaxKind.BINARY_EXPRESSION -> {
                    return true;
                }
                case SyntaxKind.IF_STATEMENT, SyntaxKind.TERNARY_EXPRESSION -> {
                    return "condition".equals(below.field());
                }
                case SyntaxKind.VARIABLE_DECLARATOR -> {
                    SyntaxNode name = up.child("name");
                    SyntaxNode around = Syntax.around(up);
                    return name != null
                            && around != null
                            && name.is(SyntaxKind.IDENTIFIER)
                            && tested(around, bare(name.text()));
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** A name that stands bare in a condition, not one of its members. */
    private static Pattern bare(String name) {
        return Pattern.compile("(?:^|[!(&|\\s])" + Pattern.quote(name) + "(?:\\s*(?:$|[)&|=!])|\\?\\.|\\s+instanceof)");
    }

    private static boolean tested(SyntaxNode node, Pattern name) {
        if (node.is(SyntaxKind.IF_STATEMENT) || node.is(SyntaxKind.TERNARY_EXPRESSION)) {
            SyntaxNode condition = node.child("condition");
            if (condition != null && name.matcher(condition.text()).find()) return true;
        }
        return node.children().stream().anyMatch(child -> tested(child, name));
    }

    static boolean question(String word) {
        return QUESTIONS.contains(word);
    }

    /** Whether the answer of a call decides that a request is refused. */
    boolean heard(Located call) {
        return decides(call);
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

    /** Whether {@code if (!name)} refuses, or {@code if (name)} gives it back, after the declaration of the name. */
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
            if (!condition.text().matches("(?s).*\\b\\Q" + name + "\\E\\b.*")) continue;
            boolean given = condition.text().matches("\\(?\\Q" + name + "\\E\\b.*")
                    && then.node().text().matches("(?s)\\{?\\s*return\\s+\\Q" + name + "\\E\\b.*");
            if (given || refuses(then)) return true;
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
