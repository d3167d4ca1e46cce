package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.FileKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The routes that a piece of a test requests, as {@code METHOD path}: {@code app.request('/x', { method })},
 * {@code request(app).post('/x')} of supertest, {@code app.inject({ method, url })}, {@code fetch(url, { method })},
 * {@code client.v1.orders.$get()} of Hono, HTTP clients, {@code page.goto('/x')}; and those that helper functions of
 * the tests request with what they are given, one level deep. Used by one thread.
 */
final class RequestedRoutes {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "head", "options", "del");
    private static final Set<String> HONO = Set.of("$get", "$post", "$put", "$patch", "$delete", "$head", "$options");
    private static final Set<String> SENDING =
            Set.of("request", "fetch", "inject", "handle", "goto", "dispatchRequest");

    private final Resolver resolver;

    RequestedRoutes(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The routes, sorted. */
    Set<String> in(Located piece) {
        Set<String> routes = new TreeSet<>();
        for (SyntaxNode node : Syntax.below(piece.node(), SyntaxKind.CALL_EXPRESSION)) {
            Located call = piece.at(node);
            String route = route(call, null);
            if (route != null) routes.add(route);
            else helper(call, piece.node(), routes);
        }
        return routes;
    }

    /**
     * The routes that one call requests, itself or by a helper function of the tests.
     *
     * @param site the call of the helper function that it stands in; null when it stands in the test
     */
    Set<String> of(Located call, @Nullable Located site) {
        Set<String> routes = new TreeSet<>();
        String route = route(call, site);
        if (route != null) routes.add(route);
        else helper(call, call.node(), routes);
        return routes;
    }

    private void helper(Located call, SyntaxNode piece, Set<String> routes) {
        String name = Syntax.dotted(Syntax.target(call.node()));
        if (name == null || BuiltIn.call(name)) return;
        Located declared = resolver.callee(call).declaration();
        if (declared == null || declared.module().kind() == FileKind.PRODUCTION) return;
        if (!Syntax.function(declared.node()) || Syntax.within(declared.node(), piece)) return;
        for (SyntaxNode inner : Syntax.below(declared.node(), SyntaxKind.CALL_EXPRESSION)) {
            String route = route(declared.at(inner), call);
            if (route != null) routes.add(route);
        }
    }

    private @Nullable String route(Located call, @Nullable Located site) {
        SyntaxNode target = Syntax.target(call.node());
        if (target == null) return null;
        SyntaxNode bare = Syntax.bare(target);
        SyntaxNode property = bare.is(SyntaxKind.MEMBER_EXPRESSION) ? bare.child("property") : null;
        String name = property == null ? bare.text() : property.text();
        SyntaxNode first = Syntax.argument(call.node(), 0);
        if (HONO.contains(name)) return hono(bare, name.substring(1));
        if (first == null) return null;
        // request(app).get('/x') of supertest: the verb requests, not what it stands on
        if (SENDING.contains(name)) return property == null && continued(call.node()) ? null : sent(call, first, site);
        if (property == null || !VERBS.contains(name)) return null;
        // harness.post({ url: '/x', body })
        if (resolver.value(call.at(first)) instanceof Value.Struct struct) {
            Located url = struct.get("url");
            String path = url == null ? null : path(url, site);
            return path == null ? null : method(name) + " " + path;
        }
        String path = path(call.at(first), site);
        return path == null || !requests(bare) ? null : method(name) + " " + path;
    }

    /** Whether a verb is called on the result of a call. */
    private static boolean continued(SyntaxNode call) {
        SyntaxNode around = Syntax.around(call);
        SyntaxNode property = around == null ? null : around.child("property");
        return property != null && VERBS.contains(property.text());
    }

    /** Whether the receiver of {@code .get('/x')} requests; a router would define the route instead. */
    private boolean requests(SyntaxNode member) {
        SyntaxNode object = member.child("object");
        if (object == null) return false;
        SyntaxNode receiver = Syntax.bare(object);
        if (receiver.is(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode made = Syntax.target(receiver);
            String name = made == null ? null : Syntax.dotted(made);
            if (name == null) return made != null && requests(Syntax.bare(made));
            String last = Syntax.last(name).toLowerCase(Locale.ROOT);
            return last.equals("request")
                    || last.contains("supertest")
                    || last.contains("agent")
                    || last.contains("client");
        }
        String dotted = Syntax.dotted(receiver);
        if (dotted == null) return false;
        String last = Syntax.last(dotted).toLowerCase(Locale.ROOT);
        return last.equals("request")
                || last.equals("axios")
                || last.equals("got")
                || last.equals("ky")
                || last.equals("http")
                || last.endsWith("agent")
                || last.endsWith("client")
                || last.endsWith("api")
                || last.endsWith("supertest");
    }

    private @Nullable String sent(Located call, SyntaxNode first, @Nullable Located site) {
        Located options = call.at(first);
        Value value = resolver.value(options);
        if (value instanceof Value.CallResult result
                && result.callee().name().equals("Request")
                && result.call().node().is(SyntaxKind.NEW_EXPRESSION)) {
            SyntaxNode url = Syntax.argument(result.call().node(), 0);
            return url == null ? null : sent(result.call(), url, site);
        }
        if (value instanceof Value.Struct struct) {
            Located url = struct.get("url") != null ? struct.get("url") : struct.get("path");
            String path = url == null ? null : path(url, site);
            return path == null ? null : method(struct.get("method"), site) + " " + path;
        }
        String path = path(options, site);
        if (path == null) return null;
        SyntaxNode second = Syntax.argument(call.node(), 1);
        if (second == null) return "GET " + path;
        Located settings = given(call.at(second), site);
        if (resolver.value(settings) instanceof Value.Struct struct) {
            Located method = struct.get("method");
            if (method == null && !struct.complete()) return "{} " + path;
            return method(method, site) + " " + path;
        }
        SyntaxNode written = Syntax.entry(settings.node(), "method");
        return (written != null ? method(settings.at(written), site) : "{}") + " " + path;
    }

    private String method(@Nullable Located method, @Nullable Located site) {
        if (method == null) return "GET";
        Located known = given(method, site);
        Optional<String> text = resolver.text(known);
        return text.isPresent() ? method(text.get()) : "{}";
    }

    private static String method(String verb) {
        return verb.equals("del") ? "DELETE" : verb.toUpperCase(Locale.ROOT);
    }

    /** What a parameter of a helper is at the call of it, or the expression itself. */
    private Located given(Located expression, @Nullable Located site) {
        if (site == null || !(resolver.value(expression) instanceof Value.Parameter parameter)) return expression;
        if (parameter.name().indexOf('.') >= 0) return expression;
        SyntaxNode argument = Syntax.argument(site.node(), parameter.index());
        return argument == null ? expression : site.at(argument);
    }

    private @Nullable String path(Located expression, @Nullable Located site) {
        return path(Address.of(given(expression, site), resolver).text());
    }

    /** The path of an address with its origin and query cut off; null when it holds none. */
    private static @Nullable String path(String address) {
        String path = address;
        int scheme = path.indexOf("://");
        if (scheme >= 0) {
            int slash = path.indexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path.substring(slash);
        } else if (path.startsWith("{}/")) {
            path = path.substring(2);
        }
        if (!path.startsWith("/")) return null;
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** {@code client.v1.orders[':id'].$post()} of Hono's client. */
    private static @Nullable String hono(SyntaxNode member, String verb) {
        StringBuilder path = new StringBuilder();
        SyntaxNode node = member.child("object");
        while (node != null) {
            SyntaxNode at = Syntax.bare(node);
            String part;
            if (at.is(SyntaxKind.MEMBER_EXPRESSION)) {
                SyntaxNode property = at.child("property");
                part = property == null ? null : property.text();
            } else if (at.is(SyntaxKind.SUBSCRIPT_EXPRESSION)) {
                part = Syntax.literal(at.child("index"));
            } else {
                break;
            }
            if (part == null) return null;
            if (!part.equals("index")) path.insert(0, "/" + (part.startsWith(":") ? "{}" : part));
            node = at.child("object");
        }
        List<String> method = List.of(verb.toUpperCase(Locale.ROOT));
        return method.get(0) + " " + (path.length() == 0 ? "/" : path);
    }
}
