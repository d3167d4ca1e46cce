package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;

/**
 * How a function that stands ahead of handlers lets a request past.
 *
 * @param names of the functions that it calls for that
 * @param handlers whether these are handlers, which are given the request; others are given nothing but an error
 */
record Doors(Way way, Set<String> names, boolean handlers) {
    /** What lets a request past. */
    enum Way {
        /** A call of a function that it is given. */
        CALL,
        /** Its end, unless it answered. */
        END,
        /** A value that is true. */
        TRUTH
    }

    private static final Set<String> REPLIES = Set.of("reply", "rep", "res", "response", "_reply", "_res", "_response");
    private static final Set<String> CONTEXTS = Set.of("c", "ctx", "context");

    Doors {
        names = Set.copyOf(names);
    }

    /** Of a function by what it takes: {@code (c, next)}, {@code (req, res, next)}, {@code (request, reply)}. */
    static Doors of(Located function, Resolver resolver) {
        List<Located> parameters = resolver.parameters(function);
        int size = parameters.size();
        if (size == 0) return new Doors(Way.END, Set.of(), false);
        String last = PassThrough.name(parameters.get(Math.min(size - 1, size == 4 ? 3 : 2)));
        if (size == 1) return new Doors(CONTEXTS.contains(last) ? Way.CALL : Way.END, Set.of(), false);
        if (size == 2 && REPLIES.contains(last)) return new Doors(Way.END, Set.of(), false);
        return new Doors(Way.CALL, Set.of(last), false);
    }

    /** Whether a call lets the request past, or hands an error on. */
    boolean opens(SyntaxNode call) {
        SyntaxNode function = call.is(SyntaxKind.CALL_EXPRESSION) ? call.child("function") : null;
        return function != null && function.is(SyntaxKind.IDENTIFIER) && names.contains(function.text());
    }

    /** Whether a call of one of the functions hands an error on; a text chooses a route. */
    boolean error(SyntaxNode call) {
        SyntaxNode given = call.child("arguments");
        if (handlers || given == null || given.children().isEmpty()) return false;
        SyntaxNode first = given.children().get(0);
        return !first.is(SyntaxKind.STRING) && !List.of("undefined", "null").contains(first.text());
    }

    /** Whether something else is called with the way on: {@code guard(c, next)}. */
    boolean given(SyntaxNode call) {
        SyntaxNode given = call.child("arguments");
        return given != null
                && given.children().stream()
                        .anyMatch(one -> one.is(SyntaxKind.IDENTIFIER) && names.contains(one.text()));
    }

    /** Whether a request may get past within a piece of the function. */
    boolean open(SyntaxNode node) {
        if (way != Way.CALL) return false;
        if (opens(node) && !error(node)) return true;
        if (node.is(SyntaxKind.CALL_EXPRESSION) && given(node)) return true;
        return node.children().stream().anyMatch(this::open);
    }
}
