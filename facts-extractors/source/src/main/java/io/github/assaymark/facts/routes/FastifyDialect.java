package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fastify: plugins, hooks and routes. */
final class FastifyDialect implements Dialect {
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "patch", "delete", "options", "head", "all");
    /** Hooks that run before a handler, in this order. */
    private static final List<String> HOOKS = List.of("onRequest", "preParsing", "preValidation", "preHandler");

    private static final Set<String> SAME = Set.of(
            "withTypeProvider",
            "setErrorHandler",
            "setNotFoundHandler",
            "setValidatorCompiler",
            "setSerializerCompiler",
            "decorate",
            "decorateRequest",
            "decorateReply",
            "addSchema",
            "addContentTypeParser");

    private final Replay replay;
    private final FactSink sink;
    private final Resolver resolver;
    private final Bindings bindings;
    private final Middlewares middlewares;
    private final Handlers handlers;
    private final RouteObjects objects;
    private final FastifyPlugins plugins;

    FastifyDialect(Replay replay, FactSink sink, Program program, Middlewares middlewares, Handlers handlers) {
        Resolver resolver = program.resolver();
        this.plugins = new FastifyPlugins(replay, sink, program);
        this.replay = replay;
        this.sink = sink;
        this.resolver = resolver;
        this.bindings = replay.bindings();
        this.middlewares = middlewares;
        this.handlers = handlers;
        this.objects = new RouteObjects(resolver);
    }

    @Override
    public @Nullable App create(Located call, Callee callee, Frame frame) {
        if (!"fastify".equals(callee.module()) || !callee.plain()) return null;
        boolean makes = !callee.name().contains(".") || callee.last().equals("fastify");
        return makes ? new App(WebFramework.FASTIFY, call, frame.entry(), true) : null;
    }

    @Override
    public @Nullable Bound call(Bound.AppRef ref, String method, Located call, Frame frame) {
        List<Located> given = resolver.arguments(call).items();
        boolean registers = METHODS.contains(method) || method.equals("route") || method.equals("register");
        if (registers && !resolver.arguments(call).complete()) {
            sink.unresolved("registration", call, "not all arguments are known", HonoDialect.ALL);
            return ref;
        }
        if (METHODS.contains(method)) {
            shorthand(ref, method, given, call, frame);
            return ref;
        }
        switch (method) {
            case "route" -> full(ref, given, call, frame);
            case "addHook" -> hook(ref, given, call, frame);
            case "register" -> plugins.register(ref, given, call, frame);
            case "after", "ready" -> after(ref, given, call, frame);
            case "decorate" -> decorate(given, frame);
            default -> {
                return SAME.contains(method) ? ref : null;
            }
        }
        return ref;
    }

    private void decorate(List<Located> given, Frame frame) {
        Optional<String> name = given.size() < 2 ? Optional.empty() : bindings.text(given.get(0), frame);
        Located function = given.size() < 2 ? null : Syntax.function(given.get(1));
        if (function == null && given.size() > 1 && resolver.value(given.get(1)) instanceof Value.Function named)
            function = named.function();
        if (name.isPresent() && function != null) middlewares.decorate(name.get(), function);
    }

    /** What is registered in a function that runs when the plugins before it are loaded; or the wait for them. */
    private void after(Bound.AppRef ref, List<Located> given, Located call, Frame frame) {
        boolean awaited = FastifyPlugins.awaited(call);
        App loaded = new App(WebFramework.FASTIFY, call, frame.entry(), false);
        loaded.mount();
        int before = ref.app().entries().size();
        if (!given.isEmpty()) afterwards(given, call, frame);
        ref.app().move(before, loaded);
        if (awaited || !loaded.entries().isEmpty())
            ref.app().add(new Entry.Mount("/", loaded, App.MAX_ENTRIES, false, awaited, call, frame.conditions()));
    }

    private void afterwards(List<Located> given, Located call, Frame frame) {
        Located callback = Syntax.function(given.get(0));
        if (callback == null && resolver.value(given.get(0)) instanceof Value.Function named)
            callback = named.function();
        if (callback == null)
            sink.unresolved("registrations on an application", call, "it does not lead to a function", HonoDialect.ALL);
        else replay.follow(callback, List.of(), frame.self(), frame);
    }

    private void shorthand(Bound.AppRef ref, String method, List<Located> given, Located call, Frame frame) {
        if (given.size() < 2) return;
        Optional<String> path = bindings.text(given.get(0), frame);
        if (path.isEmpty()) {
            sink.unresolved("path of a route", given.get(0), "it is no constant text", HonoDialect.ALL);
            return;
        }
        Value.Struct options = null;
        if (resolver.value(given.get(1)) instanceof Value.Struct struct) options = struct;
        Located handler = given.size() > 2 ? given.get(2) : options == null ? given.get(1) : options.get("handler");
        if (given.size() > 2 && options == null) unknownOptions(given.get(1));
        serve(ref, List.of(method.toUpperCase(Locale.ROOT)), path.get(), options, handler, call, frame);
    }

    private void unknownOptions(Located options) {
        sink.unresolved("options of a route", options, "they are no constant object", RouteGuard.class);
    }

    private void full(Bound.AppRef ref, List<Located> given, Located call, Frame frame) {
        if (given.isEmpty()) return;
        if (!(resolver.value(given.get(0)) instanceof Value.Struct route)) {
            sink.unresolved("route", given.get(0), "it is no constant object", HonoDialect.ALL);
            return;
        }
        Located urlAt = route.get("url") == null ? route.get("path") : route.get("url");
        Located methodAt = route.get("method");
        Optional<String> path = urlAt == null ? Optional.empty() : bindings.text(urlAt, frame);
        List<String> methods = methodAt == null ? List.of() : methods(methodAt, frame);
        if (path.isEmpty() || methods.isEmpty()) {
            sink.unresolved("method and path of a route", given.get(0), "they are no constant texts", HonoDialect.ALL);
            return;
        }
        serve(ref, methods, path.get(), route, route.get("handler"), call, frame);
    }

    private List<String> methods(Located expression, Frame frame) {
        List<Located> each = resolver.value(expression) instanceof Value.Items items && items.complete()
                ? items.items()
                : List.of(expression);
        List<String> methods = new ArrayList<>();
        for (Located one : each)
            bindings.text(one, frame).ifPresent(text -> methods.add(text.toUpperCase(Locale.ROOT)));
        return methods.size() == each.size() ? methods : List.of();
    }

    private void serve(
            Bound.AppRef ref,
            List<String> methods,
            String path,
            Value.@Nullable Struct options,
            @Nullable Located handlerAt,
            Located call,
            Frame frame) {
        List<Entry.Own> own = new ArrayList<>();
        if (options != null) options(options, call, own, frame);
        Handler handler = handlerAt == null ? Handler.NONE : handlers.read(handlerAt, frame);
        handler.wrappers().forEach(one -> own.add(new Entry.Own(one, GuardVia.ARGUMENT)));
        Located schemaAt = options == null ? null : options.get("schema");
        Description description = Description.NONE;
        if (schemaAt != null) {
            description = resolver.value(schemaAt) instanceof Value.Struct schema
                    ? typed(objects.description(schema))
                    : new Description(null, true, false, objects.example(schemaAt));
        }
        String full = RoutePath.join(ref.prefix(), path);
        for (String method : methods) {
            for (String variant : RoutePath.variants(full)) {
                ref.app()
                        .add(new Entry.Serve(
                                method, variant, path, own, handler, description, call, frame.conditions()));
            }
        }
    }

    private static Description typed(Description description) {
        return new Description(description.operationId(), true, description.described(), description.exampled());
    }

    private void options(Value.Struct options, Located call, List<Entry.Own> own, Frame frame) {
        for (String hook : HOOKS) {
            Located given = options.get(hook);
            if (given == null) continue;
            for (Middleware one : middlewares.read(List.of(given), frame))
                own.add(new Entry.Own(local(one, frame), GuardVia.ROUTE_OBJECT));
        }
        Located config = options.get("config");
        if (config != null && resolver.value(config) instanceof Value.Struct struct) {
            Located limit = struct.get("rateLimit");
            if (limit == null && !struct.complete()) unknownOptions(config);
            if (limit != null)
                own.add(new Entry.Own(
                        Middleware.of("rateLimit", List.of(resolver.shown(limit)), limit), GuardVia.ROUTE_OBJECT));
        } else if (config != null) unknownOptions(config);
        if (!options.complete()) unknownOptions(call);
    }

    /** {@code fastify.authenticate} is a decoration: it goes by the name it was given. */
    private Middleware local(Middleware middleware, Frame frame) {
        Located bare = Syntax.bare(middleware.at());
        Located function = bare.child("function");
        Located member = function == null ? bare : function;
        Located object = member.child("object");
        SyntaxNode property = member.node().child("property");
        if (object == null || property == null || !(bindings.of(object, frame) instanceof Bound.AppRef))
            return middleware;
        return new Middleware(
                property.text(),
                middleware.kind(),
                middleware.arguments(),
                middleware.at(),
                middleware.resolved(),
                middleware.condition(),
                middleware.exempt(),
                middleware.exemptPublic());
    }

    private void hook(Bound.AppRef ref, List<Located> given, Located call, Frame frame) {
        if (given.size() < 2) return;
        Optional<String> name = bindings.text(given.get(0), frame);
        if (name.isEmpty()) {
            sink.unresolved("name of a hook", given.get(0), "it is no constant text", RouteGuard.class);
            return;
        }
        if (name.get().equals("onRoute"))
            sink.unresolved("hooks of routes", call, "what it changes of them is not followed", RouteGuard.class);
        if (!HOOKS.contains(name.get())) return;
        PathPattern everything = new PathPattern(WebFramework.FASTIFY, "/", true);
        for (Middleware one : middlewares.read(List.of(given.get(1)), frame))
            ref.app().add(new Entry.Use("ALL", everything, local(one, frame), call, frame.conditions()));
    }

    /** Whether a route says that it is not limited. */
    static boolean unlimited(Entry.Serve route) {
        return route.own().stream()
                .map(Entry.Own::middleware)
                .anyMatch(one -> asked(one) && Syntax.bare(one.at()).node().is(SyntaxKind.FALSE));
    }

    /** Whether it is what {@code config: { rateLimit: .. }} of a route asks for. */
    static boolean asked(Middleware middleware) {
        SyntaxNode pair = middleware.at().node().parent();
        SyntaxNode key = pair == null || !pair.is(SyntaxKind.PAIR) ? null : pair.child("key");
        return key != null && Syntax.unquoted(key.text()).equals("rateLimit");
    }
}
