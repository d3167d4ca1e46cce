package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;

/** Says where requests are answered in ways that are not followed, so that no route does not look like none. */
final class UnreadFrameworks {
    private static final Set<String> PACKAGES = Set.of(
            "koa",
            "@koa/router",
            "koa-router",
            "@hapi/hapi",
            "restify",
            "elysia",
            "itty-router",
            "h3",
            "polka",
            "micro",
            "routing-controllers",
            "tsoa",
            "@feathersjs/express",
            "@feathersjs/koa",
            "@adonisjs/core",
            "@loopback/rest",
            "@oak/oak",
            "moleculer-web",
            "uWebSockets.js",
            "sails",
            "@apollo/server/standalone",
            "@trpc/server/adapters/standalone",
            "@trpc/server/adapters/express",
            "@trpc/server/adapters/fastify",
            "@trpc/server/adapters/fetch",
            "@trpc/server/adapters/next",
            "@hono/trpc-server",
            "@hono/graphql-server",
            "mercurius",
            "graphql-yoga",
            "express-graphql",
            "apollo-server-express",
            "@apollo/server/express4",
            "@as-integrations/express4",
            "@as-integrations/express5",
            "@as-integrations/fastify",
            "graphql-http/lib/use/express",
            "http-proxy-middleware",
            "express-http-proxy",
            "@fastify/http-proxy",
            "@fastify/express",
            "@fastify/middie",
            "@connectrpc/connect-node");
    private static final Set<String> SERVERS =
            Set.of("http", "https", "http2", "node:http", "node:https", "node:http2");

    private final FactSink sink;
    private final Resolver resolver;

    UnreadFrameworks(FactSink sink, Resolver resolver) {
        this.sink = sink;
        this.resolver = resolver;
    }

    void read(Module module) {
        for (SyntaxNode statement : module.nodes(SyntaxKind.IMPORT_STATEMENT)) {
            SyntaxNode source = statement.child("source");
            if (source == null || statement.child("typeonly") != null) continue;
            if (imported(module.at(statement), Syntax.unquoted(source.text()))) return;
        }
        for (SyntaxNode call : module.nodes(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode function = call.child("function");
            SyntaxNode arguments = call.child("arguments");
            if (function == null || arguments == null || arguments.children().isEmpty()) continue;
            SyntaxNode first = arguments.children().get(0);
            if (function.text().equals("require")) {
                if (imported(module.at(call), Syntax.unquoted(first.text()))) return;
            } else if (function.text().endsWith("createServer")) {
                server(module.at(call), arguments.children());
            } else if (function.text().equals("Bun.serve") || function.text().equals("Deno.serve")) {
                if (holdsFunction(first))
                    sink.unresolved("routes of a server", module.at(call), "no framework is used", HonoDialect.ALL);
            }
        }
    }

    private boolean imported(Located at, String name) {
        if (!PACKAGES.contains(name)) return false;
        sink.unresolved("routes of a framework", at, "routes of `" + name + "` are not followed", HonoDialect.ALL);
        return true;
    }

    /** {@code http.createServer((request, response) => ..)} without an application. */
    private void server(Located call, List<SyntaxNode> arguments) {
        if (arguments.stream().noneMatch(Syntax::isFunction)) return;
        Callee callee = resolver.callee(call);
        String module = callee.module();
        if (module != null && SERVERS.contains(module))
            sink.unresolved("routes of a server", call, "no framework is used", HonoDialect.ALL);
    }

    /** {@code Bun.serve({ fetch(request) {..} })}; an application's own {@code fetch} is no function here. */
    private static boolean holdsFunction(SyntaxNode first) {
        if (Syntax.isFunction(first)) return true;
        for (SyntaxNode entry : first.children()) {
            SyntaxNode key = entry.is(SyntaxKind.PAIR) ? entry.child("key") : entry.child("name");
            SyntaxNode value = entry.is(SyntaxKind.PAIR) ? entry.child("value") : entry;
            if (key != null && key.text().equals("fetch") && value != null && Syntax.isFunction(value)) return true;
        }
        return false;
    }
}
