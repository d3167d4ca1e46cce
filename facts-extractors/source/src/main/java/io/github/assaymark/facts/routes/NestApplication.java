package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a NestJS application sets for all of its controllers. */
final class NestApplication {
    private final Program program;
    private final FactSink sink;
    private final Resolver resolver;
    private final Middlewares middlewares;
    private final NestConsumers consumers;
    private final NestModules modules;
    private final List<Middleware> guards = new ArrayList<>();
    private final List<Excluded> excluded = new ArrayList<>();
    private @Nullable String prefix;
    private @Nullable String versionPrefix;
    private List<String> defaultVersions = List.of();

    /** A path without the global prefix, for a method or all. */
    private record Excluded(String path, String method) {}

    NestApplication(Program program, FactSink sink, Middlewares middlewares) {
        this.program = program;
        this.sink = sink;
        this.resolver = program.resolver();
        this.middlewares = middlewares;
        this.consumers = new NestConsumers(sink, resolver, middlewares);
        this.modules = new NestModules(sink, resolver);
        for (Module module : program.modules()) {
            for (SyntaxNode call : module.nodes(SyntaxKind.CALL_EXPRESSION)) call(module.at(call));
            for (SyntaxNode object : module.nodes(SyntaxKind.OBJECT)) provider(module.at(object));
        }
    }

    List<Middleware> guards() {
        return guards;
    }

    /** What modules put ahead of routes. */
    NestConsumers consumers() {
        return consumers;
    }

    NestModules modules() {
        return modules;
    }

    private void call(Located call) {
        SyntaxNode function = call.node().child("function");
        SyntaxNode property = function == null ? null : function.child("property");
        if (property == null) return;
        switch (property.text()) {
            case "setGlobalPrefix" -> prefix(resolver.arguments(call).items());
            case "enableVersioning" -> versioning(resolver.arguments(call).items());
            case "useGlobalGuards" ->
                middlewares
                        .read(resolver.arguments(call).items(), Frame.of(call.module()))
                        .forEach(one -> guards.add(one.under(condition(call))));
            case "forRoutes" -> consumers.read(call, condition(call));
            case "register", "forRoot" -> {
                if (function != null && function.text().matches("RouterModule\\.\\w+")) modules.read(call);
            }
            default -> {}
        }
    }

    /** What must hold for a call to take place; null when it always does. */
    private @Nullable String condition(Located call) {
        SyntaxNode below = call.node();
        for (SyntaxNode up = below.parent(); up != null; below = up, up = up.parent()) {
            String place = " (" + call.module().path() + ":" + up.line() + ")";
            boolean tested = below.equals(up.child("condition"));
            switch (up.kind()) {
                case SyntaxKind.IF_STATEMENT, SyntaxKind.TERNARY_EXPRESSION -> {
                    if (!tested) return "it is only registered under a condition" + place;
                }
                case SyntaxKind.BINARY_EXPRESSION -> {
                    SyntaxNode operator = up.child("operator");
                    boolean lazy = operator != null && List.of("&&", "||", "??").contains(operator.text());
                    if (lazy && below.equals(up.child("right")))
                        return "it is only registered under a condition" + place;
                }
                case SyntaxKind.SWITCH_CASE, SyntaxKind.SWITCH_DEFAULT, SyntaxKind.CATCH_CLAUSE -> {
                    return "it is only registered in some cases" + place;
                }
                case SyntaxKind.STATEMENT_BLOCK -> {
                    for (SyntaxNode before : up.children()) {
                        if (before.equals(below)) break;
                        SyntaxNode then = before.is(SyntaxKind.IF_STATEMENT) ? before.child("consequence") : null;
                        if (then != null && HandlerScan.returns(then))
                            return "it is only registered when nothing was returned before" + place;
                    }
                }
                case SyntaxKind.FUNCTION_DECLARATION -> {
                    SyntaxNode parent = up.parent();
                    boolean exported = parent != null && parent.is(SyntaxKind.EXPORT_STATEMENT);
                    if (!exported && program.callSites(call.at(up)).isEmpty() && !named(call.module(), up))
                        return "nobody is seen to call the function that registers it" + place;
                }
                default -> {}
            }
        }
        return null;
    }

    /** Whether the name of a function stands anywhere else: it may be exported or given to something. */
    private static boolean named(Module module, SyntaxNode function) {
        SyntaxNode name = function.child("name");
        return name == null
                || module.nodes(SyntaxKind.IDENTIFIER).stream()
                        .anyMatch(one -> !one.equals(name) && one.text().equals(name.text()));
    }

