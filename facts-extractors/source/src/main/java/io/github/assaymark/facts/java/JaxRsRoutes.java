package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what resources of Jakarta REST serve, and says which other servers are not read. */
final class JaxRsRoutes {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private static final int MAX_LOCATORS = 5;

    private final JavaIndex index;
    private final MetaAnnotations metas;
    private final JavaFacts facts;
    private final RoutePrefixes prefixes;
    private final List<FoundRoute> routes = new ArrayList<>();
    private List<JavaUnit> all = List.of();

    JaxRsRoutes(JavaIndex index, JavaFacts facts, RoutePrefixes prefixes) {
        this.index = index;
        this.metas = new MetaAnnotations(index);
        this.facts = facts;
        this.prefixes = prefixes;
    }

    List<FoundRoute> of(List<JavaUnit> units) {
        all = units;
        String prefix = prefix(units);
        for (JavaUnit unit : units) {
            for (JavaType type : unit.types()) {
                otherServers(unit, type);
                if (type.sort() != JavaType.Sort.CLASS && type.sort() != JavaType.Sort.RECORD) continue;
                resource(new JavaIndex.Declared(unit, type), prefix);
            }
        }
        return routes;
    }

    private static boolean rest(JavaUnit unit) {
        return unit.imports("jakarta.ws.rs") || unit.imports("javax.ws.rs");
    }

    /** What the application puts in front of all paths; null when there are several. */
    private @Nullable String prefix(List<JavaUnit> units) {
        List<String> prefixes = new ArrayList<>();
        for (JavaUnit unit : units) {
            for (JavaType type : unit.types()) {
                JavaAnnotation path = JavaAnnotation.named(type.annotations(), "ApplicationPath");
                JavaValue value = path == null ? null : path.value("value");
                if (path == null || value == null) continue;
                String text = index.text(value, unit, type);
                if (text != null) prefixes.add(text);
                if (text == null || prefixes.size() > 1)
                    facts.unresolved(
                            "prefix of all paths",
                            value.source(),
                            text == null
                                    ? "the path is no constant of the repository"
                                    : "there are several applications",
                            unit,
                            path.span(),
                            List.of(Route.class));
                if (text == null) return null;
            }
        }
        if (prefixes.size() > 1) return null;
        return prefixes.isEmpty() ? "" : prefixes.get(0);
    }

    private void resource(JavaIndex.Declared declared, @Nullable String prefix) {
        List<JavaIndex.Declared> line = new ArrayList<>(List.of(declared));
        line.addAll(index.supertypes(declared));
        JavaAnnotation base = null;
        JavaIndex.Declared baseIn = declared;
        for (JavaIndex.Declared each : line) {
            if (!rest(each.unit())) continue;
            base = JavaAnnotation.named(each.type().annotations(), "Path");
            baseIn = each;
            if (base != null) break;
        }
        if (base == null || prefix == null || declared.type().isAbstract()) return;
        String root = path(base, baseIn);
        if (root == null) return;
        String given = prefixes.application(declared.unit(), !prefix.isEmpty());
        String configured = prefixes.of(declared.unit(), WebFramework.JAX_RS).path();
        methods(declared, JavaPath.join(configured, given == null ? prefix : given, root), root, List.of());
    }

    /** The routes of a resource below a path; {@code above} are the resources it was reached through. */
    private void methods(JavaIndex.Declared declared, String base, String root, List<JavaIndex.Declared> above) {
        List<JavaIndex.Declared> line = new ArrayList<>(List.of(declared));
        line.addAll(index.supertypes(declared));
        Set<String> seen = new HashSet<>();
        for (JavaIndex.Declared each : line) {
            if (!rest(each.unit())) continue;
            for (JavaMethod method : each.type().methods()) {
                String verb = verb(method, each);
                JavaAnnotation path = JavaAnnotation.named(method.annotations(), "Path");
                if (verb == null && path == null) continue;
                if (!seen.add(method.name() + "/" + method.parameters().size())) continue;
                if (verb == null && path != null) {
                    locator(declared, each, method, path, base, above);
                    continue;
                }
                String own = path == null ? "" : path(path, each);
                if (own == null || verb == null) continue;
                JavaMethod body = body(declared.type(), method);
                routes.add(new FoundRoute(
                        verb,
                        JavaPath.join(base, own),
                        JavaPath.join(root, own),
                        own.isEmpty() ? root : own,
                        WebFramework.JAX_RS,
                        declared,
                        path == null ? method.annotations().get(0).span() : path.span(),
                        each.unit(),
                        body == null ? method : body,
                        body == null ? each.unit() : declared.unit(),
                        declared.type().simpleName() + "." + method.name(),
                        declared.type().annotations()));
            }
        }
    }

