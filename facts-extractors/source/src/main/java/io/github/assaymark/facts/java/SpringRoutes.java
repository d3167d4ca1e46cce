package io.github.assaymark.facts.java;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what controllers of Spring serve. */
final class SpringRoutes {
    static final List<Class<? extends Fact>> TYPES = List.of(Route.class, RouteGuard.class, HandlerCall.class);
    private static final Map<String, String> METHODS = Map.of(
            "GetMapping", "GET",
            "PostMapping", "POST",
            "PutMapping", "PUT",
            "DeleteMapping", "DELETE",
            "PatchMapping", "PATCH");

    private final JavaIndex index;
    private final MetaAnnotations metas;
    private final JavaFacts facts;
    private final RoutePrefixes prefixes;
    private final Settings settings;
    private final List<FoundRoute> routes = new ArrayList<>();

    SpringRoutes(JavaIndex index, JavaFacts facts, RoutePrefixes prefixes, Settings settings) {
        this.index = index;
        this.metas = new MetaAnnotations(index);
        this.facts = facts;
        this.prefixes = prefixes;
        this.settings = settings;
    }

    private record Mapping(List<String> methods, List<String> paths, JavaSpan span, JavaUnit unit) {}

    List<FoundRoute> of(List<JavaUnit> units) {
        for (JavaUnit unit : units) {
            for (JavaType type : unit.types()) {
                JavaIndex.Declared declared = new JavaIndex.Declared(unit, type);
                if (type.sort() == JavaType.Sort.CLASS && controller(declared)) controllerRoutes(declared);
                prefixes(declared);
            }
        }
        return routes;
    }

    private boolean controller(JavaIndex.Declared declared) {
        MetaAnnotations.Found found = metas.named(
                declared.type().annotations(), declared.unit(), declared.type(), "RestController", "Controller");
        return found != null
                && !found.unit().imports("io.micronaut")
                && !declared.type().isAbstract();
    }

    private void controllerRoutes(JavaIndex.Declared declared) {
        List<JavaIndex.Declared> line = new ArrayList<>(List.of(declared));
        line.addAll(index.hierarchy(declared));
        Mapping base = null;
        for (JavaIndex.Declared each : line) {
            MetaAnnotations.Found found =
                    metas.named(each.type().annotations(), each.unit(), each.type(), "RequestMapping");
            if (found == null) continue;
            base = mapping(found, declared);
            if (base == null) return;
            break;
        }
        Set<String> seen = new HashSet<>();
        int mapped = routes.size();
        for (JavaIndex.Declared each : line) {
            for (JavaMethod method : each.type().methods()) {
                if (method.name().isEmpty() || method.constructor()) continue;
                String signature = method.name() + "/" + method.parameters().size();
                MetaAnnotations.Found found = mappingOf(method, each);
                if (found == null || !seen.add(signature)) continue;
                Mapping own = mapping(found, each);
                if (own != null) add(declared, each, base, own, handler(line, method, each), found);
            }
        }
        inheritedFromOutside(declared, line, routes.size() > mapped);
    }

    private MetaAnnotations.@Nullable Found mappingOf(JavaMethod method, JavaIndex.Declared in) {
        for (MetaAnnotations.Found found : metas.all(method.annotations(), in.unit(), in.type())) {
            String name = found.annotation().name();
            if (name.equals("RequestMapping") || METHODS.containsKey(name)) return found;
        }
        return null;
    }

    /** The method of the nearest class that has a body for it. */
    private static JavaIndex.@Nullable Declared handler(
            List<JavaIndex.Declared> line, JavaMethod method, JavaIndex.Declared in) {
        for (JavaIndex.Declared each : line) {
            if (each.type().sort() == JavaType.Sort.INTERFACE) continue;
            if (same(each.type(), method) != null) return each;
        }
        return in;
    }

    private static @Nullable JavaMethod same(JavaType type, JavaMethod method) {
        for (JavaMethod each : type.methods()) {
            if (each.name().equals(method.name())
                    && each.parameters().size() == method.parameters().size()) return each;
        }
        return null;
    }

