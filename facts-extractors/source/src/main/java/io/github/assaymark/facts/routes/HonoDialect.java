package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.ErrorPath;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hono, with or without zod-openapi. */
final class HonoDialect implements Dialect {
    static final List<Class<? extends Fact>> ALL =
            List.of(Route.class, RouteGuard.class, HandlerCall.class, ErrorPath.class);

    private static final Set<String> CLASSES = Set.of("Hono", "OpenAPIHono", "HonoBase");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "options", "all");

    /** How many of the first arguments must be known. */
    private static final Map<String, Integer> PLACED = Map.of("on", 2, "use", 1, "route", 2, "openapi", 2);

    private final FactSink sink;
    private final Resolver resolver;
    private final Bindings bindings;
    private final Middlewares middlewares;
    private final LeadingArgument leading;
    private final HonoRoutes routes;

    HonoDialect(FactSink sink, Resolver resolver, Bindings bindings, Middlewares middlewares, Handlers handlers) {
        this.sink = sink;
        this.resolver = resolver;
        this.bindings = bindings;
        this.middlewares = middlewares;
        this.leading = new LeadingArgument(resolver, bindings);
        this.routes = new HonoRoutes(sink, resolver, bindings, middlewares, handlers);
    }

    @Override
    public @Nullable App create(Located call, Callee callee, Frame frame) {
        String module = callee.module();
        boolean fresh = call.node().is(SyntaxKind.NEW_EXPRESSION) && CLASSES.contains(callee.last());
        Located factory = callee.last().equals("createApp") ? factory(call) : null;
        if (factory == null && (!fresh || module == null || !hono(module))) return null;
        if (factory != null && sets(factory))
            sink.unresolved("application", call, "what `initApp` registers is not followed", ALL);
        return new App(WebFramework.HONO, call, frame.entry(), true);
    }

    static boolean hono(String module) {
        if (module.matches("https?://[^?]*[/@]hono(?:@[^/]*)?(?:/.*)?")) return true;
        String bare = module.replaceFirst("^(npm|jsr):", "").replaceFirst("^(@?[^@]+)@.*$", "$1");
        return bare.equals("hono")
                || bare.startsWith("hono/")
                || bare.startsWith("@hono/hono")
                || bare.equals("@hono/zod-openapi");
    }

    private static boolean sets(Located createFactory) {
        SyntaxNode given = createFactory.node().child("arguments");
        return given != null && given.text().contains("initApp");
    }

    /** The {@code createFactory(..)} behind {@code factory.createApp()}; null when it is something else. */
    private @Nullable Located factory(Located call) {
        Located function = call.child("function");
        Located object = function == null ? null : function.child("object");
        if (object == null || !(resolver.value(object) instanceof Value.CallResult result)) return null;
        String module = result.callee().module();
        return result.callee().last().equals("createFactory") && module != null && hono(module) ? result.call() : null;
    }

    @Override
    public @Nullable Bound call(Bound.AppRef ref, String method, Located call, Frame frame) {
        List<Located> given = Given.of(call, resolver).arguments();
        boolean registers = METHODS.contains(method) || PLACED.containsKey(method);
        Given all = Given.of(call, resolver);
        if (registers && !all.complete() && all.known() < PLACED.getOrDefault(method, 1)) {
            sink.unresolved("registration", call, "not all arguments are known", ALL);
            return ref;
        }
        if (METHODS.contains(method)) {
            routes.routes(ref, List.of(method.toUpperCase(Locale.ROOT)), null, given, call, frame);
            return ref;
        }
        switch (method) {
            case "on" -> on(ref, given, call, frame);
            case "use" -> use(ref, given, call, frame);
            case "route" -> mount(ref, given, call, frame);
            case "openapi" -> routes.openapi(ref, given, call, frame);
            case "doc", "doc31" -> routes.document(ref, given, call, frame);
            case "mount", "openapiRoutes" ->
                sink.unresolved("routes of a mounted application", call, "it is not known what it serves", ALL);
            case "basePath" -> {
                Optional<String> base = given.isEmpty() ? Optional.empty() : bindings.text(given.get(0), frame);
                if (base.isPresent()) return new Bound.AppRef(ref.app(), RoutePath.join(ref.prefix(), base.get()));
                sink.unresolved("base path of an application", call, "it is no constant text", ALL);
                return null;
            }
            case "onError", "notFound" -> {}
            default -> {
                return null;
            }
        }
        return ref;
    }

    private void on(Bound.AppRef ref, List<Located> given, Located call, Frame frame) {
        if (given.size() < 3 && Given.of(call, resolver).ended()) return;
        List<String> methods = routes.texts(given.get(0), frame);
        List<String> paths = routes.texts(given.get(1), frame);
        if (methods.isEmpty() || paths.isEmpty()) {
            sink.unresolved("method or path of a route", call, "it is no constant text", ALL);
            return;
        }
        List<String> upper =
                methods.stream().map(one -> one.toUpperCase(Locale.ROOT)).toList();
        for (String path : paths) routes.routes(ref, upper, path, given.subList(2, given.size()), call, frame);
    }

    private void use(Bound.AppRef ref, List<Located> given, Located call, Frame frame) {
        if (given.isEmpty()) return;
        Optional<String> first = bindings.text(given.get(0), frame);
        String path = first.orElse("*");
        List<Located> rest = first.isPresent() ? given.subList(1, given.size()) : given;
        boolean substituted = bindings.given(given.get(0), frame) != null;
        if (first.isEmpty() && given.size() > 1 && !substituted && Given.mayBePath(given.get(0), resolver)) {
            sink.unresolved("path of a middleware", given.get(0), "it is no constant text", RouteGuard.class);
            return;
        }
        if (given.size() > 1 && leading.unclear(given.get(0), frame)) {
            sink.unresolved("path of a middleware", given.get(0), "it may be a path or a middleware", ALL);
            return;
        }
        ref.app().lastPath(path);
        if (!Given.of(call, resolver).complete())
            sink.unresolved("middleware of a path", call, "not all arguments are known", RouteGuard.class);
        PathPattern pattern = new PathPattern(
                WebFramework.HONO, RoutePath.join(ref.prefix(), path), false, PathPattern.slashed(path));
        for (Middleware one : middlewares.read(rest, frame))
            ref.app().add(new Entry.Use("ALL", pattern, one, call, frame.conditions()));
    }

    private void mount(Bound.AppRef ref, List<Located> given, Located call, Frame frame) {
        if (given.size() < 2) return;
        Optional<String> prefix = bindings.text(given.get(0), frame);
        if (!(bindings.of(given.get(1), frame) instanceof Bound.AppRef child)) {
            sink.unresolved("mounted application", given.get(1), "it does not lead to an application", ALL);
            return;
        }
        child.app().mount();
        if (prefix.isEmpty()) {
            sink.unresolved("path of a mounted application", given.get(0), "it is no constant text", ALL);
            return;
        }
        ref.app()
                .add(new Entry.Mount(
                        RoutePath.join(ref.prefix(), prefix.get()),
                        child.app(),
                        child.app().entries().size(),
                        false,
                        true,
                        call,
                        frame.conditions()));
    }
}
