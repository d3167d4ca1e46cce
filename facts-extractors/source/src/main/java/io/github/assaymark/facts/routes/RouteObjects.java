package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects that describe routes: those of {@code createRoute}, and the schemas of Fastify. */
final class RouteObjects {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_NODES = 4_000;

    private final Resolver resolver;

    RouteObjects(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The object in {@code createRoute(object)}, or the object itself; null when it is neither. */
    Value.@Nullable Struct route(Located expression) {
        Value value = resolver.value(expression);
        if (value instanceof Value.Struct struct) return struct;
        if (!(value instanceof Value.CallResult result)) return null;
        Callee callee = result.callee();
        List<Located> given = resolver.arguments(result.call()).items();
        if (!callee.last().equals("createRoute") || given.isEmpty()) return null;
        return resolver.value(given.get(0)) instanceof Value.Struct struct ? struct : null;
    }

    Description description(Value.Struct route) {
        Located id = route.get("operationId");
        String operationId = id == null ? null : resolver.text(id).orElse(null);
        boolean typed = route.get("responses") != null || route.get("request") != null;
        return new Description(operationId, typed, said(route, "summary") || said(route, "description"), shows(route));
    }

    private boolean said(Value.Struct struct, String key) {
        Located entry = struct.get(key);
        return entry != null && !resolver.text(entry).orElse("-").isBlank();
    }

    private boolean shows(Value.Struct route) {
        Budget budget = new Budget();
        for (String key : List.of("request", "responses", "response", "body", "querystring", "params")) {
            Located entry = route.get(key);
            if (entry != null && example(entry, budget, 0)) return true;
        }
        return false;
    }

    /** {@code describeRoute({..})} among the middleware of a route of plain Hono. */
    Description described(List<Middleware> before, Resolver of) {
        for (Middleware one : before) {
            if (!one.name().equals("describeRoute")) continue;
            List<Located> given = of.arguments(one.at()).items();
            if (!given.isEmpty() && of.value(given.get(0)) instanceof Value.Struct struct) return description(struct);
        }
        return Description.NONE;
    }

    private static final class Budget {
        private int nodes;
        private final Set<Located> seen = new HashSet<>();
    }

    /** Whether an example stands in an expression or in what its names stand for. */
    boolean example(Located at) {
        return example(at, new Budget(), 0);
    }

    private boolean example(Located at, Budget budget, int depth) {
        if (++budget.nodes > MAX_NODES) return false;
        SyntaxNode node = at.node();
        if (node.is(SyntaxKind.PAIR)) {
            SyntaxNode key = node.child("key");
            String name = key == null ? "" : Syntax.unquoted(key.text());
            if (name.equals("example") || name.equals("examples")) return true;
        }
        if ((node.is(SyntaxKind.IDENTIFIER) || node.is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER))
                && depth < MAX_DEPTH
                && followed(at, budget, depth)) return true;
        for (SyntaxNode child : node.children()) if (example(at.at(child), budget, depth)) return true;
        return false;
    }

    private boolean followed(Located name, Budget budget, int depth) {
        Located declaration = resolver.declaration(name);
        Located value = declaration == null ? null : declaration.child("value");
        if (declaration != null && Classes.is(declaration)) value = declaration;
        return value != null && budget.seen.add(value) && example(value, budget, depth + 1);
    }
}
