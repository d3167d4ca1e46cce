package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what runs before handlers from the expressions that name it. */
final class Middlewares {
    static final String INLINE = "(inline)";
    private static final int MAX_DEPTH = 8;
    private final FactSink sink;
    private final Resolver resolver;
    private final Bindings bindings;
    private final MiddlewareBodies bodies;
    private final MiddlewareArguments arguments;
    /** What an application of Fastify was given by name. */
    private final Map<String, Located> decorations = new HashMap<>();

    Middlewares(FactSink sink, Resolver resolver, Bindings bindings) {
        this.sink = sink;
        this.resolver = resolver;
        this.bindings = bindings;
        this.arguments = new MiddlewareArguments(resolver, bindings);
        this.bodies = new MiddlewareBodies(resolver, bindings, this);
    }

    MiddlewareBodies bodies() {
        return bodies;
    }

    MiddlewareArguments arguments() {
        return arguments;
    }

    /** {@code app.decorate('authenticate', function)}. */
    void decorate(String name, Located function) {
        decorations.putIfAbsent(name, function);
    }

    /** What a member of an application of Fastify was given; null when that is not known. */
    @Nullable
    Located decorated(Located member) {
        SyntaxNode property = Syntax.bare(member).node().child("property");
        return property == null ? null : decorations.get(property.text());
    }

    private Middleware member(Middleware middleware, Frame frame) {
        Located function = decorated(middleware.at());
        return function == null ? middleware : bodies.judged(middleware, function, frame);
    }

    /**
     * Whether a member goes by its name: of {@code this}, of a parameter, of an application or of another package. One
     * of an object of the repository that is not known may be anything.
     */
    private boolean injected(Located member) {
        Located object = Syntax.bare(member).child("object");
        if (object == null) return false;
        Located root = Syntax.bare(object);
        while (root.child("object") != null || root.child("function") != null) {
            Located next = root.child("object") == null ? root.child("function") : root.child("object");
            if (next == null) break;
            root = Syntax.bare(next);
        }
        if (root.node().is(SyntaxKind.THIS)) return true;
        Value value = resolver.value(root);
        return !(value instanceof Value.Struct) && !(value instanceof Value.Items) && !(value instanceof Value.Open);
    }

    List<Middleware> read(List<Located> expressions, Frame frame) {
        List<Middleware> found = new ArrayList<>();
        for (Located expression : expressions) read(expression, frame, found, 0);
        return found;
    }

    private void read(Located expression, Frame frame, List<Middleware> found, int depth) {
        if (depth > MAX_DEPTH) {
            unknown(expression, "nested too deeply", found);
            return;
        }
        Located bare = Syntax.bare(expression);
        switch (bare.node().kind()) {
            case SyntaxKind.ARROW_FUNCTION, SyntaxKind.FUNCTION_EXPRESSION -> found.add(bodies.inline(bare));
            case SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION -> call(bare, frame, found, depth);
            case SyntaxKind.TERNARY_EXPRESSION -> either(bare, frame, found, depth);
            case SyntaxKind.ARRAY -> items(resolver.value(bare), bare, frame, found, depth);
            case SyntaxKind.SPREAD_ELEMENT -> {
                Located inner = bare.at(bare.node().children().get(0));
                items(resolver.value(inner), inner, frame, found, depth);
            }
            default -> named(bare, frame, found, depth);
        }
    }

    private void items(Value value, Located at, Frame frame, List<Middleware> found, int depth) {
        if (!(value instanceof Value.Items items)) {
            unknown(at, "it is not known what the array holds", found);
            return;
        }
        for (Located item : items.items()) read(item, frame, found, depth + 1);
        if (!items.complete())
            sink.unresolved("middleware of a route", at, "not all of the array is known", RouteGuard.class);
    }

    private void either(Located ternary, Frame frame, List<Middleware> found, int depth) {
        Located condition = ternary.child("condition");
        String words = condition == null ? "a condition" : "`" + resolver.shown(condition) + "`";
        for (String field : List.of("consequence", "alternative")) {
            Located branch = ternary.child(field);
            if (branch == null) continue;
            List<Middleware> one = new ArrayList<>();
            read(branch, frame, one, depth + 1);
            String reason =
                    (field.equals("consequence") ? "it is only there when " : "it is only there when not ") + words;
            one.forEach(middleware -> found.add(middleware.under(reason)));
        }
    }

