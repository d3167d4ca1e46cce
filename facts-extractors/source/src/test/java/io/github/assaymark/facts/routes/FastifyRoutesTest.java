package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FastifyRoutesTest {
    private static final String HEAD = """
            import Fastify from "fastify";
            import fp from "fastify-plugin";
            import { requireAuth } from "auth-kit";
            const ok = async (request, reply) => "ok";
            const app = Fastify({ logger: true });
            """;

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(delimiter = '|', textBlock = """
            app.addHook("onRequest", requireAuth); app.get("/a", ok)                                            | GET /a      | guarded
            app.get("/a", ok); app.addHook("preHandler", requireAuth)                                           | GET /a      | guarded
            app.addHook("onSend", requireAuth); app.get("/a", ok)                                               | GET /a      | open
            app.get("/a", { preHandler: requireAuth }, ok)                                                      | GET /a      | guarded
            app.get("/a", { onRequest: [requireAuth] }, ok)                                                     | GET /a      | guarded
            app.route({ method: ["PUT"], url: "/a", preValidation: requireAuth, handler: ok })                  | PUT /a      | guarded
            app.addHook("onRequest", requireAuth); app.register(async (one) => { one.get("/x", ok) }, { prefix: "/p" }) | GET /p/x | guarded
            app.register(async (one) => { one.get("/x", ok) }, { prefix: "/p" }); app.addHook("onRequest", requireAuth) | GET /p/x | guarded
            await app.register(async (one) => { one.get("/x", ok) }, { prefix: "/p" }); app.addHook("onRequest", requireAuth) | GET /p/x | guarded
            app.register(async (one) => { one.addHook("onRequest", requireAuth) }); app.get("/a", ok)           | GET /a      | open
            app.register(fp(async (one) => { one.addHook("onRequest", requireAuth) })); app.get("/a", ok)       | GET /a      | guarded
            app.register(async (one) => { one.addHook("onRequest", requireAuth) }); app.register(async (two) => { two.get("/y", ok) }) | GET /y | open
            if (process.env.SAFE) app.addHook("onRequest", requireAuth); app.get("/a", ok)                      | GET /a      | open
            """)
    void tells_what_a_request_would_meet(String registrations, String key, String expected) {
        SourceFixture fixture = SourceFixture.of("src/app.ts", HEAD + registrations.replace("; app", ";\napp") + ";\n");
        assertThat(fixture.facts(Route.class).stream().map(Route::key).toList()).contains(key);
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().equals(key) && guard.effective())
                        .map(RouteGuard::name)
                        .toList())
                .isEqualTo(expected.equals("guarded") ? List.of("requireAuth") : List.of());
    }

    @Test
    void plugins_of_other_files_are_followed_with_their_prefixes() {
        SourceFixture fixture = SourceFixture.of(
                "src/server.ts",
                """
                import fastify from "fastify";
                import { invoices } from "./invoices";
                import authPlugin from "./auth-plugin";
                import rateLimit from "@fastify/rate-limit";
                async function main() {
                  const app = fastify();
                  await app.register(rateLimit, { max: 90 });
                  await app.register(authPlugin);
                  await app.register(invoices, { prefix: "/v2/invoices" });
                }
                main();
                """,
                "src/auth-plugin.ts",
                """
                import fp from "fastify-plugin";
                import type { FastifyInstance } from "fastify";
                export default fp(async function (fastify: FastifyInstance) {
                  fastify.decorate("authenticate", async () => {});
                });
                """,
                "src/invoices.ts",
                """
                import type { FastifyInstance } from "fastify";
                import { requireScope } from "./scopes";
                export async function invoices(fastify: FastifyInstance, options: object) {
                  fastify.get("/:invoiceId", {
                    schema: { summary: "One invoice", response: { 200: { type: "object", examples: [{ id: "inv_31" }] } } },
                    preHandler: [fastify.authenticate, requireScope("invoices.read")],
                  }, async function readInvoice(request, reply) {
                    return reply.code(404).send({ code: "INVOICE_MISSING" });
                  });
                }
                """,
                "src/scopes.ts",
                "export const requireScope = (scope) => async (request, reply) => {};\n");
        Route route = fixture.only(Route.class);
        assertThat(route.key()).isEqualTo("GET /v2/invoices/{invoiceId}");
        assertThat(route.typed()).isTrue();
        assertThat(route.described()).isTrue();
        assertThat(route.exampled()).isTrue();
        assertThat(route.handler()).isEqualTo("readInvoice");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .map(guard -> guard.order() + " " + guard.kind() + " " + guard.name() + guard.arguments() + " "
                                + guard.via())
                        .sorted()
                        .toList())
                .containsExactly(
                        "1 RATE_LIMIT @fastify/rate-limit[] " + GuardVia.USE,
                        "2 AUTHENTICATION authenticate[] " + GuardVia.ROUTE_OBJECT,
                        "3 SCOPE requireScope[invoices.read] " + GuardVia.ROUTE_OBJECT);
        assertThat(fixture.facts(Unresolved.class)).isEmpty();
    }

    @Test
    void directories_of_plugins_and_plugins_nobody_registers_are_said_to_be_open() {
        SourceFixture fixture = SourceFixture.of("src/server.ts", """
                import fastify from "fastify";
                import autoload from "@fastify/autoload";
                const app = fastify();
                app.register(autoload, { dir: "routes" });
                """, "src/routes/one.ts", """
                import type { FastifyInstance } from "fastify";
                export default async function one(fastify: FastifyInstance) {
                  fastify.get("/one", async () => "one");
                }
                """);
        assertThat(fixture.facts(Route.class)).isEmpty();
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::lookedFor)
                        .toList())
                .containsExactlyInAnyOrder("routes of a directory", "registration on an application");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            app.get("/a", { config: { rateLimit: { max: 3 } } }, ok)                                              | open
            await app.register(limits, { global: false }); app.get("/a", { config: { rateLimit: { max: 3 } } }, ok) | limited
            await app.register(limits, { global: false }); app.get("/a", ok)                                      | open
            app.register(limits); app.get("/a", ok)                                                               | open
            await app.register(limits); app.get("/a", ok)                                                         | limited
            app.get("/a", ok); await app.register(limits)                                                         | open
            app.register(limits); app.register(async (one) => { one.get("/a", ok) })                              | limited
            app.register(async (one) => { one.get("/a", ok) }); app.register(limits)                              | open
            await app.register(limits, unknownOptions); app.get("/a", ok)                                         | open
            """)
    void limits_hold_for_routes_that_are_made_after_the_plugin_is_loaded(String text, String expected) {
        SourceFixture fixture = SourceFixture.of(
                "src/app.ts",
                "import limits from \"@fastify/rate-limit\";\nimport { unknownOptions } from \"outside-kit\";\n" + HEAD
                        + text.replace("; ", ";\n") + ";\n");
        assertThat(fixture.only(Route.class).key()).isEqualTo("GET /a");
        assertThat(fixture.facts(RouteGuard.class).stream().anyMatch(RouteGuard::effective))
                .isEqualTo(expected.equals("limited"));
        assertThat(fixture.facts(Unresolved.class)).hasSize(text.contains("unknownOptions") ? 1 : 0);
    }

    @Test
    void the_prefix_of_a_plugin_with_unknown_options_is_told() {
        SourceFixture fixture = SourceFixture.of(
                "src/app.ts",
                "import { options } from \"outside-kit\";\n" + HEAD
                        + "app.register(async (one) => { one.get(\"/a\", ok) }, options);\n"
                        + "app.register(async (two) => { two.get(\"/b\", ok) }, { ...options });\n");
        assertThat(fixture.facts(Route.class)).isEmpty();
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::lookedFor)
                        .toList())
                .containsExactly("prefix of a plugin", "prefix of a plugin");
    }

    private static SourceFixture loaded(String options) {
        return SourceFixture.of(
                "src/server.ts",
                """
                import fastify from "fastify";
                import autoload from "@fastify/autoload";
                import path, { join } from "node:path";
                import { fileURLToPath } from "node:url";
                const here = path.dirname(fileURLToPath(import.meta.url));
                const app = fastify();
                app.register(autoload, { dir: join(__dirname, "plugins") });
                app.register(autoload, %s);
                """.formatted(options),
                "src/plugins/gate.ts",
                """
                import fp from "fastify-plugin";
                export default fp(async (f) => { f.addHook("onRequest", async (req, reply) => { await req.jwtVerify(); }); });
                """,
                "src/routes/root.ts",
                "export default async function root(f) { f.get(\"/\", async () => 1); }\n",
                "src/routes/users/index.ts",
                "export default async function users(f) { f.get(\"/:id\", async () => 2); }\n",
                "src/routes/users/ignored.ts",
                "export default async function ignored(f) { f.get(\"/ignored\", async () => 3); }\n",
                "src/routes/users/notes/list.ts",
                "export const autoPrefix = \"/pre\"; export default async function notes(f) { f.get(\"/list\", async () => 4); }\n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{ dir: join(__dirname, \"routes\"), options: { prefix: \"/v1\" } }",
                "{ dir: path.resolve(here, \"./routes\"), options: { prefix: \"/v1/\" }, forceESM: true }",
                "{ dir: `${import.meta.dirname}/routes`, options: { prefix: \"/v1\" } }",
                "{ dir: __dirname + \"/routes\", options: { prefix: \"/v1\" } }",
                "{ dir: fileURLToPath(new URL(\"./routes\", import.meta.url)), options: { prefix: \"/v1\" } }"
            })
    void plugins_of_a_directory_are_loaded_under_its_name(String options) {
        SourceFixture fixture = loaded(options);
        assertThat(fixture.facts(Route.class).stream().map(Route::key).toList())
                .containsExactlyInAnyOrder("GET /v1", "GET /v1/users/{id}", "GET /v1/pre/list");
        assertThat(fixture.facts(RouteGuard.class)).hasSize(3).allMatch(RouteGuard::effective);
        assertThat(fixture.facts(Unresolved.class)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{ dir: process.env.ROUTES }",
                "{ dir: join(__dirname, \"elsewhere\") }",
                "{ dir: join(__dirname, \"routes\"), ignorePattern: /users/ }",
                "{ dir: join(__dirname, \"routes\"), dirNameRoutePrefix: false }",
                "{ dir: join(__dirname, \"routes\"), options: lookup() }",
                "lookup()"
            })
    void a_directory_that_is_not_followed_is_told(String options) {
        assertThat(loaded(options).facts(Unresolved.class))
                .anyMatch(one -> one.lookedFor().equals("routes of a directory"));
    }

    @Test
    void routes_of_a_function_that_runs_after_plugins_are_read_or_told() {
        SourceFixture fixture = SourceFixture.of("src/server.ts", """
                import fastify from "fastify";
                import { later } from "outside-kit";
                const app = fastify();
                app.register(async () => {}).after(() => { app.get("/a", async () => 1); });
                function more() { app.get("/b", async () => 2); }
                app.after(more);
                app.after(later);
                """);
        assertThat(fixture.facts(Route.class).stream().map(Route::key).toList())
                .containsExactlyInAnyOrder("GET /a", "GET /b");
        assertThat(fixture.only(Unresolved.class).expression()).isEqualTo("app.after(later)");
    }
}
