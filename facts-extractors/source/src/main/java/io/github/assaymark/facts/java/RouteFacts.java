package io.github.assaymark.facts.java;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands over the routes of one owner, what guards them and what their handlers call. */
final class RouteFacts {
    private final JavaIndex index;
    private final JavaFacts facts;

    RouteFacts(JavaIndex index, JavaFacts facts) {
        this.index = index;
        this.facts = facts;
    }

    void emit(List<JavaUnit> units) {
        List<FoundRoute> routes = new ArrayList<>(new SpringRoutes(index, facts).of(units));
        routes.addAll(new JaxRsRoutes(index, facts).of(units));
        routes.sort(Comparator.comparing((FoundRoute r) -> r.registeredIn().path())
                .thenComparingInt(r -> r.at().startLine())
                .thenComparingInt(r -> r.at().startColumn())
                .thenComparing(FoundRoute::path)
                .thenComparing(FoundRoute::method)
                .thenComparing(r -> r.declared().fullName()));
        AnnotationGuards annotations = new AnnotationGuards(index, units);
        ChainGuards chains = new ChainGuards(index, units, facts);
        int order = 0;
        for (FoundRoute route : routes) emit(route, ++order, annotations.of(route), chains.of(route));
    }

    private void emit(FoundRoute route, int order, AnnotationGuards.Said said, ChainGuards.Said chained) {
        String key = facts.key(Route.class, route.method() + " " + route.path());
        List<FoundGuard> guards = new ArrayList<>(chained.guards());
        guards.addAll(said.guards());
        boolean open = (said.open() || chained.open()) && guards.isEmpty();
        JavaMethod handler = route.handler();
        JavaUnit handlerIn = route.handlerIn();
        JavaAnnotation operation =
                handler == null ? null : JavaAnnotation.named(handler.annotations(), "Operation", "ApiOperation");
        facts.fact(new Route(
                key,
                facts.owner(),
                facts.place(route.registeredIn(), route.at()),
                route.method(),
                route.path(),
                route.originalPath(),
                route.framework(),
                operationId(operation, route),
                JavaPath.mutation(route.method()),
                open,
                false,
                operation != null && operation.value("summary", "description", "value", "notes") != null,
                false,
                route.handlerName(),
                handlerIn == null ? null : handlerIn.path(),
                handler == null ? null : handler.span().lines(),
                conditional(route, handler),
                order,
                route.registeredIn().path(),
                facts.sha()));
        for (int i = 0; i < guards.size(); i++) facts.fact(guard(key, guards.get(i), i + 1));
        if (handler == null) return;
        if (handlerIn == null) return;
        int number = 0;
        for (JavaCall call : handler.calls()) {
            if (!CallFacts.counts(call)) continue;
            facts.fact(call(key, call, ++number, handlerIn, route.declared().type()));
        }
    }

    private static boolean conditional(FoundRoute route, @Nullable JavaMethod handler) {
        List<JavaAnnotation> annotations =
                new ArrayList<>(route.declared().type().annotations());
        if (handler != null) annotations.addAll(handler.annotations());
        return annotations.stream()
                .anyMatch(a -> a.name().equals("Profile")
                        || a.name().equals("Conditional")
                        || a.name().startsWith("ConditionalOn"));
    }

    private @Nullable String operationId(@Nullable JavaAnnotation operation, FoundRoute route) {
        JavaValue value = operation == null ? null : operation.value("operationId", "nickname");
        return value == null
                ? null
                : index.text(value, route.registeredIn(), route.declared().type());
    }

    private Fact guard(String route, FoundGuard guard, int order) {
        return new RouteGuard(
                facts.key(RouteGuard.class, route + " < " + guard.name()),
                facts.owner(),
                facts.place(guard.unit(), guard.span()),
                route,
                guard.kind(),
                guard.name(),
                guard.arguments(),
                guard.via(),
                order,
                guard.conditional(),
                guard.resolved(),
                guard.reason() == null,
                guard.reason(),
                guard.unit().path());
    }

    private Fact call(String route, JavaCall call, int order, JavaUnit unit, JavaType type) {
        return new HandlerCall(
                facts.key(HandlerCall.class, route + " > " + call.callee()),
                facts.owner(),
                facts.place(unit, call.span()),
                route,
                call.callee(),
                call.name(),
                call.arguments().stream().map(a -> index.shown(a, unit, type)).toList(),
                order,
                call.conditional(),
                unit.path());
    }
}
