package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.ErrorPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the places where requests end with an error. */
final class ErrorPaths {
    private final FactSink sink;
    private final Replies replies;
    private final @Nullable String sha;
    private final Map<Module, Map<Located, List<String>>> routesOf = new HashMap<>();

    ErrorPaths(Program program, FactSink sink, Map<Located, List<String>> routesOf) {
        this.sink = sink;
        this.replies = new Replies(program.resolver());
        this.sha = program.sha();
        routesOf.forEach((function, routes) -> this.routesOf
                .computeIfAbsent(function.module(), module -> new HashMap<>())
                .put(function, List.copyOf(routes)));
    }

    /** The routes of the functions of a module. */
    Map<Located, List<String>> routesOf(Module module) {
        return routesOf.getOrDefault(module, Map.of());
    }

    void read(Module module) {
        List<SyntaxNode> nodes = new ArrayList<>(module.nodes(SyntaxKind.CALL_EXPRESSION));
        nodes.addAll(module.nodes(SyntaxKind.NEW_EXPRESSION));
        nodes.addAll(module.nodes(SyntaxKind.THROW_STATEMENT));
        nodes.sort(java.util.Comparator.comparingInt(SyntaxNode::start).thenComparingInt(SyntaxNode::end));
        for (SyntaxNode node : nodes) {
            Located at = module.at(node);
            List<String> routes = routes(at);
            Replies.Failure failure =
                    node.is(SyntaxKind.THROW_STATEMENT) ? thrown(at, !routes.isEmpty()) : given(at, replies.reply(at));
            if (failure == null) continue;
            if (routes.isEmpty()) add(at, failure, null);
            for (String route : routes) add(at, failure, route);
        }
    }

    private Replies.@Nullable Failure thrown(Located statement, boolean inHandler) {
        if (statement.node().children().isEmpty()) return null;
        return replies.thrown(statement.at(statement.node().children().get(0)), inHandler);
    }

    /** {@code next(new NotFound())}, {@code return Boom.notFound()}. */
    private Replies.@Nullable Failure given(Located at, Replies.@Nullable Failure reply) {
        if (reply != null) return reply;
        SyntaxNode parent = at.node().parent();
        if (parent == null) return null;
        if (parent.is(SyntaxKind.RETURN_STATEMENT)) return replies.thrown(at, false);
        SyntaxNode call = parent.is(SyntaxKind.ARGUMENTS) ? parent.parent() : null;
        SyntaxNode function = call == null ? null : call.child("function");
        return function != null && function.text().equals("next") ? replies.thrown(at, true) : null;
    }

    private List<String> routes(Located at) {
        Map<Located, List<String>> own = routesOf(at.module());
        if (own.isEmpty()) return List.of();
        for (SyntaxNode up = at.node(); up != null; up = up.parent()) {
            List<String> routes = Syntax.isFunction(up) ? own.get(at.at(up)) : null;
            if (routes != null) return routes;
        }
        return List.of();
    }

    private void add(Located at, Replies.Failure failure, @Nullable String route) {
        String enclosing = Syntax.enclosing(at.node());
        String path = at.module().path();
        Integer status = failure.status();
        String what = status == null ? String.valueOf(failure.error()) : String.valueOf(status);
        sink.fact(new ErrorPath(
                sink.key(path + "#" + (enclosing == null ? "" : enclosing) + " " + what),
                sink.owner(),
                sink.place(at),
                route,
                status,
                failure.code(),
                failure.error(),
                failure.body().keys(),
                failure.body().known(),
                enclosing,
                path,
                sha));
    }
}
