package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what router functions of Spring serve. */
final class RouterRoutes {
    private static final int MAX_DEPTH = 6;

    private final JavaIndex index;
    private final JavaFacts facts;
    private final RoutePrefixes prefixes;
    private final List<FoundRoute> routes = new ArrayList<>();

    RouterRoutes(JavaIndex index, JavaFacts facts, RoutePrefixes prefixes) {
        this.index = index;
        this.facts = facts;
        this.prefixes = prefixes;
    }

    List<FoundRoute> of(List<JavaUnit> units) {
        for (JavaUnit unit : units) {
            for (JavaType type : unit.types()) {
                JavaIndex.Declared declared = new JavaIndex.Declared(unit, type);
                Set<String> parts = new HashSet<>();
                for (JavaRouter router : type.routers()) router.others().forEach(other -> parts.add(other.method()));
                // a bean is served by itself, whoever else takes it in
                for (JavaRouter router : type.routers()) {
                    if (!parts.contains(router.method()) || bean(type, router)) router(declared, router, List.of(), 0);
                }
            }
        }
        return routes;
    }

    private static boolean bean(JavaType type, JavaRouter router) {
        return type.methods().stream()
                .anyMatch(method ->
                        method.name().equals(router.method()) && JavaAnnotation.has(method.annotations(), "Bean"));
    }

    private void router(JavaIndex.Declared declared, JavaRouter router, List<String> before, int depth) {
        for (JavaRouter.Open open : router.opens()) {
            facts.unresolved(
                    "routes of a router function",
                    open.source(),
                    open.reason(),
                    declared.unit(),
                    open.span(),
                    SpringRoutes.TYPES);
        }
        for (JavaRouter.Entry entry : router.entries()) entry(declared, router, entry, before);
        for (JavaRouter.Other other : router.others()) other(declared, other, before, depth);
        if (router.entries().isEmpty()
                && router.opens().isEmpty()
                && router.others().isEmpty())
            facts.unresolved(
                    "routes of a router function",
                    router.method(),
                    "its routes are not written out",
                    declared.unit(),
                    router.span(),
                    SpringRoutes.TYPES);
        if (router.filtered())
            facts.unresolved(
                    "guards of a router function",
                    router.method(),
                    "its filters are functions",
                    declared.unit(),
                    router.span(),
                    List.of(RouteGuard.class));
    }

    private void other(JavaIndex.Declared declared, JavaRouter.Other other, List<String> before, int depth) {
        List<String> path = path(declared, other.path(), before, other.span());
        if (path == null) return;
        JavaRouter found = null;
        for (JavaRouter each : declared.type().routers()) if (each.method().equals(other.method())) found = each;
        if (found != null && depth < MAX_DEPTH) router(declared, found, path, depth + 1);
        else
            facts.unresolved(
                    "routes of a router function",
                    other.method(),
                    found == null ? "it is made elsewhere" : "router functions are nested too deeply",
                    declared.unit(),
                    other.span(),
                    SpringRoutes.TYPES);
    }

    private @Nullable List<String> path(
            JavaIndex.Declared declared, List<JavaValue> written, List<String> before, JavaSpan span) {
        List<String> path = new ArrayList<>(before);
        for (JavaValue part : written) {
            String text = index.text(part, declared.unit(), declared.type());
            if (text == null) {
                facts.unresolved(
                        "path of a route",
                        part.source(),
                        "it is put together when the code runs",
                        declared.unit(),
                        span,
                        SpringRoutes.TYPES);
                return null;
            }
            path.add(text);
        }
        return path;
    }

    private void entry(JavaIndex.Declared declared, JavaRouter router, JavaRouter.Entry entry, List<String> before) {
        List<String> path = path(declared, entry.path(), before, entry.span());
        if (path == null) return;
        JavaIndex.Declared handlerIn = handlerIn(declared, router, entry);
        String name = entry.handler();
        JavaMethod handler = null;
        if (handlerIn != null) {
            for (JavaMethod each : handlerIn.type().methods())
                if (each.name().equals(name)) handler = handler == null ? each : handler;
        }
        if (handler == null)
            facts.unresolved(
                    "handlers of a router function",
                    router.method(),
                    name == null ? "the handler is a function without a name" : "the handler is not in the repository",
                    declared.unit(),
                    entry.span(),
                    List.of(HandlerCall.class));
        RoutePrefixes.Prefix prefix = prefixes.of(declared.unit(), WebFramework.SPRING);
        String inner = JavaPath.join(path.toArray(String[]::new));
        for (String method : entry.methods().isEmpty() ? List.of("ALL") : entry.methods()) {
            routes.add(new FoundRoute(
                    method,
                    JavaPath.join(prefix.path(), inner),
                    prefix.servlet() ? null : inner,
                    path.isEmpty() ? "" : path.get(path.size() - 1),
                    WebFramework.SPRING,
                    handlerIn == null ? declared : handlerIn,
                    entry.span(),
                    declared.unit(),
                    handler,
                    handler == null || handlerIn == null ? null : handlerIn.unit(),
                    name == null ? null : entry.handlerOn() + "::" + name,
                    conditions(declared.type(), router)));
        }
    }

    private static List<JavaAnnotation> conditions(JavaType type, JavaRouter router) {
        List<JavaAnnotation> conditions = new ArrayList<>(type.annotations());
        for (JavaMethod method : type.methods())
            if (method.name().equals(router.method())) conditions.addAll(method.annotations());
        return conditions;
    }

    /** The class of the handler: that of a field, a parameter of the method, or the one a name means. */
    private JavaIndex.@Nullable Declared handlerIn(
            JavaIndex.Declared declared, JavaRouter router, JavaRouter.Entry entry) {
        String on = entry.handlerOn();
        if (on == null) return null;
        if (on.equals("this")) return declared;
        String name = on.startsWith("this.") ? on.substring("this.".length()) : on;
        JavaField field = declared.type().field(name);
        String typeName = field == null ? name : field.type();
        for (JavaMethod method : declared.type().methods()) {
            if (!method.name().equals(router.method())) continue;
            for (JavaMethod.Parameter parameter : method.parameters())
                if (parameter.name().equals(on)) typeName = parameter.type();
        }
        JavaIndex.Declared found = index.type(declared.unit(), declared.type(), typeName);
        return found == null || found.type().sort() == JavaType.Sort.INTERFACE ? null : found;
    }
}
