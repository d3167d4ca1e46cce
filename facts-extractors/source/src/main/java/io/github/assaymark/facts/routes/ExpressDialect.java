package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Express: applications and routers. What is mounted stays open for registrations that are made later. */
final class ExpressDialect implements Dialect {
    private static final Set<String> METHODS = Set.of(
            "get",
            "post",
            "put",
            "patch",
            "delete",
            "options",
            "head",
            "all",
            "trace",
            "connect",
            "copy",
            "lock",
            "unlock",
            "mkcol",
            "move",
            "purge",
            "propfind",
            "proppatch",
            "report",
            "search",
            "merge",
            "notify",
            "subscribe",
            "unsubscribe",
            "link",
            "unlink",
            "checkout",
            "mkactivity",
            "m-search",
            "query",
            "acl");
    private static final Set<String> CHAINABLE = Set.of("param", "set", "enable", "disable", "engine");

    private final FactSink sink;
    private final Resolver resolver;
    private final Bindings bindings;
    private final Middlewares middlewares;
    private final Handlers handlers;
    private final LeadingArgument leading;
    private final PassThrough passing;

    ExpressDialect(FactSink sink, Resolver resolver, Bindings bindings, Middlewares middlewares, Handlers handlers) {
        this.sink = sink;
        this.resolver = resolver;
        this.bindings = bindings;
        this.middlewares = middlewares;
        this.handlers = handlers;
        this.leading = new LeadingArgument(resolver, bindings);
        this.passing = new PassThrough(resolver);
    }

    @Override
    public @Nullable App create(Located call, Callee callee, Frame frame) {
        if (required(call)) return new App(WebFramework.EXPRESS, call, frame.entry(), true);
        String module = callee.module();
        if (module == null || !callee.plain()) return null;
        boolean promise = module.equals("express-promise-router");
        if (!promise && !module.equals("express")) return null;
        boolean router = promise || callee.last().equals("Router");
        if (!router && callee.name().contains(".")) return null;
        if (!router && call.node().is(SyntaxKind.NEW_EXPRESSION)) return null;
        SyntaxNode options = call.node().child("arguments");
        if (options != null && options.text().matches("(?s).*\\bcaseSensitive\\s*:(?!\\s*false).*")) tellsCase(call);
        return new App(WebFramework.EXPRESS, call, frame.entry(), !router);
    }

    private void tellsCase(Located at) {
        sink.unresolved("paths of guards", at, "upper and lower case are told apart", RouteGuard.class);
    }

    /** {@code require("express")()}. */
    private static boolean required(Located call) {
        SyntaxNode function =
                call.node().is(SyntaxKind.CALL_EXPRESSION) ? call.node().child("function") : null;
        return function != null
                && function.is(SyntaxKind.CALL_EXPRESSION)
                && function.text().matches("require\\(\\s*[\"']express[\"']\\s*\\)");
    }

    @Override
    public @Nullable Bound call(Bound.AppRef ref, String method, Located call, Frame frame) {
        List<Located> given = Given.of(call, resolver).arguments();
        if (Given.of(call, resolver).known() == 0 && !Given.of(call, resolver).complete()) {
            boolean registers = METHODS.contains(method) || method.equals("use") || method.equals("route");
            if (registers) sink.unresolved("registration", call, "not all arguments are known", HonoDialect.ALL);
            return registers ? ref : null;
        }
        if (METHODS.contains(method)) {
            if (given.size() < 2 && Given.of(call, resolver).ended()) return null;
            for (String path : paths(given.get(0), frame))
                serve(ref, method, path, given.subList(1, given.size()), call, frame);
            return ref;
        }
        if (method.equals("use")) {
            use(ref, given, call, frame);
            return ref;
        }
        if (method.equals("route")) {
            List<String> paths = given.isEmpty() ? List.of() : paths(given.get(0), frame);
            return paths.size() == 1 ? new Bound.RouteChain(ref, paths.get(0)) : null;
        }
        boolean sets = method.equals("set") || method.equals("enable");
        if (sets
                && !given.isEmpty()
                && bindings.text(given.get(0), frame).orElse("").equals("case sensitive routing")) tellsCase(call);
        return CHAINABLE.contains(method) ? ref : null;
    }

