package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns served routes into facts, module by module. Used by one thread. */
final class RouteFacts {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Program program;
    private final FactSink sink;
    private final @Nullable String sha;
    private final Resolver resolver;
    private final PublicPaths publicPaths;
    private final List<Placed> all = new ArrayList<>();
    private final Reach reach;

    /**
     * A route among the others.
     *
     * @param open whether it is marked or listed as public
     * @param listed whether all public paths are known
     */
    private record Placed(String key, int order, boolean open, boolean listed, Served served) {}

    RouteFacts(Program program, FactSink sink, PublicPaths publicPaths) {
        this.program = program;
        this.sink = sink;
        this.reach = new Reach(program, sink);
        this.sha = program.sha();
        this.resolver = program.resolver();
        this.publicPaths = publicPaths;
    }

    void add(Served served) {
        String key = sink.key(served.method() + " " + served.path());
        boolean open = served.marked() || publicPaths.list(served.path());
        all.add(new Placed(key, all.size() + 1, open, publicPaths.known(), served));
    }

    /**
     * Gives the facts of all routes that were added. Those of the routes that a module registers are given again as
     * long as these routes, what they meet on their way among it, stay what they are.
     *
     * @return the routes each function answers
     */
    Map<Located, List<String>> report() {
        if (!publicPaths.known()) unlisted();
        Map<Module, List<Placed>> byModule = new LinkedHashMap<>();
        for (Placed one : all)
            byModule.computeIfAbsent(one.served.at().module(), module -> new ArrayList<>())
                    .add(one);
        List<Map<Located, List<String>>> answered = sink.gathered(
                List.copyOf(byModule.keySet()), module -> byModule.getOrDefault(module, List.of()), module -> {
                    Map<Located, List<String>> routesOf = new LinkedHashMap<>();
                    for (Placed one : byModule.getOrDefault(module, List.of())) route(one, routesOf);
                    return routesOf;
                });
        Map<Located, List<String>> routesOf = new HashMap<>();
        for (Map<Located, List<String>> some : answered)
            some.forEach((function, routes) ->
                    routesOf.computeIfAbsent(function, f -> new ArrayList<>()).addAll(routes));
        return routesOf;
    }

    /** Tells once of each guard that lets public paths pass that they are not known. */
    private void unlisted() {
        Set<Located> told = new HashSet<>();
        for (Placed one : all) {
            for (Served.Met met : one.served.guards()) {
                boolean asks = met.middleware().exemptPublic() && met.miss() == null && !one.open;
                if (asks && told.add(met.middleware().at()))
                    sink.unresolved(
                            "public paths",
                            met.middleware().at(),
                            "no constant list of them is seen",
                            RouteGuard.class);
            }
        }
    }

    private void route(Placed placed, Map<Located, List<String>> routesOf) {
        Served served = placed.served;
        String key = placed.key;
        Provenance.File place = sink.place(served.at());
        Handler handler = served.handler();
        Located function = handler.function();
        sink.fact(new Route(
                key,
                sink.owner(),
                place,
                served.method(),
                served.path(),
                served.original(),
                served.framework(),
                served.description().operationId(),
                !SAFE.contains(served.method()),
                placed.open,
                served.description().typed(),
                served.description().described(),
                served.description().exampled(),
                handler.name(),
                function == null ? null : function.module().path(),
                function == null
                        ? null
                        : function.node().endLine() - function.node().line() + 1,
                served.conditional(),
                placed.order,
                served.at().module().path(),
                sha));
        reach.add(key, served.at(), function);
        List<Guard> guards = new ArrayList<>();
        List<Guard> missed = new ArrayList<>();
        for (Served.Met met : served.guards()) {
            Guard guard = guard(met, placed);
            (guard.miss == null || guard.conditional ? guards : missed).add(guard);
        }
        if (function != null) handler(key, function, guards, routesOf);
        guards.addAll(missed);
        int place1 = 0;
        for (Guard guard : guards) guard(key, guard, ++place1);
    }

    private record Guard(
            Middleware middleware,
            GuardVia via,
            Located at,
            boolean conditional,
            @Nullable String miss) {}