    private void named(Located name, Frame frame, List<Middleware> found, int depth) {
        Frame.Argument given = bindings.given(name, frame);
        if (given != null) {
            read(given.expression(), given.frame(), found, depth + 1);
            return;
        }
        Value value = resolver.value(name);
        String written = written(name);
        if (value instanceof Value.Items items) {
            items(items, name, frame, found, depth);
        } else if (value instanceof Value.Function function) {
            String own = Syntax.name(function.function().node());
            Middleware middleware = Middleware.of(own == null ? written : own, List.of(), name);
            found.add(bodies.judged(publicAware(middleware, function.function()), function.function(), frame));
        } else if (value instanceof Value.CallResult result) {
            found.add(result(written, result, name, frame));
        } else if (value instanceof Value.External external) {
            String exported = external.name().replaceFirst("^(default|\\*)(\\.|$)", "");
            found.add(Middleware.of(exported.isEmpty() ? written : exported, List.of(), name));
        } else if (value instanceof Value.Class declared) {
            String own = Syntax.name(declared.declaration().node());
            Middleware middleware = Middleware.of(own == null ? written : own, List.of(), name);
            found.add(bodies.ofClass(middleware, declared.declaration(), frame));
        } else if (value instanceof Value.Global || (name.node().is(SyntaxKind.MEMBER_EXPRESSION) && injected(name))) {
            found.add(member(Middleware.of(written, List.of(), name), frame));
        } else {
            String reason = value instanceof Value.Open open ? open.reason() : "it differs from call to call";
            unknown(name, reason, found);
        }
    }

    private void unknown(Located expression, String reason, List<Middleware> found) {
        sink.unresolved("middleware of a route", expression, reason, RouteGuard.class);
        String shown = resolver.shown(expression);
        found.add(new Middleware(shown, GuardWords.kind(shown), List.of(), expression, false, null, List.of(), false));
    }

    /** {@code const guard = requireScope('x')}: what it was made with says more than its name. */
    private Middleware result(String written, Value.CallResult result, Located name, Frame frame) {
        String reason = null;
        for (Located call : List.of(result.site(), result.call())) {
            Middleware made = of(call, frame);
            if (made.kind() != GuardKind.OTHER) {
                boolean harmless = GuardWords.harmless(written);
                return at(harmless ? made.under("`" + written + "` says it lets requests pass") : made, name);
            }
            if (GuardWords.harmless(made.name())) return at(made, name);
            if (reason == null) reason = made.condition();
        }
        Middleware middleware = Middleware.of(written, List.of(), name).under(reason);
        if (middleware.kind() != GuardKind.OTHER) return bodies.made(middleware, result.call(), frame);
        Middleware inner = inner(result.call(), frame);
        return inner == null ? middleware : at(inner, name);
    }

    private static Middleware at(Middleware middleware, Located at) {
        return new Middleware(
                middleware.name(),
                middleware.kind(),
                middleware.arguments(),
                at,
                middleware.resolved(),
                middleware.condition(),
                middleware.exempt(),
                middleware.exemptPublic());
    }

    private void call(Located call, Frame frame, List<Middleware> found, int depth) {
        Callee callee = resolver.callee(call);
        List<Located> given = resolver.arguments(call).items();
        String last = callee.last();
        if ("hono/combine".equals(callee.module())) {
            combined(last, given, frame, found, depth);
            return;
        }
        Located function = call.child("function");
        Located object = function == null ? null : function.child("object");
        if (last.equals("bind") && object != null) {
            read(object, frame, found, depth + 1);
            return;
        }
        if (last.equals("unless") && object != null) {
            List<Middleware> inner = new ArrayList<>();
            read(object, frame, inner, depth + 1);
            for (Middleware one : inner) found.add(arguments.unless(one, call));
            return;
        }
        Middleware middleware = of(call, frame);
        if (last.equals("auth") && !given.isEmpty() && resolver.value(given.get(0)) instanceof Value.Items steps)
            middleware = middleware.under(bodies.several(steps, given, frame));
        if (middleware.kind() == GuardKind.OTHER) {
            if (resolver.value(call) instanceof Value.CallResult result
                    && !result.call().equals(call)) {
                Middleware made = of(result.call(), frame);
                if (made.kind() != GuardKind.OTHER) middleware = at(made, call);
            }
            Middleware inner = inner(call, frame);
            if (middleware.kind() == GuardKind.OTHER && inner != null) middleware = inner;
        }
        found.add(middleware);
    }

