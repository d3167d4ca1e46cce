package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Routes that are registered on applications of Hono. */
final class HonoRoutes {
    private final FactSink sink;
    private final Resolver resolver;
    private final Bindings bindings;
    private final Middlewares middlewares;
    private final Handlers handlers;
    private final RouteObjects objects;
    private final LeadingArgument leading;
    private final PassThrough passing;

    HonoRoutes(FactSink sink, Resolver resolver, Bindings bindings, Middlewares middlewares, Handlers handlers) {
        this.sink = sink;
        this.resolver = resolver;
        this.bindings = bindings;
        this.middlewares = middlewares;
        this.handlers = handlers;
        this.objects = new RouteObjects(resolver);
        this.leading = new LeadingArgument(resolver, bindings);
        this.passing = new PassThrough(resolver);
    }

    /** A constant text, or several; empty when not all are known. */
    List<String> texts(Located expression, Frame frame) {
        Optional<String> one = bindings.text(expression, frame);
        if (one.isPresent()) return List.of(one.get());
        if (!(resolver.value(expression) instanceof Value.Items items) || !items.complete()) return List.of();
        List<String> texts = new ArrayList<>();
        for (Located item : items.items()) {
            Optional<String> text = bindings.text(item, frame);
            if (text.isEmpty()) return List.of();
            texts.add(text.get());
        }
        return texts;
    }

    /** Routes of methods; the path that was named last where none is {@code known}. */
    void routes(
            Bound.AppRef ref,
            List<String> methods,
            @Nullable String known,
            List<Located> given,
            Located call,
            Frame frame) {
        String path = known;
        List<Located> rest = given;
        if (path == null && !given.isEmpty()) {
            Optional<String> first = bindings.text(given.get(0), frame);
            if (first.isPresent()) {
                path = first.get();
                rest = given.subList(1, given.size());
            } else if (!answers(given.get(0), frame) || (given.size() > 1 && leading.unclear(given.get(0), frame))) {
                sink.unresolved("path of a route", given.get(0), "it is no constant text", HonoDialect.ALL);
                return;
            }
        }
        if (path == null) path = ref.app().lastPath();
        else ref.app().lastPath(path);
        if (!Given.of(call, resolver).complete())
            sink.unresolved("handlers of a route", call, "not all arguments are known", HonoDialect.ALL);
        if (!Given.of(call, resolver).ended()) {
            List<Middleware> before = middlewares.read(rest, frame);
            answer(ref, methods, path, before, before, null, call, frame);
        } else if (!rest.isEmpty()) serve(ref, methods, path, rest, call, frame);
    }

    /** Whether an argument in the place of the path is a handler. */
    private boolean answers(Located argument, Frame frame) {
        Located bare = Syntax.bare(argument);
        Frame.Argument given = bindings.given(bare, frame);
        if (given != null) return answers(given.expression(), given.frame());
        Value value = resolver.value(bare);
        if (value instanceof Value.CallResult result)
            return result.callee().last().equals("createMiddleware")
                    || GuardWords.kind(result.callee().last()) != GuardKind.OTHER;
        return value instanceof Value.Function;
    }

    private void serve(
            Bound.AppRef ref, List<String> methods, String path, List<Located> rest, Located call, Frame frame) {
        Located last = rest.get(rest.size() - 1);
        List<Middleware> before = middlewares.read(rest.subList(0, rest.size() - 1), frame);
        String full = RoutePath.join(ref.prefix(), path);
        PassThrough.Way way = way(last, full, methods);
        if (way != PassThrough.Way.ANSWERS) {
            uses(ref, methods, full, before, call, frame);
            if (way == PassThrough.Way.EITHER) answer(ref, methods, path, List.of(), before, last, call, frame);
            uses(ref, methods, full, middlewares.read(List.of(last), frame), call, frame);
            return;
        }
        answer(ref, methods, path, before, before, last, call, frame);
    }

    private static void uses(
            Bound.AppRef ref, List<String> methods, String full, List<Middleware> all, Located call, Frame frame) {
        PathPattern pattern = new PathPattern(WebFramework.HONO, full, false);
        for (String method : methods) {
            for (Middleware one : all) ref.app().add(new Entry.Use(method, pattern, one, call, frame.conditions()));
        }
    }

