package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.ErrorPath;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the function that answers a route from the expression that names it. */
final class Handlers {
    private static final int MAX_DEPTH = 8;

    private final FactSink sink;
    private final Resolver resolver;
    private final Bindings bindings;
    private final Middlewares middlewares;
    /** Whether the search met a call that is given several functions. */
    private boolean several;

    Handlers(FactSink sink, Resolver resolver, Bindings bindings, Middlewares middlewares) {
        this.sink = sink;
        this.resolver = resolver;
        this.bindings = bindings;
        this.middlewares = middlewares;
    }

    Handler read(Located expression, Frame frame) {
        several = false;
        Handler handler = find(expression, frame, 0);
        if (handler != null) return handler;
        sink.unresolved(
                "handler of a route",
                expression,
                several ? "it is given more than one function" : "it does not lead to a function",
                List.of(HandlerCall.class, ErrorPath.class, RouteGuard.class));
        return new Handler(written(expression), null, List.of());
    }

    private @Nullable Handler find(Located expression, Frame frame, int depth) {
        Located bare = Syntax.bare(expression);
        if (depth > MAX_DEPTH) return null;
        if (Syntax.isFunction(bare.node())) {
            SyntaxNode own = bare.node().child("name");
            return new Handler(own == null ? null : own.text(), bare, List.of());
        }
        if (bare.node().is(SyntaxKind.CALL_EXPRESSION) || bare.node().is(SyntaxKind.NEW_EXPRESSION))
            return called(bare, frame, depth);
        Frame.Argument given = bindings.given(bare, frame);
        if (given != null) return find(given.expression(), given.frame(), depth + 1);
        Located object = bare.child("object");
        if (object != null && object.node().is(SyntaxKind.THIS) && frame.self() != null) {
            // A class that extends another may have its own.
            Located own = method(bare, frame);
            if (own != null) return new Handler(written(bare), own, List.of());
        }
        Value value = resolver.value(bare);
        if (value instanceof Value.Function function) {
            String name = Syntax.name(function.function().node());
            return new Handler(name == null ? written(bare) : name, function.function(), List.of());
        }
        Located method = method(bare, frame);
        if (method != null) return new Handler(written(bare), method, List.of());
        if (value instanceof Value.CallResult result) {
            Handler inner = called(result.call(), frame, depth + 1);
            return inner == null ? null : new Handler(written(bare), inner.function(), inner.wrappers());
        }
        if (value instanceof Value.External || value instanceof Value.Global)
            return new Handler(written(bare), null, List.of());
        return null;
    }

    /** The method that {@code controller.list} or {@code this.list} names. */
    private @Nullable Located method(Located member, Frame frame) {
        Located object = member.child("object");
        SyntaxNode property = member.node().child("property");
        if (object == null || property == null) return null;
        Located declaration = null;
        if (object.node().is(SyntaxKind.THIS)) {
            SyntaxNode around = object.node().ancestor(SyntaxKind.CLASS_DECLARATION);
            if (around != null) declaration = object.at(around);
            Bound.Instance self = frame.self();
            if (self != null && self.declaration() != null) declaration = self.declaration();
        } else if (bindings.of(object, frame) instanceof Bound.Instance instance) {
            declaration = instance.declaration();
        } else if (resolver.value(object) instanceof Value.CallResult result
                && result.call().node().is(SyntaxKind.NEW_EXPRESSION)) {
            declaration = result.callee().declaration();
        } else if (resolver.value(object) instanceof Value.Class statics) {
            declaration = statics.declaration();
        } else {
            declaration = fieldClass(object, frame);
        }
        if (declaration == null || !Classes.is(declaration)) return null;
        return Classes.method(declaration, property.text(), resolver);
    }