    private void add(
            JavaIndex.Declared declared,
            JavaIndex.Declared in,
            @Nullable Mapping base,
            Mapping own,
            JavaIndex.@Nullable Declared handlerIn,
            MetaAnnotations.Found found) {
        JavaMethod written = null;
        for (JavaMethod each : in.type().methods()) if (each.annotations().contains(found.used())) written = each;
        JavaMethod handler = written == null || handlerIn == null ? null : same(handlerIn.type(), written);
        RoutePrefixes.Prefix configured = prefixes.of(declared.unit(), WebFramework.SPRING);
        List<JavaAnnotation> conditions = new ArrayList<>(declared.type().annotations());
        if (handler != null) conditions.addAll(handler.annotations());
        Set<String> methods = new LinkedHashSet<>(own.methods());
        if (base != null) methods.addAll(base.methods());
        if (methods.isEmpty()) methods.add("ALL");
        for (String prefix : base == null ? List.of("") : base.paths()) {
            for (String path : own.paths()) {
                for (String method : methods) {
                    String inner = JavaPath.join(prefix, path);
                    routes.add(new FoundRoute(
                            method,
                            JavaPath.join(configured.path(), inner),
                            configured.servlet() ? null : inner,
                            path,
                            WebFramework.SPRING,
                            declared,
                            found.used().span(),
                            in.unit(),
                            handler,
                            handlerIn == null ? null : handlerIn.unit(),
                            written == null ? null : declared.type().simpleName() + "." + written.name(),
                            conditions));
                }
            }
        }
    }

    private @Nullable Mapping mapping(MetaAnnotations.Found found, JavaIndex.Declared in) {
        JavaValue value = found.value("value", "path");
        List<String> paths = value == null ? List.of("") : index.texts(value, in.unit(), in.type());
        if (paths == null && value != null) paths = index.texts(value, found.unit(), found.within());
        JavaSpan span = found.used().span();
        if (paths != null) paths = filled(paths, in.unit());
        if (paths == null || paths.stream().anyMatch(path -> path.contains("${") || path.contains("#{"))) {
            facts.unresolved(
                    "path of a route",
                    value == null ? "" : value.source(),
                    paths == null ? "the path is no constant of the repository" : "the path is configured elsewhere",
                    in.unit(),
                    span,
                    TYPES);
            return null;
        }
        List<String> methods = new ArrayList<>();
        String fixed = METHODS.get(found.annotation().name());
        if (fixed != null) methods.add(fixed);
        JavaValue given = fixed == null ? found.value("method") : null;
        if (given != null) {
            for (JavaValue each : given.values()) {
                if (each instanceof JavaValue.Text text) methods.add(text.lastName());
            }
        }
        return new Mapping(methods, paths.isEmpty() ? List.of("") : paths, span, in.unit());
    }

    /** The paths with their placeholders filled in, as far as the settings tell. */
    private List<String> filled(List<String> paths, JavaUnit unit) {
        List<String> filled = new ArrayList<>();
        for (String path : paths) {
            String text = settings.filled(path, unit.path());
            filled.add(text == null ? path : text);
        }
        return filled;
    }

    /** A controller whose methods override what lies outside of the repository may serve more than is seen. */
    private void inheritedFromOutside(JavaIndex.Declared declared, List<JavaIndex.Declared> line, boolean mapped) {
        JavaType type = declared.type();
        boolean overrides = type.methods().stream()
                .anyMatch(m -> JavaAnnotation.has(m.annotations(), "Override") && mappingOf(m, declared) == null);
        if (mapped && !overrides) return;
        for (JavaIndex.Declared each : line) {
            for (String parent : JavaIndex.parents(each.type())) {
                String full = each.unit().imported(JavaIndex.withoutArguments(parent));
                boolean elsewhere = full == null
                        || full.startsWith("java.")
                        || full.startsWith("javax.")
                        || full.startsWith("jakarta.")
                        || full.startsWith("org.springframework.");
                if (elsewhere || index.type(each.unit(), each.type(), parent) != null) continue;
                facts.unresolved(
                        "routes of " + parent,
                        parent,
                        "the type a controller is made from is not in the repository",
                        declared.unit(),
                        type.span(),
                        TYPES);
            }
        }
    }

    /** Whatever puts something in front of all paths. */
    private void prefixes(JavaIndex.Declared declared) {
        for (JavaMethod method : declared.type().methods()) {
            for (JavaCall call : method.calls()) {
                boolean perController = call.name().equals("addPathPrefix");
                boolean server =
                        call.name().equals("setContextPath") && declared.unit().imports("org.springframework.boot");
                if (perController || server)
                    facts.unresolved(
                            "prefix of all paths",
                            call.arguments().isEmpty()
                                    ? call.callee()
                                    : call.arguments().get(0).source(),
                            perController
                                    ? "which controllers it is for is decided when the code runs"
                                    : "the code sets it when it starts",
                            declared.unit(),
                            call.span(),
                            List.of(Route.class));
            }
        }
    }
}
