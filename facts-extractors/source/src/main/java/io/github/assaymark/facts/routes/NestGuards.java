package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.routes.Decorators.Decorator;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What guards the handlers of NestJS controllers. */
final class NestGuards {
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

    private static final int MAX_PARENTS = 6;

    private final Resolver resolver;
    private final Middlewares middlewares;
    private final NestMetadata metadata;

    NestGuards(Resolver resolver, Middlewares middlewares) {
        this.resolver = resolver;
        this.middlewares = middlewares;
        this.metadata = new NestMetadata(resolver);
    }

    /** The name of the decorator that says that everyone may call a handler; null when there is none. */
    static @Nullable String marked(List<Decorator> outer, List<Decorator> own) {
        for (List<Decorator> decorators : List.of(own, outer)) {
            for (Decorator one : decorators) if (OPEN.contains(one.name())) return one.name();
        }
        return null;
    }

    /** The guards of a handler: of the application, of its class and its own. */
    List<Served.Met> of(List<Decorator> outer, List<Decorator> own, NestApplication application) {
        List<Served.Met> met = new ArrayList<>();
        for (Middleware one : application.guards()) met.add(met(one, GuardVia.GLOBAL, outer, own));
        List<Decorator> claims = new ArrayList<>();
        for (List<Decorator> decorators : List.of(outer, own)) {
            for (Decorator one : decorators) {
                if (one.name().equals("UseGuards") && one.nest()) {
                    Frame frame = Frame.of(one.at().module());
                    for (Middleware guard : middlewares.read(one.arguments(), frame))
                        met.add(met(guard, GuardVia.DECORATOR, outer, own));
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
        if (NestRoutes.METHODS.containsKey(name)
                || OPEN.contains(name)
                || name.startsWith("Api")
                || name.startsWith("Skip")) return false;
        if (name.equals("Controller") || name.startsWith("Use")) return false;
        return GuardWords.kind(name) != GuardKind.OTHER;
    }

    /** A guard; one that reads metadata lets handlers pass that set it, or that do not. */
    private Served.Met met(Middleware guard, GuardVia via, List<Decorator> outer, List<Decorator> own) {
        if (guard.condition() != null) return Served.Met.of(guard, via, guard.at());
        Located declaration = declaration(guard);
        Located asked = declaration == null ? null : Classes.method(declaration, "canActivate", resolver);
        String miss = null;
        if (asked != null && guard.kind() != GuardKind.OTHER) {
            for (NestMetadata.Pass pass : metadata.passes(asked, guard.kind())) {
                if (miss == null) miss = miss(pass, outer, own);
            }
        }
        String marked = marked(outer, own);
        boolean reads = declaration == null || declaration.node().text().contains("eflector");
        boolean lets = marked != null && guard.kind() != GuardKind.RATE_LIMIT && reads;
        if (lets) miss = "the handler is marked `@" + marked + "()`";
        return miss == null
                ? Served.Met.of(guard, via, guard.at())
                : new Served.Met(guard, via, guard.at(), false, miss);
    }

    private @Nullable String miss(NestMetadata.Pass pass, List<Decorator> outer, List<Decorator> own) {
        List<Decorator> all = new ArrayList<>(own);
        if (!pass.ofHandler()) all.addAll(outer);
        Decorator setter = metadata.setter(all, pass.keys());
        if (pass.set()) return setter == null ? null : "the handler is marked `@" + setter.name() + "()`";
        return setter == null ? "it lets handlers pass that do not set `" + pass.key() + "`" : null;
    }

    /** The class of a guard; null when it is not in the repository. */
    private @Nullable Located declaration(Middleware guard) {
        Value value = resolver.value(Syntax.bare(guard.at()));
        if (value instanceof Value.Class declared) return declared.declaration();
        return value instanceof Value.CallResult result ? result.callee().declaration() : null;
    }

    /** A decorator that asks for something: it has an effect when it applies a guard or a guard reads it. */
    private Served.Met claim(Decorator claim, List<Served.Met> guards) {
        Middleware middleware = new Middleware(
                claim.name(),
                GuardWords.kind(claim.name()),
                middlewares.arguments().texts(claim.at(), Frame.of(claim.at().module())),
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
            words.addAll(metadata.keys(declaration));
        }
        return words.stream()
                .anyMatch(word -> Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                        .matcher(text)
                        .find());
    }
}
