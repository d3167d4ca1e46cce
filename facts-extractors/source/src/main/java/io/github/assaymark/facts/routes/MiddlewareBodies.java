package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.GuardKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges middleware whose code is in the repository by that code. Used by one thread. */
final class MiddlewareBodies {
    /** What gives back a middleware that does what the function it is given does. */
    private static final Set<String> NEUTRAL = Set.of(
            "createmiddleware",
            "definemiddleware",
            "middleware",
            "asynchandler",
            "expressasynchandler",
            "asyncmiddleware",
            "wrapasync",
            "asyncwrap",
            "catchasync",
            "catcherrors",
            "handleerrors",
            "trycatch",
            "wrap",
            "fp",
            "auth",
            "default");

    private static final String NOTHING = "nothing in it is seen to stop a request";
    private static final int MAX_DEPTH = 6;

    private final Resolver resolver;
    private final Bindings bindings;
    private final Middlewares middlewares;
    private final NestMetadata metadata;
    private final Set<Located> running = new HashSet<>();

    MiddlewareBodies(Resolver resolver, Bindings bindings, Middlewares middlewares) {
        this.resolver = resolver;
        this.bindings = bindings;
        this.middlewares = middlewares;
        this.metadata = new NestMetadata(resolver);
    }

    /** What goes by the name of a function, as far as the function does what its name says. */
    Middleware judged(Middleware named, Located function, Frame frame) {
        if (named.kind() == GuardKind.OTHER || named.condition() != null) return named;
        return named.under(doubt(function, named.kind(), frame));
    }

    /** What goes by the name of a class: a guard or middleware of NestJS. */
    Middleware ofClass(Middleware named, Located declaration, Frame frame) {
        if (named.kind() == GuardKind.OTHER || named.condition() != null) return named;
        return named.under(classDoubt(declaration, named.kind(), frame));
    }

    private @Nullable String classDoubt(Located declaration, GuardKind kind, Frame frame) {
        Located use = Classes.method(declaration, "use", resolver);
        if (use != null) return doubt(use, kind, frame);
        Located asked = Classes.method(declaration, "canActivate", resolver);
        if (asked == null || kind == GuardKind.AUDIT || kind == GuardKind.IDEMPOTENCY) return null;
        Doors doors = new Doors(Doors.Way.TRUTH, Set.of(), false);
        return Passage.doubt(asked, doors, kind, called -> handed(called, kind, frame), metadata::decides, resolver);
    }

    /** What a call gives that goes by a name, as far as the function that is called is in the repository. */
    Middleware made(Middleware named, Located call, Frame frame) {
        if (named.kind() == GuardKind.OTHER || named.condition() != null) return named;
        Located declaration = resolver.callee(call).declaration();
        if (declaration == null) {
            for (Located one : resolver.arguments(call).items()) {
                Located function = Syntax.function(one);
                if (function != null && neutral(call)) return judged(named, function, frame);
            }
            return named;
        }
        if (Classes.is(declaration)) return ofClass(named, declaration, frame);
        return named.under(madeDoubt(call, declaration, named.kind(), frame));
    }

    private boolean neutral(Located call) {
        String last = resolver.callee(call).last();
        return NEUTRAL.contains(last.toLowerCase(java.util.Locale.ROOT));
    }

    /** Why what a call makes of a guard may not be one, in words; null when nothing speaks against it. */
    @Nullable
    String wrapper(Located call, GuardKind kind, Frame frame) {
        Callee callee = resolver.callee(call);
        Located declaration = callee.declaration();
        if (declaration != null && Syntax.isFunction(declaration.node()))
            return madeDoubt(call, declaration, kind, frame);
        return neutral(call) ? null : "it is not known what `" + callee.name() + "` does with it";
    }

