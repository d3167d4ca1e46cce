package io.github.assaymark.facts.java;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands over the routes of one owner, what guards them and what their handlers call. */
final class RouteFacts {
    private final JavaIndex index;
    private final JavaFacts facts;
    private final Settings settings;

    RouteFacts(JavaIndex index, JavaFacts facts, Settings settings) {
        this.index = index;
        this.facts = facts;
        this.settings = settings;
    }

    /** Where a method stands. */
    record Place(String path, JavaSpan span) {}

    /** Hands them over; gives the keys of the routes by the places of the methods that serve them. */
    Map<Place, List<String>> emit(List<JavaUnit> units) {
        RoutePrefixes prefixes = new RoutePrefixes(settings, facts, units);
        List<FoundRoute> routes = new ArrayList<>(new SpringRoutes(index, facts, prefixes, settings).of(units));
        routes.addAll(new RouterRoutes(index, facts, prefixes).of(units));
        routes.addAll(new JaxRsRoutes(index, facts, prefixes).of(units));
        routes.sort(Comparator.comparing((FoundRoute r) -> r.registeredIn().path())
                .thenComparingInt(r -> r.at().startLine())
                .thenComparingInt(r -> r.at().startColumn())
                .thenComparing(FoundRoute::path)
                .thenComparing(FoundRoute::method)
                .thenComparing(r -> r.declared().fullName()));
        AnnotationGuards annotations = new AnnotationGuards(index, units);
        ChainGuards chains = new ChainGuards(index, units, facts);
        int order = 0;
        Map<Place, List<String>> handled = new HashMap<>();
        for (FoundRoute route : routes) {
            String key = emit(route, ++order, annotations.of(route), chains.of(route));
            JavaMethod handler = route.handler();
            JavaUnit in = route.handlerIn();
            if (handler != null && in != null)
                handled.computeIfAbsent(new Place(in.path(), handler.span()), h -> new ArrayList<>())
                        .add(key);
        }
        return handled;
    }

    private String emit(FoundRoute route, int order, AnnotationGuards.Said said, ChainGuards.Said chained) {
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
                conditional(route),
                order,
                route.registeredIn().path(),
                facts.sha()));
        for (int i = 0; i < guards.size(); i++) facts.fact(guard(key, guards.get(i), i + 1));
        if (handler == null || handlerIn == null) return key;
        int number = 0;
        for (JavaCall call : handler.calls()) {
            if (!CallFacts.counts(call)) continue;
            facts.fact(call(key, call, ++number, handlerIn, route.declared().type()));
        }
        return key;
    }

    private static boolean conditional(FoundRoute route) {
        return route.conditions().stream()
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