    /** {@code wrap(requireAuth)} and {@code createMiddleware(async (c, next) => ..)}: what is wrapped counts. */
    private @Nullable Middleware inner(Located call, Frame frame) {
        for (Located one : resolver.arguments(call).items()) {
            Middleware inner = null;
            Located function = Syntax.function(one);
            if (function != null) inner = bodies.inline(function);
            else if (one.node().is(SyntaxKind.IDENTIFIER)) {
                Value value = resolver.value(one);
                boolean known = value instanceof Value.Function || value instanceof Value.External;
                if (known && GuardWords.kind(written(one)) != GuardKind.OTHER)
                    inner = read(List.of(one), frame).get(0);
            }
            if (function != null && (inner == null || inner.kind() == GuardKind.OTHER)) return null;
            if (inner == null || inner.kind() == GuardKind.OTHER) continue;
            return wrapped(inner, call, frame);
        }
        return null;
    }

    private Middleware wrapped(Middleware inner, Located call, Frame frame) {
        Callee callee = resolver.callee(call);
        String doubt = bodies.wrapper(call, inner.kind(), frame);
        if (doubt != null && callee.declaration() == null)
            sink.unresolved("middleware of a route", call, doubt, RouteGuard.class);
        return inner.under(doubt);
    }

    private void combined(String how, List<Located> given, Frame frame, List<Middleware> found, int depth) {
        List<Located> rest = how.equals("except") && !given.isEmpty() ? given.subList(1, given.size()) : given;
        List<Middleware> inner = new ArrayList<>();
        for (Located one : rest) read(one, frame, inner, depth + 1);
        for (Middleware middleware : inner) {
            switch (how) {
                case "every" -> found.add(middleware);
                case "some" -> found.add(inner.size() == 1 ? middleware : middleware.under("one of several is enough"));
                default -> found.add(arguments.except(given, middleware));
            }
        }
    }

    /** What a call that makes a middleware is called, and with what. */
    Middleware of(Located call, Frame frame) {
        Callee callee = resolver.callee(call);
        String name =
                callee.name().isEmpty() ? resolver.shown(call) : callee.name().replaceFirst("^this\\.", "");
        GuardKind kind = GuardWords.kind(callee.last());
        if (kind == GuardKind.OTHER) kind = GuardWords.kind(name);
        Middleware middleware =
                new Middleware(name, kind, arguments.texts(call, frame), call, true, null, List.of(), false);
        SyntaxNode given = call.node().child("arguments");
        if (given != null && PublicPaths.mentionedIn(given.text())) middleware = middleware.lettingPublic();
        if (callee.last().equals("unless")) return arguments.unless(middleware, call);
        if (arguments.lax(call)) middleware = middleware.under("it lets requests pass that do not meet it");
        Located declaration = callee.declaration();
        return bodies.made(declaration == null ? middleware : publicAware(middleware, declaration), call, frame);
    }

    private static Middleware publicAware(Middleware middleware, Located function) {
        String text = function.node().text();
        if (!PublicPaths.mentionedIn(text)) return middleware;
        return PublicPaths.askedOtherwise(text)
                ? middleware.under("it lets paths pass that are like one in `publicPaths`")
                : middleware.lettingPublic();
    }

    /** The name as declared; as written when that is not known. */
    private String written(Located name) {
        if (name.node().is(SyntaxKind.IDENTIFIER)) {
            Located declaration = resolver.declaration(name);
            SyntaxNode own = declaration == null ? null : declaration.node().child("name");
            if (own != null && own.is(SyntaxKind.IDENTIFIER)) return own.text();
        }
        return resolver.shown(name).replaceFirst("^this\\.", "");
    }
}
