package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an expression may be an application that is not followed: it is chosen, wrapped, listed or extended. */
final class LeadsToApp {
    private static final int MAX_DEPTH = 6;
    /** Their results are no applications. */
    private static final Set<String> ENDS = Set.of(
            "createServer",
            "createAdaptorServer",
            "serve",
            "listen",
            "request",
            "supertest",
            "agent",
            "hc",
            "testClient",
            "handle",
            "fetch",
            "inject",
            "Server",
            "Boolean",
            "String",
            "getRouterName",
            "showRoutes");

    private static final Set<String> FRAMEWORKS = Set.of("Hono", "OpenAPIHono");
    private static final Set<String> CHAINED =
            Set.of("get", "post", "put", "patch", "delete", "all", "use", "route", "on", "openapi", "basePath");
    private static final Set<String> EACH = Set.of("forEach", "map", "flatMap");

    private final Resolver resolver;
    private final Replay replay;

    LeadsToApp(Resolver resolver, Replay replay) {
        this.resolver = resolver;
        this.replay = replay;
    }

    boolean leads(Located expression) {
        return leads(expression, 0);
    }

    /** Whether a call takes an application without giving one back. */
    static boolean ends(Callee callee) {
        return ENDS.contains(callee.last());
    }

    private boolean leads(@Nullable Located expression, int depth) {
        if (expression == null || depth > MAX_DEPTH) return false;
        Located bare = Syntax.bare(expression);
        return switch (bare.node().kind()) {
            case SyntaxKind.IDENTIFIER -> name(bare, depth);
            case SyntaxKind.NEW_EXPRESSION -> replay.makes(bare) || extended(bare) || wraps(bare, depth);
            case SyntaxKind.CALL_EXPRESSION -> replay.makes(bare) || chained(bare, depth) || wraps(bare, depth);
            case SyntaxKind.BINARY_EXPRESSION ->
                leads(bare.child("left"), depth + 1) || leads(bare.child("right"), depth + 1);
            case SyntaxKind.TERNARY_EXPRESSION ->
                leads(bare.child("consequence"), depth + 1) || leads(bare.child("alternative"), depth + 1);
            case SyntaxKind.ASSIGNMENT_EXPRESSION -> leads(bare.child("right"), depth + 1);
            case SyntaxKind.SUBSCRIPT_EXPRESSION -> leads(bare.child("object"), depth + 1);
            case SyntaxKind.THIS -> within(bare);
            case SyntaxKind.OBJECT ->
                bare.node().children().stream()
                        .filter(part -> part.is(SyntaxKind.SPREAD_ELEMENT)
                                && !part.children().isEmpty())
                        .anyMatch(part -> leads(bare.at(part.children().get(0)), depth + 1));
            case SyntaxKind.ARRAY -> bare.node().children().stream().anyMatch(item -> leads(bare.at(item), depth + 1));
            default -> false;
        };
    }

    private boolean name(Located name, int depth) {
        if (app(name)) return true;
        Value value = resolver.value(name);
        if (value instanceof Value.CallResult result && (replay.makes(result.call()) || replay.makes(result.site())))
            return true;
        if (value instanceof Value.Parameter parameter)
            return parameter.index() == 0 && parameter.name().indexOf('.') < 0 && each(parameter.function(), depth);
        Located declaration = resolver.declaration(name);
        if (declaration == null) return false;
        SyntaxNode loop = declaration.node();
        for (int up = 0; up < 3 && loop != null && !loop.is(SyntaxKind.FOR_IN_STATEMENT); up++) loop = loop.parent();
        if (loop != null && loop.is(SyntaxKind.FOR_IN_STATEMENT))
            return leads(declaration.at(loop).child("right"), depth + 1);
        return declaration.node().is(SyntaxKind.VARIABLE_DECLARATOR) && leads(declaration.child("value"), depth + 1);
    }

    private boolean app(Located expression) {
        return replay.bindings().of(expression, Frame.of(expression.module())) instanceof Bound.AppRef;
    }

    /** {@code [one, two].forEach((app) => ..)}. */
    private boolean each(Located function, int depth) {
        SyntaxNode arguments = function.node().parent();
        SyntaxNode call = arguments == null ? null : arguments.parent();
        if (call == null || !call.is(SyntaxKind.CALL_EXPRESSION)) return false;
        Located called = function.at(call).child("function");
        SyntaxNode property = called == null ? null : called.node().child("property");
        return called != null
                && property != null
                && EACH.contains(property.text())
                && leads(called.child("object"), depth + 1);
    }

    private boolean chained(Located call, int depth) {
        Located called = call.child("function");
        SyntaxNode property = called == null ? null : called.node().child("property");
        return called != null
                && property != null
                && CHAINED.contains(property.text())
                && leads(called.child("object"), depth + 1);
    }

    /** A function that is not seen is given an application. */
    private boolean wraps(Located call, int depth) {
        Callee callee = resolver.callee(call);
        if (callee.declaration() != null || ends(callee)) return false;
        Located called = call.child("function");
        Located object = called == null ? null : called.child("object");
        if (object != null && leads(object, depth + 1)) return false;
        return resolver.arguments(call).items().stream().anyMatch(given -> leads(given, depth + 1));
    }

    /** {@code new Api()} of a class that extends a framework's. */
    private boolean extended(Located made) {
        return extendsFramework(resolver.callee(made).declaration());
    }

    /** {@code this} of such a class. */
    private boolean within(Located self) {
        SyntaxNode around = self.node().ancestor(SyntaxKind.CLASS_DECLARATION);
        if (around == null) around = self.node().ancestor(SyntaxKind.CLASS);
        return around != null && extendsFramework(self.at(around));
    }

    private boolean extendsFramework(@Nullable Located start) {
        Located declaration = start;
        for (int i = 0; i < MAX_DEPTH && declaration != null && Classes.is(declaration); i++) {
            for (SyntaxNode heritage : declaration.node().children()) {
                if (!heritage.is(SyntaxKind.CLASS_HERITAGE)) continue;
                for (SyntaxNode clause : heritage.children()) {
                    if (!clause.is(SyntaxKind.EXTENDS_CLAUSE)
                            || clause.children().isEmpty()) continue;
                    Value value =
                            resolver.value(declaration.at(clause.children().get(0)));
                    if (value instanceof Value.External external
                            && HonoDialect.hono(external.module())
                            && FRAMEWORKS.contains(external.name())) return true;
                }
            }
            declaration = Classes.parent(declaration, resolver);
        }
        return false;
    }
}