    /** A route; {@code before} are the middlewares that are its own, {@code all} those that describe it. */
    private void answer(
            Bound.AppRef ref,
            List<String> methods,
            String path,
            List<Middleware> before,
            List<Middleware> all,
            @Nullable Located last,
            Located call,
            Frame frame) {
        String full = RoutePath.join(ref.prefix(), path);
        Handler handler = last == null ? Handler.NONE : handlers.read(last, frame);
        List<Entry.Own> own = new ArrayList<>();
        before.forEach(one -> own.add(new Entry.Own(one, GuardVia.ARGUMENT)));
        handler.wrappers().forEach(one -> own.add(new Entry.Own(one, GuardVia.ARGUMENT)));
        Description description = objects.described(all, resolver);
        for (String method : methods) {
            for (String variant : RoutePath.variants(full)) {
                ref.app()
                        .add(new Entry.Serve(
                                method, variant, path, own, handler, description, call, frame.conditions()));
            }
        }
    }

    /** What the last function of a registration does with a request. */
    private PassThrough.Way way(Located last, String path, List<String> methods) {
        Located bare = Syntax.bare(last);
        Value value = resolver.value(bare);
        Located function = Syntax.function(bare);
        boolean wild = path.contains("*");
        if (function == null && value instanceof Value.Function named) function = named.function();
        if (function == null && value instanceof Value.CallResult result) {
            String name = result.callee().last();
            if (name.equals("createMiddleware")) return PassThrough.Way.PASSES;
            return wild ? PassThrough.named(name) : PassThrough.Way.ANSWERS;
        }
        if (function == null)
            return wild && value instanceof Value.External external
                    ? PassThrough.named(external.name())
                    : PassThrough.Way.ANSWERS;
        return passing.of(function, 0, 1, true, wild || methods.contains("ALL"));
    }

    /** {@code app.openapi(route, handler)}. */
    void openapi(Bound.AppRef ref, List<Located> given, Located call, Frame frame) {
        if (given.size() < 2) {
            sink.unresolved("route", call, "it has no handler", HonoDialect.ALL);
            return;
        }
        Value.Struct route = objects.route(given.get(0));
        Located pathAt = route == null ? null : route.get("path");
        Located methodAt = route == null ? null : route.get("method");
        Optional<String> path = pathAt == null ? Optional.empty() : bindings.text(pathAt, frame);
        Optional<String> method = methodAt == null ? Optional.empty() : bindings.text(methodAt, frame);
        if (route == null || path.isEmpty() || method.isEmpty()) {
            sink.unresolved("method and path of a route", given.get(0), "they are no constant texts", HonoDialect.ALL);
            return;
        }
        if (!route.complete() && route.get("middleware") == null)
            sink.unresolved("middleware of a route", given.get(0), "not all of the route is known", RouteGuard.class);
        List<Entry.Own> own = new ArrayList<>();
        Located middleware = route.get("middleware");
        if (middleware != null)
            for (Middleware one : middlewares.read(List.of(middleware), frame))
                own.add(new Entry.Own(one, GuardVia.ROUTE_OBJECT));
        Handler handler = handlers.read(given.get(1), frame);
        handler.wrappers().forEach(one -> own.add(new Entry.Own(one, GuardVia.ARGUMENT)));
        String full = RoutePath.join(ref.prefix(), RoutePath.fromBraces(path.get()));
        ref.app()
                .add(new Entry.Serve(
                        method.get().toUpperCase(Locale.ROOT),
                        full,
                        path.get(),
                        own,
                        handler,
                        objects.description(route),
                        call,
                        frame.conditions()));
    }

    /** {@code app.doc('/openapi.json', ..)} serves the description. */
    void document(Bound.AppRef ref, List<Located> given, Located call, Frame frame) {
        if (given.isEmpty()) return;
        Optional<String> path = bindings.text(given.get(0), frame);
        if (path.isEmpty()) {
            sink.unresolved("path of a route", given.get(0), "it is no constant text", HonoDialect.ALL);
            return;
        }
        String full = RoutePath.join(ref.prefix(), path.get());
        ref.app()
                .add(new Entry.Serve(
                        "GET", full, path.get(), List.of(), Handler.NONE, Description.NONE, call, frame.conditions()));
    }
}