    /** A method with a path of its own gives the resource that goes on. */
    private void locator(
            JavaIndex.Declared declared,
            JavaIndex.Declared in,
            JavaMethod method,
            JavaAnnotation path,
            String base,
            List<JavaIndex.Declared> above) {
        List<JavaIndex.Declared> line = new ArrayList<>(above);
        line.add(declared);
        JavaIndex.Declared given = given(in, method.type());
        if (given == null || line.size() > MAX_LOCATORS || line.contains(given)) {
            facts.unresolved(
                    "routes of a sub-resource",
                    method.type() + " " + method.name(),
                    given == null
                            ? "which resource it gives is decided when the code runs"
                            : "resources give each other without end",
                    in.unit(),
                    path.span(),
                    SpringRoutes.TYPES);
            return;
        }
        String own = path(path, in);
        if (own != null) methods(given, JavaPath.join(base, own), own, line);
    }

    /** The one class of the repository that a declared type can stand for; null when there are none or several. */
    private JavaIndex.@Nullable Declared given(JavaIndex.Declared in, String written) {
        String name = written.startsWith("Class<") && written.endsWith(">")
                ? written.substring("Class<".length(), written.length() - 1)
                : written;
        if (name.startsWith("? extends ")) name = name.substring("? extends ".length());
        JavaIndex.Declared type = index.type(in.unit(), in.type(), name);
        if (type == null) return null;
        List<JavaIndex.Declared> possible = new ArrayList<>();
        if (!type.type().isAbstract()) possible.add(type);
        for (JavaUnit unit : all) {
            for (JavaType each : unit.types()) {
                JavaIndex.Declared other = new JavaIndex.Declared(unit, each);
                if (!each.isAbstract()
                        && index.supertypes(other).stream()
                                .anyMatch(s -> s.fullName().equals(type.fullName()))) possible.add(other);
            }
        }
        return possible.size() == 1 ? possible.get(0) : null;
    }

    private static @Nullable JavaMethod body(JavaType type, JavaMethod method) {
        for (JavaMethod each : type.methods()) {
            if (each.name().equals(method.name())
                    && each.parameters().size() == method.parameters().size()) return each;
        }
        return null;
    }

    private @Nullable String verb(JavaMethod method, JavaIndex.Declared in) {
        for (MetaAnnotations.Found found : metas.all(method.annotations(), in.unit(), in.type())) {
            if (METHODS.contains(found.annotation().name()))
                return found.annotation().name();
            if (!found.annotation().name().equals("HttpMethod")) continue;
            JavaValue value = found.annotation().value("value");
            String text = value == null ? null : index.text(value, found.unit(), found.within());
            if (text != null) return text;
        }
        return null;
    }

    private @Nullable String path(JavaAnnotation annotation, JavaIndex.Declared in) {
        JavaValue value = annotation.value("value");
        String text = value == null ? "" : index.text(value, in.unit(), in.type());
        if (text == null)
            facts.unresolved(
                    "path of a route",
                    value == null ? "" : value.source(),
                    "the path is no constant of the repository",
                    in.unit(),
                    annotation.span(),
                    SpringRoutes.TYPES);
        return text;
    }

    /** Servers this extractor knows by name only. */
    private void otherServers(JavaUnit unit, JavaType type) {
        String server = null;
        if (JavaAnnotation.has(type.annotations(), "WebServlet")) server = "a servlet";
        else if (JavaAnnotation.has(type.annotations(), "Controller") && unit.imports("io.micronaut"))
            server = "a controller of Micronaut";
        else if (unit.imports("io.javalin") || unit.imports("spark.Spark")) server = "a server other than Spring";
        if (server != null)
            facts.unresolved(
                    "routes of " + server, type.name(), "they are not read", unit, type.span(), SpringRoutes.TYPES);
    }
}
