package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells whether the first of several arguments of a registration may as well be a path as a function. */
final class LeadingArgument {
    private static final int MAX_DEPTH = 8;
    /** Packages that are known to give middleware. */
    private static final Set<String> GIVERS = Set.of(
            "express",
            "cors",
            "helmet",
            "morgan",
            "compression",
            "cookie-parser",
            "body-parser",
            "cookie-session",
            "express-session",
            "express-rate-limit",
            "express-jwt",
            "passport",
            "multer",
            "pino-http");

    private static final Set<String> STEPS = Set.of("middleware", "limiter", "logger", "authenticator");
    private static final Set<String> PLACES =
            Set.of("path", "paths", "prefix", "base", "url", "uri", "route", "routes", "mount", "pattern", "root");

    private final Resolver resolver;
    private final Bindings bindings;

    LeadingArgument(Resolver resolver, Bindings bindings) {
        this.resolver = resolver;
        this.bindings = bindings;
    }

    /** Whether it is not known what the argument is; a constant path, a function and an application are known. */
    boolean unclear(Located first, Frame frame) {
        return bindings.text(first, frame).isEmpty() && unclear(first, frame, 0);
    }

    private boolean unclear(Located expression, Frame frame, int depth) {
        if (depth > MAX_DEPTH) return true;
        Located bare = Syntax.bare(expression);
        if (Syntax.function(bare) != null || bindings.of(bare, frame) != null) return false;
        Frame.Argument given = bindings.given(bare, frame);
        if (given != null) return unclear(given.expression(), given.frame(), depth + 1);
        if (bare.node().is(SyntaxKind.TERNARY_EXPRESSION)) {
            Located then = bare.child("consequence");
            Located otherwise = bare.child("alternative");
            return then == null
                    || otherwise == null
                    || unclear(then, frame, depth + 1)
                    || unclear(otherwise, frame, depth + 1);
        }
        Value value = resolver.value(bare);
        if (value instanceof Value.CallResult result) return made(result, frame, depth);
        if (value instanceof Value.External external)
            return !giver(external.module())
                    && !step(external.name(), bare.node().text());
        boolean open = value instanceof Value.Open
                || value instanceof Value.Global
                || value instanceof Value.Parameter
                || value instanceof Value.Environment;
        return open && !step(bare.node().text(), bare.node().text());
    }

    private boolean made(Value.CallResult result, Frame frame, int depth) {
        for (Located call : List.of(result.site(), result.call())) {
            Callee callee = resolver.callee(call);
            if (callee.module() != null && giver(callee.module())) return false;
            if (step(callee.last(), callee.last())) return false;
            Located declaration = callee.declaration();
            if (declaration == null || !Syntax.isFunction(declaration.node())) continue;
            Located returned = resolver.returned(declaration);
            if (returned != null && !unclear(returned, frame, depth + 1)) return false;
        }
        return true;
    }

    private static boolean giver(String module) {
        return GIVERS.contains(module)
                || HonoDialect.hono(module)
                || module.startsWith("@hono/")
                || module.startsWith("hono-")
                || module.startsWith("@sentry/");
    }

    /** Whether a name is that of middleware: it demands something, and names no place. */
    private static boolean step(String name, String written) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        String own = last.equals("default") || last.equals("*") ? written : last;
        if (own.equals(own.toUpperCase(Locale.ROOT))) return false;
        List<String> words = GuardWords.words(own);
        if (words.stream().anyMatch(PLACES::contains)) return false;
        return GuardWords.demands(words) || words.stream().anyMatch(STEPS::contains);
    }
}