    private @Nullable String madeDoubt(Located call, Located declaration, GuardKind kind, Frame frame) {
        if (running.size() > MAX_DEPTH || !running.add(declaration)) return "it is made by what it makes";
        try {
            Frame inner = frame.call(declaration, resolver.arguments(call).items(), null);
            List<Located> given = new ArrayList<>();
            Located body = declaration.child("body");
            if (body == null) return null;
            if (body.node().is(SyntaxKind.STATEMENT_BLOCK)) returns(body, given);
            else given.add(body);
            if (given.isEmpty()) return NOTHING;
            for (Located one : given) {
                String doubt = valueDoubt(one, kind, inner);
                if (doubt != null) return doubt;
            }
            return null;
        } finally {
            running.remove(declaration);
        }
    }

    private static void returns(Located at, List<Located> given) {
        if (Syntax.isFunction(at.node())) return;
        if (at.node().is(SyntaxKind.RETURN_STATEMENT) && !at.node().children().isEmpty())
            given.add(at.at(at.node().children().get(0)));
        for (SyntaxNode child : at.node().children()) returns(at.at(child), given);
    }

    private @Nullable String valueDoubt(Located value, GuardKind kind, Frame frame) {
        Located bare = Syntax.bare(value);
        if (Syntax.isFunction(bare.node())) return doubt(bare, kind, frame);
        if (bare.node().is(SyntaxKind.CALL_EXPRESSION)) {
            for (Located one : resolver.arguments(bare).items()) {
                Located function = Syntax.function(one);
                if (function != null && neutral(bare)) return doubt(function, kind, frame);
            }
        }
        if (bare.node().is(SyntaxKind.CALL_EXPRESSION)
                && resolver.callee(bare).last().equals("mixin")
                && !resolver.arguments(bare).items().isEmpty())
            return valueDoubt(resolver.arguments(bare).items().get(0), kind, frame);
        if (resolver.value(bare) instanceof Value.Class made) return classDoubt(made.declaration(), kind, frame);
        if (bare.node().is(SyntaxKind.ARRAY)) {
            String first = null;
            for (SyntaxNode item : bare.node().children()) {
                String doubt = valueDoubt(bare.at(item), kind, frame);
                if (doubt == null) return null;
                if (first == null) first = doubt;
            }
            return first;
        }
        if (bindings.given(bare, frame) == null && resolver.value(bare) instanceof Value.Function named)
            return doubt(named.function(), kind, frame);
        return stepDoubt(bare, frame);
    }

    /** Why requests may get past a function, in words; null when all meet a demand. */
    private @Nullable String doubt(Located function, GuardKind kind, Frame frame) {
        if (running.size() > MAX_DEPTH || !running.add(function)) return "it calls itself";
        try {
            Doors doors = Doors.of(function, resolver);
            return doubt(function, doors, kind, frame);
        } finally {
            running.remove(function);
        }
    }

    private @Nullable String doubt(Located function, Doors doors, GuardKind kind, Frame frame) {
        if (kind == GuardKind.AUDIT || kind == GuardKind.IDEMPOTENCY) {
            boolean idle = HandlerScan.of(function, resolver).stream()
                    .allMatch(made -> doors.opens(made.call().node()));
            return idle ? "nothing is called in it" : null;
        }
        return Passage.doubt(function, doors, kind, called -> handed(called, kind, frame), held -> false, resolver);
    }

    /** What is called with the way on. */
    private @Nullable String handed(Located called, GuardKind kind, Frame frame) {
        Located bare = Syntax.bare(called);
        Located decorated = middlewares.decorated(bare);
        if (decorated != null) return doubt(decorated, kind, frame);
        if (bindings.given(bare, frame) == null && resolver.value(bare) instanceof Value.Function named)
            return doubt(named.function(), kind, frame);
        return stepDoubt(bare, frame);
    }

    /** Why requests get past {@code app.auth([..])} of Fastify: one step is enough, unless all are asked for. */
    @Nullable
    String several(Value.Items steps, List<Located> given, Frame frame) {
        boolean all =
                given.size() > 1 && given.get(1).node().text().matches("(?s).*\\brelation\\s*:\\s*[\"']and[\"'].*");
        if (steps.complete() && steps.items().isEmpty()) return "it has no steps";
        String first = steps.complete() ? null : "not all of its steps are known";
        for (Located step : steps.items()) {
            String doubt = handed(step, GuardKind.AUTHENTICATION, frame);
            if (all && doubt == null) return null;
            if (first == null) first = doubt;
        }
        return first;
    }

