package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.routes.Decorators.Decorator;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Routes of NestJS controllers. */
final class NestRoutes {
    static final Map<String, String> METHODS = Map.of(
            "Get", "GET",
            "Post", "POST",
            "Put", "PUT",
            "Patch", "PATCH",
            "Delete", "DELETE",
            "Options", "OPTIONS",
            "Head", "HEAD",
            "All", "ALL",
            "Sse", "GET");
    private final Program program;
    private final FactSink sink;
    private final Resolver resolver;
    private final Middlewares middlewares;
    private final RouteObjects objects;
    private final NestParents parents;
    private final NestGuards guards;

    NestRoutes(Program program, FactSink sink, Middlewares middlewares) {
        this.program = program;
        this.sink = sink;
        this.resolver = program.resolver();
        this.middlewares = middlewares;
        this.objects = new RouteObjects(resolver);
        this.parents = new NestParents(sink, resolver);
        this.guards = new NestGuards(resolver, middlewares);
    }

    List<Served> routes() {
        List<Served> served = new ArrayList<>();
        List<Module> nest = program.modules().stream()
                .filter(module -> module.nodes(SyntaxKind.DECORATOR).stream()
                        .anyMatch(decorator -> decorator.text().startsWith("@Controller")))
                .toList();
        for (Module module : program.modules()) {
            if (module.nodes(SyntaxKind.DECORATOR).isEmpty()) continue;
            for (SyntaxNode declaration : module.nodes(SyntaxKind.CLASS_DECLARATION))
                parents.composedController(Decorators.of(module.at(declaration), resolver));
        }
        if (nest.isEmpty()) return served;
        NestApplication application = new NestApplication(program, sink, middlewares);
        sink.each(nest, module -> {
            for (SyntaxNode declaration : module.nodes(SyntaxKind.CLASS_DECLARATION))
                controller(module.at(declaration), application, served);
        });
        return served;
    }

    private void controller(Located declaration, NestApplication application, List<Served> served) {
        Decorator controller = Decorators.named(Decorators.of(declaration, resolver), "Controller");
        if (controller == null || !controller.nest()) return;
        List<Located> line = parents.line(declaration);
        List<Decorator> decorators = parents.decorators(line);
        List<String> prefixes = List.of("");
        List<String> versions = List.of();
        if (!controller.arguments().isEmpty()) {
            Located given = controller.arguments().get(0);
            Located pathAt = given;
            if (resolver.value(given) instanceof Value.Struct options) {
                pathAt = options.get("path");
                Located version = options.get("version");
                if (version != null) versions = application.versions(version);
            }
            if (pathAt != null) prefixes = paths(pathAt);
        }
        versions = versioned(decorators, versions, application);
        for (Located method : NestParents.methods(line)) {
            List<Decorator> own = Decorators.of(method, resolver);
            parents.composedVerb(own);
            for (Decorator one : own) {
                String verb = one.nest() ? METHODS.get(one.name()) : null;
                if (verb == null) continue;
                List<String> paths = one.arguments().isEmpty()
                        ? List.of("")
                        : paths(one.arguments().get(0));
                List<String> of = versioned(own, versions, application);
                List<Served.Met> met = guards.of(decorators, own, application);
                for (String module : application.modules().of(declaration)) {
                    for (String prefix : prefixes) {
                        for (String path : paths) {
                            String within = RoutePath.join(module, RoutePath.join(prefix, path));
                            for (String full : application.paths(within, verb, of)) {
                                String bare = application.withoutPrefix(full);
                                List<Served.Met> all =
                                        new ArrayList<>(application.consumers().of(declaration, verb, bare));
                                all.addAll(met);
                                served.add(served(
                                        verb, full, path, method, one, own, all, NestGuards.marked(decorators, own)));
                            }
                        }
                    }
                }
            }
        }
    }

    private List<String> versioned(List<Decorator> decorators, List<String> outer, NestApplication application) {
        Decorator version = Decorators.named(decorators, "Version");
        return version == null || version.arguments().isEmpty()
                ? outer
                : application.versions(version.arguments().get(0));
    }

    private List<String> paths(Located expression) {
        List<Located> each =
                resolver.value(expression) instanceof Value.Items items ? items.items() : List.of(expression);
        List<String> paths = new ArrayList<>();
        for (Located one : each) {
            Optional<String> text = resolver.text(one);
            if (text.isPresent()) paths.add(text.get());
            else sink.unresolved("path of a route", one, "it is no constant text", HonoDialect.ALL);
        }
        return paths;
    }

    private Served served(
            String verb,
            String full,
            String original,
            Located method,
            Decorator at,
            List<Decorator> own,
            List<Served.Met> guards,
            @Nullable String marked) {
        SyntaxNode name = method.node().child("name");
        return new Served(
                WebFramework.NESTJS,
                verb,
                RoutePath.shown(full, WebFramework.NESTJS),
                original,
                new Handler(name == null ? null : name.text(), method, List.of()),
                description(own),
                guards,
                false,
                marked != null,
                at.at());
    }

    private Description description(List<Decorator> own) {
        boolean typed = false;
        boolean described = false;
        boolean exampled = false;
        String operationId = null;
        for (Decorator one : own) {
            String name = one.name();
            boolean speaks = name.startsWith("Api") && !name.equals("ApiExcludeEndpoint") && !name.equals("ApiTags");
            if (!speaks) continue;
            typed |= !name.endsWith("Auth") && !name.equals("ApiSecurity");
            exampled |= objects.example(one.at());
            if (!name.equals("ApiOperation") || one.arguments().isEmpty()) continue;
            if (!(resolver.value(one.arguments().get(0)) instanceof Value.Struct operation)) continue;
            Description said = objects.description(operation);
            described = said.described();
            operationId = said.operationId();
        }
        return new Description(operationId, typed, described, exampled);
    }
}
