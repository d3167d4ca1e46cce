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
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Routes of NestJS controllers. */
final class NestRoutes {
    private static final Map<String, String> METHODS = Map.of(
            "Get", "GET",
            "Post", "POST",
            "Put", "PUT",
            "Patch", "PATCH",
            "Delete", "DELETE",
            "Options", "OPTIONS",
            "Head", "HEAD",
            "All", "ALL",
            "Sse", "GET");
    private static final Set<String> OPEN = Set.of(
            "Public",
            "IsPublic",
            "SkipAuth",
            "NoAuth",
            "AllowAnonymous",
            "AllowUnauthenticated",
            "Anonymous",
            "PublicRoute",
            "Unauthenticated");

    private static final Pattern METADATA =
            Pattern.compile("SetMetadata\\s*(?:<[^>(]*>)?\\(\\s*([\\w$.]+|[\"'`][^\"'`]*[\"'`])");
    private static final int MAX_PARENTS = 6;

    private final Program program;
    private final FactSink sink;
    private final Resolver resolver;
    private final Middlewares middlewares;
    private final RouteObjects objects;
    private final NestParents parents;

    NestRoutes(Program program, FactSink sink, Middlewares middlewares) {
        this.program = program;
        this.sink = sink;
        this.resolver = program.resolver();
        this.middlewares = middlewares;
        this.objects = new RouteObjects(resolver);
        this.parents = new NestParents(sink, resolver);
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
                List<Served.Met> guards = guards(decorators, own, application);
                for (String prefix : prefixes)
                    for (String path : paths)
                        for (String full : application.paths(RoutePath.join(prefix, path), verb, of))
                            served.add(served(verb, full, path, method, one, own, guards, marked(decorators, own)));
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

    private static @Nullable String marked(List<Decorator> outer, List<Decorator> own) {
        for (List<Decorator> decorators : List.of(own, outer)) {
            for (Decorator one : decorators) if (OPEN.contains(one.name())) return one.name();
        }
        return null;
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

    private List<Served.Met> guards(List<Decorator> outer, List<Decorator> own, NestApplication application) {
        List<Served.Met> met = new ArrayList<>();
        String marked = marked(outer, own);
        for (Middleware one : application.guards()) met.add(met(one, GuardVia.GLOBAL, marked));
        List<Decorator> claims = new ArrayList<>();
        for (List<Decorator> decorators : List.of(outer, own)) {
            for (Decorator one : decorators) {
                if (one.name().equals("UseGuards") && one.nest()) {
                    Frame frame = Frame.of(one.at().module());
                    for (Middleware guard : middlewares.read(one.arguments(), frame))
                        met.add(met(guard, GuardVia.DECORATOR, marked));
                } else if (claims(one)) {
                    claims.add(one);
                }
            }
        }
        List<Served.Met> all = new ArrayList<>(met);
        for (Decorator claim : claims) all.add(claim(claim, met));
        return all;
    }

    private static boolean claims(Decorator one) {
        String name = one.name();
        if (METHODS.containsKey(name) || OPEN.contains(name) || name.startsWith("Api") || name.startsWith("Skip"))
            return false;
        if (name.equals("Controller") || name.startsWith("Use")) return false;
        return GuardWords.kind(name) != GuardKind.OTHER;
    }

    /** A guard; one that reads metadata lets handlers pass that are marked as public. */
    private Served.Met met(Middleware guard, GuardVia via, @Nullable String marked) {
        boolean lets = marked != null && guard.kind() != GuardKind.RATE_LIMIT && readsMetadata(guard);
        return lets
                ? new Served.Met(guard, via, guard.at(), false, "the handler is marked `@" + marked + "()`")
                : Served.Met.of(guard, via, guard.at());
    }

    /** Whether a guard may look at decorators of the handler; those of other packages may. */
    private boolean readsMetadata(Middleware guard) {
        Located bare = Syntax.bare(guard.at());
        Value value = resolver.value(bare);
        Located declaration = value instanceof Value.Class declared ? declared.declaration() : null;
        if (value instanceof Value.CallResult result)
            declaration = result.callee().declaration();
        return declaration == null || declaration.node().text().contains("eflector");
    }

    /** A decorator that asks for something: it has an effect when it applies a guard or a guard reads it. */
    private Served.Met claim(Decorator claim, List<Served.Met> guards) {
        Middleware middleware = new Middleware(
                claim.name(),
                GuardWords.kind(claim.name()),
                middlewares.arguments(claim.at(), Frame.of(claim.at().module())),
                claim.at(),
                true,
                null,
                List.of(),
                false);
        Located declaration = claim.callee().declaration();
        boolean applies = declaration != null && declaration.node().text().contains("UseGuards(");
        boolean read = guards.stream()
                .anyMatch(guard -> guard.miss() == null
                        && (guard.middleware().kind() == middleware.kind() || reads(guard.middleware(), claim)));
        if (applies || read) return Served.Met.of(middleware, GuardVia.DECORATOR, claim.at());
        String miss = "no guard that covers the handler is seen to read it";
        return new Served.Met(middleware, GuardVia.DECORATOR, claim.at(), false, miss);
    }

    /** Whether a guard names the decorator, or the key of the metadata that the decorator sets. */
    private boolean reads(Middleware guard, Decorator claim) {
        if (!(resolver.value(Syntax.bare(guard.at())) instanceof Value.Class declared)) return false;
        StringBuilder text = new StringBuilder();
        Located in = declared.declaration();
        for (int i = 0; i < MAX_PARENTS && in != null; i++) {
            text.append(in.node().text()).append('\n');
            in = Classes.parent(in, resolver);
        }
        if (text.indexOf("eflector") < 0) return false;
        List<String> words = new ArrayList<>(List.of(claim.name()));
        Located declaration = claim.callee().declaration();
        if (declaration != null) {
            Matcher key = METADATA.matcher(declaration.node().text());
            while (key.find()) words.add(key.group(1).replaceAll("[\"'`]", ""));
        }
        return words.stream()
                .anyMatch(word -> Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                        .matcher(text)
                        .find());
    }
}