    private @Nullable String stepDoubt(Located step, Frame frame) {
        String first = null;
        for (Middleware one : middlewares.read(List.of(step), frame)) {
            boolean demands = one.kind() != GuardKind.OTHER && one.kind() != GuardKind.AUDIT;
            if (demands && one.resolved() && one.condition() == null) return null;
            if (first == null) first = demands ? one.condition() : null;
        }
        return first == null ? "`" + resolver.shown(step) + "` is not seen to stop a request" : first;
    }

    /** Why a function around a handler lets requests reach it without a demand; null when all meet one. */
    @Nullable
    String around(Located call, Located handler, GuardKind kind, Frame frame) {
        Located declaration = resolver.callee(call).declaration();
        if (declaration == null || !Syntax.isFunction(declaration.node())) return null;
        int index = resolver.arguments(call).items().indexOf(handler);
        List<Located> parameters = resolver.parameters(declaration);
        if (index < 0 || index >= parameters.size()) return null;
        String name = PassThrough.name(parameters.get(index));
        Located body = declaration.child("body");
        if (body == null) return null;
        List<Located> given = new ArrayList<>();
        if (body.node().is(SyntaxKind.STATEMENT_BLOCK)) returns(body, given);
        else given.add(body);
        Frame inner = frame.call(declaration, resolver.arguments(call).items(), null);
        Doors doors = new Doors(Doors.Way.CALL, Set.of(name), true);
        for (Located one : given) {
            Located function = Syntax.function(one);
            if (function == null && resolver.value(one) instanceof Value.Function named) function = named.function();
            if (function == null) {
                if (Syntax.bare(one).node().text().equals(name)) return "it may give the handler back as it is";
                continue;
            }
            String doubt = doubt(function, doors, kind, inner);
            if (doubt != null) return doubt;
        }
        return null;
    }

    /** A function written in place is what it calls, when that is a guard. */
    Middleware inline(Located function) {
        List<Located> parameters = resolver.parameters(function);
        String next = parameters.size() < 2 ? "" : PassThrough.name(parameters.get(Math.min(parameters.size() - 1, 2)));
        boolean passed = false;
        for (HandlerScan.Made made : HandlerScan.of(function, resolver)) {
            Callee callee = resolver.callee(made.call());
            SyntaxNode called = made.call().node().child("function");
            if (called != null
                    && called.is(SyntaxKind.IDENTIFIER)
                    && called.text().equals(next)) {
                if (made.conditions().isEmpty()) break;
                passed |= !returned(made.call());
            }
            GuardKind kind = GuardCalls.kind(callee);
            if (kind == null) continue;
            String name = callee.name().replaceFirst("^this\\.", "");
            List<String> texts = new ArrayList<>();
            for (Located one : resolver.arguments(made.call()).items()) {
                if (!ownParameter(one, function)) texts.add(resolver.shown(one));
            }
            Middleware middleware = new Middleware(name, kind, texts, made.call(), true, null, List.of(), false);
            if (!made.conditions().isEmpty()) {
                boolean onlyPublic = made.conditions().stream().allMatch(PublicPaths::decides);
                return onlyPublic ? middleware.lettingPublic() : middleware.under("it only runs " + made.condition());
            }
            String doubt = doubt(function, kind, Frame.of(function.module()));
            return passed && doubt != null
                    ? middleware.under("requests may pass before it runs")
                    : middleware.under(doubt);
        }
        return Middleware.of(Middlewares.INLINE, List.of(), function);
    }

    /** Whether nothing runs after a call: {@code return next()}, with or without await. */
    private static boolean returned(Located call) {
        SyntaxNode up = call.node().parent();
        while (up != null && up.is(SyntaxKind.AWAIT_EXPRESSION)) up = up.parent();
        return up != null && up.is(SyntaxKind.RETURN_STATEMENT);
    }

    private boolean ownParameter(Located argument, Located function) {
        return resolver.value(argument) instanceof Value.Parameter parameter
                && parameter.function().equals(function);
    }
}
