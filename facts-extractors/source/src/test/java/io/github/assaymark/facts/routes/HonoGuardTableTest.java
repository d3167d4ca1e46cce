package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every registration whose effect was measured with requests against Hono 4.13. */
class HonoGuardTableTest {
    private static final String HEAD = """
            import { Hono } from "hono";
            import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
            import { requireAuth } from "./require-auth";
            const ok = (c) => c.text("ok");
            """;

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(delimiter = '|', textBlock = """
            app.use("/v1/examples/*", requireAuth); app.get("/v1/examples", ok)               | GET /v1/examples            | guarded
            app.use("/v1/examples/*", requireAuth); app.get("/v1/examples/", ok)              | GET /v1/examples            | guarded
            app.use("/v1/examples/*", requireAuth); app.get("/v1/examples/:id", ok)           | GET /v1/examples/{id}       | guarded
            app.use("/v1/examples/*", requireAuth); app.get("/v1/examplesX", ok)              | GET /v1/examplesX           | open
            app.get("/v1/examples/:id", ok); app.use("/v1/examples/*", requireAuth)           | GET /v1/examples/{id}       | open
            app.use("/v1/examples", requireAuth); app.get("/v1/examples/:id", ok)             | GET /v1/examples/{id}       | open
            app.use("/v1/examples/:id", requireAuth); app.get("/v1/examples/:id", ok)         | GET /v1/examples/{id}       | guarded
            app.use("/v1/examples/:id", requireAuth); app.get("/v1/examples/:id/notes", ok)   | GET /v1/examples/{id}/notes | open
            app.use("/v1/e/{id}", requireAuth); app.get("/v1/e/:id", ok)                      | GET /v1/e/{id}              | open
            app.use("*", requireAuth); const s = new Hono(); s.get("/x", ok); app.route("/api", s)  | GET /api/x            | guarded
            const s = new Hono(); s.get("/x", ok); app.route("/api", s); app.use("*", requireAuth)  | GET /api/x            | open
            const s = new Hono(); s.use("*", requireAuth); s.get("/x", ok); app.route("/", s); app.get("/other", ok) | GET /other | guarded
            app.get("/other", ok); const s = new Hono(); s.use("*", requireAuth); s.get("/x", ok); app.route("/", s) | GET /other | open
            const s = new Hono(); s.get("/x", ok); app.route("/api", s); s.get("/late", ok)   | GET /api/late               | absent
            app.get("/v1/*", requireAuth); app.post("/v1/below", ok)                          | POST /v1/below              | open
            app.get("/v1/*", requireAuth); app.get("/v1/below", ok)                           | GET /v1/below               | guarded
            app.on("POST", "/v1/*", requireAuth); app.get("/v1/below", ok)                    | GET /v1/below               | open
            app.on("POST", "/v1/*", requireAuth); app.post("/v1/below", ok)                   | POST /v1/below              | guarded
            app.use(requireAuth); app.get("/q", ok)                                           | GET /q                      | guarded
            const b = app.basePath("/api"); b.use("/x/*", requireAuth); b.get("/x/1", ok)     | GET /api/x/1                | guarded
            app.use("/v1/*/notes", requireAuth); app.get("/v1/:id/notes", ok)                 | GET /v1/{id}/notes          | guarded
            app.all("/everything", ok)                                                        | ALL /everything             | open
            """)
    void tells_what_a_request_would_meet(String registrations, String key, String expected) {
        SourceFixture fixture =
                fixture("const app = new Hono();\n" + registrations.replace("; ", ";\n") + ";\nexport default app;\n");
        List<Route> routes = fixture.facts(Route.class).stream()
                .filter(route -> route.key().equals(key))
                .toList();
        if (expected.equals("absent")) {
            assertThat(routes).isEmpty();
            return;
        }
        assertThat(routes).hasSize(1);
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().equals(key) && guard.effective())
                        .map(RouteGuard::name)
                        .toList())
                .isEqualTo(expected.equals("guarded") ? List.of("requireAuth") : List.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            app.openapi(createRoute({ method: "get", path: "/v1/e/{id}", middleware: [requireAuth], responses: {} }), ok) | guarded
            app.openapi(createRoute({ method: "get", path: "/v1/e/{id}", middleware: requireAuth, responses: {} }), ok)   | guarded
            app.openapi(createRoute({ method: "get", path: "/v1/e/{id}", responses: {} }), ok); app.use("/v1/e/*", requireAuth) | open
            app.use("/v1/e/:id", requireAuth); app.openapi(createRoute({ method: "get", path: "/v1/e/{id}", responses: {} }), ok) | guarded
            app.use("/v1/e/{id}", requireAuth); app.openapi(createRoute({ method: "get", path: "/v1/e/{id}", responses: {} }), ok) | open
            """)
    void tells_what_a_request_to_a_described_route_would_meet(String registrations, String expected) {
        SourceFixture fixture =
                fixture("const app = new OpenAPIHono();\n" + registrations.replace("; app", ";\napp") + ";\n");
        Route route = fixture.only(Route.class);
        assertThat(route.key()).isEqualTo("GET /v1/e/{id}");
        assertThat(route.originalPath()).isEqualTo("/v1/e/{id}");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(RouteGuard::effective)
                        .map(RouteGuard::name)
                        .toList())
                .isEqualTo(expected.equals("guarded") ? List.of("requireAuth") : List.of());
    }

    private static SourceFixture fixture(String body) {
        return SourceFixture.of("src/app.ts", HEAD + body, "src/require-auth.ts", """
                export const requireAuth = async (c, next) => {
                  if (!c.req.header("authorization")) return c.json({}, 401);
                  await next();
                };
                """);
    }
}
