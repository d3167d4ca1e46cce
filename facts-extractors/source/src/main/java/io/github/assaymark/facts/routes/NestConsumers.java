package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What modules of NestJS put ahead of routes: {@code consumer.apply(..).exclude(..).forRoutes(..)}. */
final class NestConsumers {
    private static final Pattern EVERYTHING = Pattern.compile("/?(?:\\*\\w*|\\(\\.\\*\\)|\\{\\*\\w+})");
    private static final int MAX_CHAIN = 20;

    private final FactSink sink;
    private final Resolver resolver;
    private final Middlewares middlewares;
    private final List<Applied> applied = new ArrayList<>();

    /**
     * What is put ahead of routes.
     *
     * @param condition what must hold for it to be put there; null when it always is
     */
    private record Applied(
            List<Middleware> middleware,
            List<Covered> covered,
            List<Covered> excluded,
            @Nullable String condition,
            Located at) {}

    /**
     * Routes that are named.
     *
     * @param path without the global prefix; empty when a controller is named
     * @param controller the class; null when a path is named
     */
    private record Covered(
            String path, String method, @Nullable Located controller) {}

    NestConsumers(FactSink sink, Resolver resolver, Middlewares middlewares) {
        this.sink = sink;
        this.resolver = resolver;
        this.middlewares = middlewares;
    }

    /** Reads a call of {@code forRoutes}. */
    void read(Located call, @Nullable String condition) {
        List<Covered> covered = new ArrayList<>();
        List<Covered> excluded = new ArrayList<>();
        List<Middleware> middleware = new ArrayList<>();
        boolean known = named(call, covered);
        boolean found = false;
        Located at = receiver(call);
        for (int i = 0; i < MAX_CHAIN && at != null && at.node().is(SyntaxKind.CALL_EXPRESSION); i++) {
            String method = method(at);
            if (method.equals("exclude")) known &= named(at, excluded);
            if (method.equals("apply")) {
                Value.Items given = resolver.arguments(at);
                known &= given.complete();
                middleware.addAll(middlewares.read(given.items(), Frame.of(at.module())));
                found = true;
                break;
            }
            at = receiver(at);
        }
        if (!known || !found) {
            sink.unresolved("middleware of routes", call, "which routes it covers is not followed", RouteGuard.class);
            return;
        }
        applied.add(new Applied(middleware, covered, excluded, condition, call));
    }

    private static String method(Located call) {
        SyntaxNode function = call.node().child("function");
        SyntaxNode property = function == null ? null : function.child("property");
        return property == null ? "" : property.text();
    }

    private static @Nullable Located receiver(Located call) {
        Located function = call.child("function");
        Located object = function == null ? null : function.child("object");
        return object == null ? null : Syntax.bare(object);
    }

    /** The routes that the arguments of a call name; false when not all are known. */
    private boolean named(Located call, List<Covered> into) {
        Value.Items given = resolver.arguments(call);
        boolean known = given.complete();
        for (Located one : given.items()) {
            Covered covered = covered(one);
            if (covered == null) known = false;
            else into.add(covered);
        }
        return known;
    }

    private @Nullable Covered covered(Located one) {
        Optional<String> text = resolver.text(one);
        if (text.isPresent()) return new Covered(text.get(), "ALL", null);
        Value value = resolver.value(one);
        if (value instanceof Value.Class controller) return new Covered("", "ALL", controller.declaration());
        if (!(value instanceof Value.Struct struct) || !struct.complete()) return null;
        Located path = struct.get("path");
        Located method = struct.get("method");
        Optional<String> constant = path == null ? Optional.empty() : resolver.text(path);
        if (constant.isEmpty() || struct.get("version") != null) return null;
        String shown = method == null ? "ALL" : resolver.shown(method);
        return new Covered(
                constant.get(), shown.substring(shown.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT), null);
    }

    /** What runs ahead of a route of a controller, or nearly does; {@code path} is without the global prefix. */
    List<Served.Met> of(Located controller, String method, String path) {
        List<Served.Met> met = new ArrayList<>();
        for (Applied one : applied) {
            PathPattern.Reach reach = PathPattern.Reach.NONE;
            for (Covered covered : one.covered) {
                PathPattern.Reach of = reach(covered, controller, method, path);
                if (of == PathPattern.Reach.ALL || reach == PathPattern.Reach.NONE) reach = of;
            }
            boolean excepted = one.excluded.stream()
                    .anyMatch(covered -> reach(covered, controller, method, path) != PathPattern.Reach.NONE);
            for (Middleware middleware : one.middleware) {
                Middleware held = middleware.under(one.condition);
                if (reach == PathPattern.Reach.ALL && !excepted) met.add(Served.Met.of(held, GuardVia.USE, one.at));
                else if (reach != PathPattern.Reach.NONE && held.kind() != GuardKind.OTHER)
                    met.add(new Served.Met(
                            held,
                            GuardVia.USE,
                            one.at,
                            false,
                            excepted ? "`" + path + "` is excepted from it" : "it covers only some requests"));
            }
        }
        return met;
    }

    private static PathPattern.Reach reach(Covered covered, Located controller, String method, String path) {
        if (covered.controller != null)
            return covered.controller.equals(controller) ? PathPattern.Reach.ALL : PathPattern.Reach.NONE;
        boolean every = covered.method.equals("ALL");
        if (!every && !covered.method.equals(method))
            return method.equals("ALL") && reach(covered.path, path) != PathPattern.Reach.NONE
                    ? PathPattern.Reach.SOME
                    : PathPattern.Reach.NONE;
        return reach(covered.path, path);
    }

    private static PathPattern.Reach reach(String pattern, String path) {
        if (EVERYTHING.matcher(pattern).matches()) return PathPattern.Reach.ALL;
        String clean = RoutePath.clean(pattern);
        PathPattern.Reach exact = new PathPattern(WebFramework.EXPRESS, clean, false).reach(path);
        if (exact != PathPattern.Reach.NONE) return exact;
        // Whether what lies below a path is covered differs between the servers below NestJS.
        boolean below = new PathPattern(WebFramework.EXPRESS, clean, true).reach(path) != PathPattern.Reach.NONE;
        return below ? PathPattern.Reach.SOME : PathPattern.Reach.NONE;
    }
}