    @Override
    public @Nullable Bound chain(Bound.RouteChain chain, String method, Located call, Frame frame) {
        if (!METHODS.contains(method)) return null;
        serve(chain.ref(), method, chain.path(), Given.of(call, resolver).arguments(), call, frame);
        return chain;
    }

    /** The constant paths of a registration; empty, and reported, when they are not known. */
    private List<String> paths(Located expression, Frame frame) {
        Optional<String> one = bindings.text(expression, frame);
        if (one.isPresent()) return List.of(one.get());
        List<String> texts = new ArrayList<>();
        if (resolver.value(expression) instanceof Value.Items items && items.complete()) {
            for (Located item : items.items()) bindings.text(item, frame).ifPresent(texts::add);
            if (texts.size() == items.items().size() && !texts.isEmpty()) return texts;
        }
        sink.unresolved("path of a route", expression, "it is no constant text", HonoDialect.ALL);
        return List.of();
    }

    private List<Located> flat(List<Located> given) {
        List<Located> flat = new ArrayList<>();
        for (Located one : given) {
            boolean array = Syntax.bare(one).node().is(SyntaxKind.ARRAY);
            if (array && resolver.value(one) instanceof Value.Items items && items.complete())
                flat.addAll(flat(items.items()));
            else flat.add(one);
        }
        return flat;
    }

    private void serve(Bound.AppRef ref, String method, String path, List<Located> given, Located call, Frame frame) {
        if (!Given.of(call, resolver).complete())
            sink.unresolved("handlers of a route", call, "not all arguments are known", HonoDialect.ALL);
        List<Located> chain = flat(given);
        if (!Given.of(call, resolver).ended()) {
            answer(ref, method.toUpperCase(Locale.ROOT), path, chain, null, call, frame);
            return;
        }
        if (chain.isEmpty()) return;
        String full = RoutePath.join(ref.prefix(), path);
        String upper = method.toUpperCase(Locale.ROOT);
        Located last = chain.get(chain.size() - 1);
        PassThrough.Way way = way(last, method, full, frame);
        List<Located> before = chain.subList(0, chain.size() - 1);
        if (way != PassThrough.Way.ANSWERS) {
            uses(ref, upper, full, before, call, frame);
            if (way == PassThrough.Way.EITHER) answer(ref, upper, path, List.of(), last, call, frame);
            uses(ref, upper, full, List.of(last), call, frame);
            return;
        }
        answer(ref, upper, path, before, last, call, frame);
    }

    private void uses(Bound.AppRef ref, String method, String full, List<Located> steps, Located call, Frame frame) {
        List<Middleware> read = middlewares.read(steps, frame);
        for (String path : RoutePath.optional(full)) {
            PathPattern pattern = new PathPattern(WebFramework.EXPRESS, path, false);
            for (Middleware one : read) ref.app().add(new Entry.Use(method, pattern, one, call, frame.conditions()));
        }
    }

    private void answer(
            Bound.AppRef ref,
            String upper,
            String path,
            List<Located> before,
            @Nullable Located last,
            Located call,
            Frame frame) {
        String full = RoutePath.join(ref.prefix(), path);
        List<Entry.Own> own = new ArrayList<>();
        for (Middleware one : middlewares.read(before, frame)) own.add(new Entry.Own(one, GuardVia.ARGUMENT));
        Handler handler = last == null ? Handler.NONE : handlers.read(last, frame);
        handler.wrappers().forEach(one -> own.add(new Entry.Own(one, GuardVia.ARGUMENT)));
        for (String one : RoutePath.optional(full)) {
            for (String variant : RoutePath.variants(one)) {
                ref.app()
                        .add(new Entry.Serve(
                                upper, variant, path, own, handler, Description.NONE, call, frame.conditions()));
            }
        }
    }