    private void prefix(List<Located> given) {
        if (given.isEmpty()) return;
        Optional<String> text = resolver.text(given.get(0));
        String found = text.orElse(resolver.template(given.get(0)));
        if (text.isEmpty())
            sink.unresolved("global prefix of routes", given.get(0), "it is no constant text", Route.class);
        if (prefix != null && !prefix.equals(found))
            sink.unresolved("global prefix of routes", given.get(0), "there is more than one", Route.class);
        else prefix = found;
        if (given.size() < 2 || !(resolver.value(given.get(1)) instanceof Value.Struct options)) return;
        Located exclude = options.get("exclude");
        if (exclude == null || !(resolver.value(exclude) instanceof Value.Items items)) return;
        for (Located item : items.items()) exclude(item);
    }

    private void exclude(Located item) {
        Optional<String> text = resolver.text(item);
        String method = "ALL";
        if (text.isEmpty() && resolver.value(item) instanceof Value.Struct struct) {
            Located path = struct.get("path");
            Located methodAt = struct.get("method");
            if (path != null) text = resolver.text(path);
            if (methodAt != null) {
                String shown = resolver.shown(methodAt);
                method = shown.substring(shown.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
            }
        }
        if (text.isPresent()) excluded.add(new Excluded(RoutePath.clean(text.get()), method));
        else sink.unresolved("route without the global prefix", item, "it is no constant", Route.class);
    }

    private void versioning(List<Located> given) {
        if (given.isEmpty()) {
            versionPrefix = "v";
            return;
        }
        if (!(resolver.value(given.get(0)) instanceof Value.Struct options)) {
            sink.unresolved("versions of routes", given.get(0), "they are no constant object", Route.class);
            return;
        }
        Located type = options.get("type");
        if (type != null && !resolver.shown(type).endsWith("URI")) return;
        versionPrefix = "v";
        Located own = options.get("prefix");
        if (own != null)
            versionPrefix =
                    own.node().is(SyntaxKind.FALSE) ? "" : resolver.text(own).orElse(resolver.template(own));
        Located standard = options.get("defaultVersion");
        if (standard != null) defaultVersions = versions(standard);
    }

    /** Versions as texts; the empty text for what is served without one. */
    List<String> versions(Located expression) {
        List<Located> each =
                resolver.value(expression) instanceof Value.Items items ? items.items() : List.of(expression);
        List<String> versions = new ArrayList<>();
        for (Located one : each) {
            if (resolver.shown(one).endsWith("VERSION_NEUTRAL")) versions.add("");
            else versions.add(resolver.text(one).orElse(resolver.template(one)));
        }
        return versions;
    }

    /** The full paths of a handler; {@code own} are its versions, empty when it names none. */
    List<String> paths(String path, String method, List<String> own) {
        List<String> versions = own.isEmpty() ? defaultVersions : own;
        String version = versionPrefix;
        List<String> paths = new ArrayList<>();
        if (version == null || versions.isEmpty()) {
            paths.add(prefixed(path, path, method));
            return paths;
        }
        for (String one : versions) {
            String versioned = one.isEmpty() ? path : RoutePath.join(version + one, path);
            paths.add(prefixed(path, versioned, method));
        }
        return paths;
    }

    /** A full path without the global prefix. */
    String withoutPrefix(String full) {
        String global = prefix == null ? "/" : RoutePath.clean(prefix);
        boolean prefixed = full.equals(global) || full.startsWith(global + "/");
        return prefixed ? RoutePath.clean(full.substring(global.length())) : full;
    }

    private String prefixed(String path, String versioned, String method) {
        String global = prefix;
        if (global == null) return RoutePath.clean(versioned);
        for (Excluded one : excluded) {
            boolean forMethod = one.method.equals("ALL") || one.method.equals(method);
            if (forMethod && (one.path.equals(path) || one.path.equals(versioned))) return RoutePath.clean(versioned);
        }
        return RoutePath.join(global, versioned);
    }

    /** {@code { provide: APP_GUARD, useClass: RolesGuard }}. */
    private void provider(Located object) {
        if (!object.node().text().contains("APP_GUARD")) return;
        SyntaxNode provided = null;
        for (SyntaxNode pair : object.node().children()) {
            SyntaxNode key = pair.child("key");
            if (key == null) continue;
            if (key.text().equals("provide")) provided = pair.child("value");
        }
        if (provided == null || !provided.text().endsWith("APP_GUARD")) return;
        for (SyntaxNode pair : object.node().children()) {
            SyntaxNode key = pair.child("key");
            SyntaxNode value = pair.child("value");
            if (key == null || value == null) continue;
            switch (key.text()) {
                case "useClass", "useExisting", "useValue" ->
                    guards.addAll(middlewares.read(List.of(object.at(value)), Frame.of(object.module())));
                case "useFactory" ->
                    sink.unresolved("global guard", object.at(value), "a function makes it", RouteGuard.class);
                default -> {}
            }
        }
    }
}