    /** The class of {@code this.controller}, a field that is given {@code new Controller()}. */
    private @Nullable Located fieldClass(Located object, Frame frame) {
        Located of = object.child("object");
        if (of == null || !of.node().is(SyntaxKind.THIS)) return null;
        Frame.Argument given = bindings.given(object, frame);
        Located value = given == null ? null : given.expression();
        SyntaxNode around = object.node().ancestor(SyntaxKind.CLASS_DECLARATION);
        SyntaxNode property = object.node().child("property");
        if (value == null && around != null && property != null) {
            for (Located field : Classes.fields(object.at(around))) {
                SyntaxNode name = field.node().child("name");
                if (name != null && name.text().equals(property.text())) value = field.child("value");
            }
        }
        return value != null && resolver.value(value) instanceof Value.CallResult result
                ? result.callee().declaration()
                : null;
    }

    private @Nullable Handler called(Located call, Frame frame, int depth) {
        Callee callee = resolver.callee(call);
        Located function = call.child("function");
        Located object = function == null ? null : function.child("object");
        if (callee.last().equals("bind") && object != null) return find(object, frame, depth + 1);
        // What is given a handler stands before it, even where the value of the call is a function of its own.
        Handler wrapped = null;
        for (Located one : resolver.arguments(call).items()) {
            if (!names(one, frame)) continue;
            Handler inner = find(one, frame, depth + 1);
            if (inner == null || inner.function() == null) continue;
            if (wrapped != null) {
                several = true;
                return null;
            }
            List<Middleware> wrappers = new ArrayList<>();
            wrappers.add(wrapper(call, callee, one, frame));
            wrappers.addAll(inner.wrappers());
            wrapped = new Handler(inner.name(), inner.function(), wrappers);
        }
        if (several) return null;
        if (wrapped != null) return wrapped;
        Located made = made(call, callee);
        if (made != null) return new Handler(callee.last(), made, List.of());
        boolean outside = callee.declaration() == null && callee.root() instanceof Value.External;
        return outside ? new Handler(callee.name(), null, List.of()) : null;
    }

    /** The function that a function of the repository makes; null when it makes none or is given one. */
    private @Nullable Located made(Located call, Callee callee) {
        if (resolver.value(call) instanceof Value.Function made) return made.function();
        Located declaration = callee.declaration();
        if (declaration == null || !Syntax.isFunction(declaration.node())) return null;
        boolean wraps = resolver.arguments(call).items().stream()
                .anyMatch(one -> Syntax.function(one) != null || resolver.value(one) instanceof Value.Function);
        Located returned = wraps ? null : resolver.returned(declaration);
        return returned == null ? null : Syntax.function(returned);
    }

    private boolean names(Located argument, Frame frame) {
        Located bare = Syntax.bare(argument);
        if (Syntax.isFunction(bare.node()) || bare.node().is(SyntaxKind.CALL_EXPRESSION)) return true;
        if (!bare.node().is(SyntaxKind.IDENTIFIER) && !bare.node().is(SyntaxKind.MEMBER_EXPRESSION)) return false;
        Value value = resolver.value(bare);
        if (value instanceof Value.Function || method(bare, frame) != null) return true;
        return value instanceof Value.CallResult result && result.call().node().is(SyntaxKind.CALL_EXPRESSION);
    }

    private Middleware wrapper(Located call, Callee callee, Located inner, Frame frame) {
        Middleware made = middlewares.of(call, frame);
        List<String> texts = new ArrayList<>();
        for (Located one : resolver.arguments(call).items()) {
            if (!one.equals(inner)) texts.add(middlewares.arguments().text(one, frame));
        }
        boolean known = !callee.name().isEmpty();
        Located function = call.child("function");
        String name = known || function == null ? made.name() : resolver.shown(function);
        Middleware wrapper =
                new Middleware(name, GuardWords.kind(name), texts, call, known, null, List.of(), made.exemptPublic());
        if (wrapper.kind() == GuardKind.OTHER) return wrapper;
        return wrapper.under(middlewares.bodies().around(call, inner, wrapper.kind(), frame));
    }

    private String written(Located expression) {
        String shown = resolver.shown(expression);
        return shown.matches("[\\w$.]+") ? shown.substring(shown.lastIndexOf('.') + 1) : shown;
    }
}