    /** What the last function of a registration does with a request. */
    private PassThrough.Way way(Located last, String method, String path, Frame frame) {
        boolean wide = method.equals("all") || path.contains("*");
        Located function = Syntax.function(last);
        if (function == null && resolver.value(last) instanceof Value.Function named) function = named.function();
        if (function != null) {
            String name = Syntax.name(function.node());
            boolean guard = name != null && GuardWords.kind(name) != GuardKind.OTHER;
            return wide || guard ? passing.of(function, 1, 2, false, true) : PassThrough.Way.ANSWERS;
        }
        if (!wide) return PassThrough.Way.ANSWERS;
        List<Middleware> read = middlewares.read(List.of(last), frame);
        return read.stream().anyMatch(one -> PassThrough.named(one.name()) == PassThrough.Way.PASSES)
                ? PassThrough.Way.PASSES
                : PassThrough.Way.ANSWERS;
    }

    private void use(Bound.AppRef ref, List<Located> given, Located call, Frame frame) {
        if (given.isEmpty()) return;
        List<String> paths = List.of("/");
        List<Located> rest = given;
        if (path(given.get(0), given.size() == 1, frame)) {
            paths = paths(given.get(0), frame).stream()
                    .flatMap(path -> RoutePath.optional(path).stream())
                    .toList();
            rest = given.subList(1, given.size());
        } else if (given.size() > 1 && leading.unclear(given.get(0), frame)) {
            sink.unresolved("path of a middleware", given.get(0), "it may be a path or a middleware", HonoDialect.ALL);
            return;
        }
        if (!Given.of(call, resolver).complete())
            sink.unresolved("middleware of a path", call, "not all arguments are known", HonoDialect.ALL);
        for (Located one : flat(rest)) {
            if (bindings.of(one, frame) instanceof Bound.AppRef child) {
                child.app().mount();
                for (String path : paths)
                    ref.app()
                            .add(new Entry.Mount(
                                    RoutePath.join(ref.prefix(), path),
                                    child.app(),
                                    App.MAX_ENTRIES,
                                    false,
                                    true,
                                    call,
                                    frame.conditions()));
                continue;
            }
            if (handlesErrors(one)) continue;
            if (mayBeRouter(one)) {
                sink.unresolved("mounted router", one, "it does not lead to a router", HonoDialect.ALL);
                continue;
            }
            for (Middleware middleware : middlewares.read(List.of(one), frame)) {
                for (String path : paths) {
                    PathPattern pattern =
                            new PathPattern(WebFramework.EXPRESS, RoutePath.join(ref.prefix(), path), true);
                    ref.app().add(new Entry.Use("ALL", pattern, middleware, call, frame.conditions()));
                }
            }
        }
    }

    /** Whether the first argument of {@code use} is a path, or several. */
    private boolean path(Located first, boolean alone, Frame frame) {
        if (bindings.text(first, frame).isPresent()) return true;
        Located bare = Syntax.bare(first);
        if (bindings.of(bare, frame) != null) return false;
        if (resolver.value(bare) instanceof Value.Items items)
            return !items.items().isEmpty()
                    && items.items().stream()
                            .allMatch(item -> bindings.text(item, frame).isPresent());
        boolean substituted = bindings.given(bare, frame) != null;
        return !alone && !substituted && Given.mayBePath(bare, resolver);
    }

    private boolean handlesErrors(Located one) {
        Located function = Syntax.function(one);
        if (function == null && resolver.value(one) instanceof Value.Function named) function = named.function();
        return function != null && resolver.parameters(function).size() == 4;
    }

    private boolean mayBeRouter(Located one) {
        String text = Syntax.bare(one).node().text();
        boolean named = text.length() < 80 && text.toLowerCase(Locale.ROOT).matches("[\\w.]*(router|routes)");
        return named && !(resolver.value(one) instanceof Value.Function);
    }

    /** A router that is mounted nowhere: what it serves, and where, is not known. */
    static void unmounted(App app, FactSink sink) {
        if (!app.entries().isEmpty())
            sink.unresolved("mount of a router", app.created(), "it is not seen to be mounted", HonoDialect.ALL);
    }
}
