package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.Set;

/** Tells whether a function of the repository that is called may stop a request. */
final class Stops {
    private static final int MAX_DEPTH = 4;
    /** Nodes that are looked at for one question: calls multiply. */
    private static final int MAX_NODES = 50_000;

    private final Resolver resolver;
    private int nodes;

    Stops(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Whether a function may throw, or do what throws. */
    boolean request(Located function) {
        nodes = 0;
        return throwing(function, new HashSet<>());
    }

    private boolean throwing(Located function, Set<Located> seen) {
        if (seen.size() > MAX_DEPTH || !seen.add(function)) return false;
        Located body = function.child("body");
        return body == null || throwingIn(body, seen);
    }

    private boolean throwingIn(Located at, Set<Located> seen) {
        SyntaxNode node = at.node();
        if (Syntax.isFunction(node) || ++nodes > MAX_NODES) return false;
        if (node.is(SyntaxKind.THROW_STATEMENT)) return true;
        if (node.is(SyntaxKind.TRY_STATEMENT)) {
            SyntaxNode handler = node.child("handler");
            if (handler != null && !HandlerScan.holds(handler, SyntaxKind.THROW_STATEMENT)) return false;
        }
        if (node.is(SyntaxKind.CALL_EXPRESSION)) {
            Callee callee = resolver.callee(at);
            Located declaration = callee.declaration();
            if (declaration == null || !Syntax.isFunction(declaration.node())) {
                if (refusesByName(callee)) return true;
            } else if (throwing(declaration, new HashSet<>(seen))) {
                return true;
            }
        }
        return node.children().stream().anyMatch(child -> throwingIn(at.at(child), seen));
    }

    /** {@code redirect("/login")} and {@code unauthorized()} of Next.js throw, as what verifies or asserts does. */
    private static boolean refusesByName(Callee callee) {
        String last = callee.last();
        if (last.equals("redirect") || StatusNames.ofName(last) != null) return true;
        var words = GuardWords.words(last);
        if (!words.isEmpty() && GuardWords.demanding(words.get(0))) return true;
        return GuardCalls.kind(callee) != null && !words.isEmpty() && !Refusals.question(words.get(0));
    }
}