    private static Guard guard(Served.Met met, Placed placed) {
        String miss = met.miss();
        if (miss == null && placed.open && met.middleware().exemptPublic())
            miss = "it lets the paths listed in `publicPaths` pass";
        if (miss == null && met.middleware().exemptPublic() && !placed.listed)
            miss = "it lets the paths listed in `publicPaths` pass, and not all of these are known";
        return new Guard(met.middleware(), met.via(), met.registered(), met.conditional(), miss);
    }

    private void guard(String route, Guard guard, int place) {
        Middleware middleware = guard.middleware;
        sink.fact(new RouteGuard(
                sink.key(route + "<" + middleware.name()),
                sink.owner(),
                sink.place(guard.at),
                route,
                middleware.kind(),
                middleware.name(),
                middleware.arguments(),
                guard.via,
                place,
                guard.conditional,
                middleware.resolved() && asksForWhatIsKnown(guard),
                guard.miss == null,
                guard.miss,
                guard.at.module().path()));
    }

    /** Whether a guard that asks for a scope or role says which one. */
    private boolean asksForWhatIsKnown(Guard guard) {
        Middleware middleware = guard.middleware;
        if (middleware.kind() != GuardKind.SCOPE && middleware.kind() != GuardKind.ROLE) return true;
        Value.Items given = resolver.arguments(middleware.at());
        if (!given.complete()) return false;
        boolean inHandler = guard.via == GuardVia.HANDLER_CALL;
        return given.items().stream().allMatch(one -> known(one, middleware, inHandler));
    }

    private boolean known(Located argument, Middleware middleware, boolean inHandler) {
        Value value = resolver.value(argument);
        if (value instanceof Value.Items items)
            return items.complete() && items.items().stream().allMatch(one -> known(one, middleware, inHandler));
        // What a handler is given, the request above all, is no scope.
        if (value instanceof Value.Parameter && inHandler) return true;
        boolean open = value instanceof Value.Open
                || value instanceof Value.Environment
                || value instanceof Value.Parameter
                || value instanceof Value.External
                || value instanceof Value.Global
                || value instanceof Value.CallResult;
        // An argument that its call sites settle stands there as another text than it is written.
        return !open || !middleware.arguments().contains(resolver.shown(argument));
    }

    private void handler(String route, Located function, List<Guard> guards, Map<Located, List<String>> routesOf) {
        List<HandledCall> calls = new ArrayList<>(scan(function));
        routesOf.computeIfAbsent(function, f -> new ArrayList<>()).add(route);
        Located delegate = delegate(function);
        if (delegate != null) {
            calls.addAll(scan(delegate));
            routesOf.computeIfAbsent(delegate, f -> new ArrayList<>()).add(route);
        }
        int place = 0;
        for (HandledCall made : calls) {
            sink.fact(new HandlerCall(
                    sink.key(route + ">" + made.name()),
                    sink.owner(),
                    sink.place(made.call()),
                    route,
                    made.name(),
                    made.last(),
                    made.arguments(),
                    ++place,
                    made.conditional(),
                    made.call().module().path()));
            Middleware guard = made.guard();
            if (guard != null)
                guards.add(new Guard(guard, GuardVia.HANDLER_CALL, made.call(), made.miss() != null, made.miss()));
        }
    }

    private List<HandledCall> scan(Located function) {
        return program.answer(HandledCall.ALL, function);
    }

    /** The function of the repository that a handler does nothing but call; null when it does more. */
    private @Nullable Located delegate(Located function) {
        Located body = function.child("body");
        if (body == null) return null;
        SyntaxNode only = body.node();
        if (only.is(SyntaxKind.STATEMENT_BLOCK)) {
            if (only.children().size() != 1) return null;
            only = only.children().get(0);
            if (!only.is(SyntaxKind.RETURN_STATEMENT) && !only.is(SyntaxKind.EXPRESSION_STATEMENT)) return null;
            if (only.children().isEmpty()) return null;
            only = only.children().get(0);
        }
        Located call = Syntax.bare(body.at(only));
        if (!call.node().is(SyntaxKind.CALL_EXPRESSION)) return null;
        Located declaration = resolver.callee(call).declaration();
        if (declaration == null
                && resolver.value(call.at(call.node().children().get(0))) instanceof Value.Function named)
            declaration = named.function();
        return declaration != null && Syntax.isFunction(declaration.node()) && !declaration.equals(function)
                ? declaration
                : null;
    }
}
