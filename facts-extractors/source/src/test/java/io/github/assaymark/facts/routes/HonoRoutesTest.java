package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import io.github.assaymark.model.fact.WebFramework;
import java.util.List;
import org.junit.jupiter.api.Test;

class HonoRoutesTest {
    private static List<String> keys(SourceFixture fixture) {
        return fixture.facts(Route.class).stream().map(Route::key).toList();
    }

    private static RouteGuard guard(SourceFixture fixture, String route, String name) {
        List<RouteGuard> found = fixture.facts(RouteGuard.class).stream()
                .filter(guard -> guard.route().equals(route) && guard.name().equals(name))
                .toList();
        assertThat(found).as("guards of " + route).hasSize(1);
        return found.get(0);
    }

    @Test
    void routes_carry_their_full_path_method_framework_and_place() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { orders } from "./orders";
                export const app = new Hono();
                app.route("/v1/orders", orders);
                """, "src/orders.ts", """
                import { Hono } from "hono";
                export const orders = new Hono();
                orders.get("/:orderId/lines/:lineId{[0-9]+}", (c) => {
                  return c.json({ line: 7 });
                });
                """);
        Route route = fixture.only(Route.class);
        assertThat(route.key()).isEqualTo("GET /v1/orders/{orderId}/lines/{lineId}");
        assertThat(route.originalPath()).isEqualTo("/:orderId/lines/:lineId{[0-9]+}");
        assertThat(route.framework()).isEqualTo(WebFramework.HONO);
        assertThat(route.mutation()).isFalse();
        assertThat(route.typed()).isFalse();
        assertThat(route.conditional()).isFalse();
        assertThat(route.file()).isEqualTo("src/orders.ts");
        assertThat(route.handlerFile()).isEqualTo("src/orders.ts");
        assertThat(route.handlerLines()).isEqualTo(3);
        assertThat(route.handler()).isNull();
        assertThat(route.provenance())
                .isInstanceOfSatisfying(
                        Provenance.File.class,
                        place -> assertThat(place.startLine()).isEqualTo(3));
    }

    @Test
    void functions_that_register_are_followed_to_the_application_they_are_called_with() {
        SourceFixture fixture = SourceFixture.of(
                "src/index.ts",
                """
                import { newApp } from "./app";
                import { registerGetKey, registerDeleteKey } from "./keys";
                const app = newApp();
                app.use("*", rateLimit());
                registerGetKey(app);
                registerDeleteKey(app);
                import { rateLimit } from "./limit";
                export default app;
                """,
                "src/limit.ts",
                "export function rateLimit() { return async (c, next) => next(); }\n",
                "src/app.ts",
                """
                import { OpenAPIHono } from "@hono/zod-openapi";
                import { jwtAuth } from "auth-kit";
                export function newApp() {
                  const app = new OpenAPIHono({ strict: false });
                  app.use("/keys/*", jwtAuth({ audience: "keys" }));
                  return app;
                }
                """,
                "src/keys.ts",
                """
                import { createRoute, z } from "@hono/zod-openapi";
                import type { App } from "./app";
                const getKey = createRoute({
                  method: "get" as const,
                  path: "/keys/{keyId}",
                  operationId: "readKey",
                  summary: "Reads a key",
                  responses: { 200: { description: "the key", content: { "application/json": { schema: z.object({ id: z.string().openapi({ example: "key_81" }) }) } } } },
                });
                const deleteKey = createRoute({ method: "delete", path: "/keys/{keyId}", responses: {} });
                export const registerGetKey = (app: App) => app.openapi(getKey, async (c) => c.json({ id: "key_82" }));
                export function registerDeleteKey(app: App) {
                  app.openapi(deleteKey, async function dropKey(c) { return c.body(null, 204); });
                }
                """);
        assertThat(keys(fixture)).containsExactly("DELETE /keys/{keyId}", "GET /keys/{keyId}");
        Route get = fixture.facts(Route.class).get(1);
        assertThat(get.typed()).isTrue();
        assertThat(get.described()).isTrue();
        assertThat(get.exampled()).isTrue();
        assertThat(get.operationId()).isEqualTo("readKey");
        assertThat(get.order()).isEqualTo(1);
        Route delete = fixture.facts(Route.class).get(0);
        assertThat(delete.mutation()).isTrue();
        assertThat(delete.described()).isFalse();
        assertThat(delete.exampled()).isFalse();
        assertThat(delete.handler()).isEqualTo("dropKey");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().equals("GET /keys/{keyId}"))
                        .map(guard -> guard.order() + " " + guard.kind() + " " + guard.name() + guard.arguments())
                        .sorted()
                        .toList())
                .containsExactly("1 AUTHENTICATION jwtAuth[{ audience: \"keys\" }]", "2 RATE_LIMIT rateLimit[]");
        assertThat(fixture.facts(Unresolved.class)).isEmpty();
    }

    @Test
    void guards_are_resolved_through_arrays_spreads_constants_and_wrappers() {
        SourceFixture fixture = SourceFixture.of(
                "src/index.ts",
                """
                import { Hono } from "hono";
                import { every, some, except } from "hono/combine";
                import { protectedChain } from "./chain";
                import { SCOPES } from "./scopes";
                import { requireScope } from "./guards";
                const app = new Hono();
                const writer = requireScope(SCOPES.WRITE_NOTES);
                app.use("/notes/*", ...protectedChain);
                app.post("/notes", writer, (c) => c.text("made", 201));
                app.use("/many/*", every(requireScope("many.read"), requireScope("many.write")));
                app.get("/many", (c) => c.text("many"));
                app.use("/either/*", some(requireScope("either.a"), requireScope("either.b")));
                app.get("/either", (c) => c.text("either"));
                app.use("/but/*", except(["/but/free"], requireScope("but")));
                app.get("/but/free", (c) => c.text("free"));
                app.get("/but/paid", (c) => c.text("paid"));
                """,
                "src/chain.ts",
                """
                import { sessionAuth } from "./guards";
                import { auditLog } from "./audit";
                export const protectedChain = [sessionAuth, auditLog("notes")] as const;
                """,
                "src/audit.ts",
                "export const auditLog = (area) => async (c, next) => { await next(); trail.append(area); };\n",
                "src/scopes.ts",
                "export const SCOPES = { READ_NOTES: 'notes.read', WRITE_NOTES: 'notes.write' } as const;\n",
                "src/guards.ts",
                """
                export async function sessionAuth(c, next) {
                  if (!c.req.header("cookie")) return c.json({}, 401);
                  await next();
                }
                export const requireScope = (scope) => async (c, next) => {
                  if (!c.get("scopes").includes(scope)) throw new HTTPException(403);
                  await next();
                };
                """);
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().equals("POST /notes"))
                        .map(guard -> guard.order() + " " + guard.kind() + " " + guard.name() + guard.arguments() + " "
                                + guard.via() + " " + guard.effective())
                        .sorted()
                        .toList())
                .containsExactly(
                        "1 AUTHENTICATION sessionAuth[] USE true",
                        "2 AUDIT auditLog[notes] USE true",
                        "3 SCOPE requireScope[notes.write] ARGUMENT true");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().equals("GET /many"))
                        .map(RouteGuard::effective)
                        .toList())
                .containsExactly(true, true);
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().equals("GET /either"))
                        .map(RouteGuard::reason)
                        .toList())
                .containsExactly("one of several is enough", "one of several is enough");
        assertThat(guard(fixture, "GET /but/paid", "requireScope").effective()).isTrue();
        assertThat(guard(fixture, "GET /but/free", "requireScope").reason())
                .isEqualTo("`/but/free` is excepted from it");
    }

    @Test
    void near_misses_say_why_they_do_not_guard() {
        SourceFixture fixture = SourceFixture.of(
                "src/index.ts",
                """
                import { Hono } from "hono";
                import { requireScope } from "./guards";
                const app = new Hono();
                app.use("/a/e/{id}", requireScope("braces"));
                app.use("/a/e", requireScope("short"));
                app.on("POST", "/a/*", requireScope("posts"));
                if (process.env.STRICT) app.use("/a/*", requireScope("strict"));
                app.use("/a/e/:id/deeper", requireScope("deeper"));
                app.get("/a/e/:id", (c) => c.text("e"));
                app.use("/a/*", requireScope("late"));
                app.use("/elsewhere/*", requireScope("elsewhere"));
                """,
                "src/guards.ts",
                "export const requireScope = (scope) => async (c, next) => { await next(); };\n");
        List<RouteGuard> guards = fixture.facts(RouteGuard.class);
        assertThat(guards).allMatch(guard -> !guard.effective() && guard.kind() == GuardKind.SCOPE);
        assertThat(guards.stream()
                        .map(guard -> guard.arguments() + " " + guard.reason())
                        .sorted()
                        .toList())
                .containsExactly(
                        "[braces] it covers `/a/e/{id}`, which matches only some requests for `/a/e/{id}`: its braces stand for themselves, parameters begin with `:`",
                        "[deeper] it covers `/a/e/:id/deeper`, which does not match `/a/e/{id}`",
                        "[late] it is registered after the route",
                        "[posts] it is registered for POST only",
                        "[short] it covers `/a/e`, which does not match `/a/e/{id}`: it ends without `/*`",
                        "[strict] it is only registered under the condition `process.env.STRICT` (src/index.ts:7)");
        assertThat(guards.stream().filter(RouteGuard::conditional).toList()).hasSize(1);
    }

    @Test
    void a_condition_that_guard_and_route_share_does_not_weaken_the_guard() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { bearerAuth } from "hono/bearer-auth";
                const app = new Hono();
                if (process.env.ADMIN) {
                  app.use("/admin/*", bearerAuth({ token: process.env.ADMIN_TOKEN }));
                  app.get("/admin/users", (c) => c.text("users"));
                }
                """);
        assertThat(fixture.only(Route.class).conditional()).isTrue();
        assertThat(fixture.only(RouteGuard.class).effective()).isTrue();
    }

    @Test
    void one_route_is_given_for_every_effective_path_and_method() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                const twice = new Hono().get("/x", (c) => c.text("x")).post("/y", (c) => c.text("y"));
                const app = new Hono().basePath("/api").route("/one", twice).route("/two", twice);
                app.on(["PUT", "PATCH"], ["/p", "/q"], (c) => c.text("pq"));
                app.get("/files/:name?", (c) => c.text("files"));
                """);
        assertThat(keys(fixture))
                .containsExactlyInAnyOrder(
                        "GET /api/one/x",
                        "POST /api/one/y",
                        "GET /api/two/x",
                        "POST /api/two/y",
                        "PUT /api/p",
                        "PATCH /api/p",
                        "PUT /api/q",
                        "PATCH /api/q",
                        "GET /api/files",
                        "GET /api/files/{name}");
    }

    @Test
    void schemas_are_no_routes_although_zod_has_a_method_of_the_same_name() {
        SourceFixture fixture = SourceFixture.of("src/schema.ts", """
                import { z } from "@hono/zod-openapi";
                export const Thing = z.object({ id: z.string() }).openapi("Thing", { description: "a thing" });
                """);
        assertThat(fixture.facts(Route.class)).isEmpty();
        assertThat(fixture.facts(Unresolved.class)).isEmpty();
        assertThat(fixture.coverage("routes", Route.class, "").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void tests_register_no_routes() {
        SourceFixture fixture = SourceFixture.of("src/app.test.ts", """
                import { Hono } from "hono";
                const app = new Hono();
                app.get("/only-in-test", (c) => c.text("t"));
                """);
        assertThat(fixture.facts(Route.class)).isEmpty();
    }

    @Test
    void what_is_beyond_resolution_is_said_and_makes_the_coverage_partial() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { loadGuards, loadRoutes } from "loader";
                const app = new Hono();
                app.get(process.env.STATUS_PATH, (c) => c.text("status"));
                app.use("/a/*", ...loadGuards());
                app.route("/dynamic", loadRoutes());
                for (const one of loadRoutes()) app.get(one.path, one.handler);
                export function late(other: Hono) { other.get("/late", (c) => c.text("late")); }
                """);
        assertThat(fixture.facts(Route.class)).isEmpty();
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::lookedFor)
                        .toList())
                .contains(
                        "path of a route",
                        "middleware of a path",
                        "mounted application",
                        "registration on an application");
        assertThat(fixture.coverage("routes", Route.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(fixture.coverage("routes", RouteGuard.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void a_first_argument_that_may_be_a_path_is_no_middleware_and_no_handler() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { cors } from "hono/cors";
                import { requireAuth } from "auth-kit";
                import { ADMIN, config, pathOf } from "@org/paths";
                const app = new Hono();
                app.use(cors(), requireAuth("first"));
                app.use(ADMIN, requireAuth("second"));
                app.use(config.get("prefix"), requireAuth("third"));
                app.use("/admin/*", requireAuth("fourth"));
                app.post(pathOf("users"), (c) => c.text("made"));
                app.post("/orders", (c) => c.text("ordered"));
                """);
        assertThat(keys(fixture)).containsExactly("POST /orders");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.kind() == GuardKind.AUTHENTICATION && guard.effective())
                        .map(RouteGuard::arguments)
                        .toList())
                .containsExactly(List.of("first"));
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::lookedFor)
                        .toList())
                .containsExactlyInAnyOrder("path of a middleware", "path of a middleware", "path of a route");
        assertThat(fixture.coverage("routes", Route.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void a_handler_that_may_pass_on_still_answers() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { requireAuth, authHandler } from "auth-kit";
                const app = new Hono();
                app.post("/orders", requireAuth, async (c, next) => {
                  if (c.req.query("dry")) return next();
                  await create(c);
                  return c.json({ made: 71 });
                });
                app.put("/shared", async (c, next) => {
                  if (c.req.query("dry")) await next();
                  else return replace(c);
                });
                app.get("/auth/*", authHandler());
                app.all("/admin/*", async (c, next) => {
                  if (!c.get("admin")) return c.json({ error: "no" }, 403);
                  await next();
                });
                app.all("/app/*", async (c, next) => (c.get("user") ? next() : c.redirect("/login")));
                """);
        assertThat(keys(fixture)).containsExactlyInAnyOrder("POST /orders", "PUT /shared", "GET /auth/*");
        assertThat(guard(fixture, "POST /orders", "requireAuth").effective()).isTrue();
    }

    @Test
    void handlers_are_found_behind_names_factories_and_wrappers() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { createFactory } from "hono/factory";
                import { list, Notes } from "./handlers";
                import { withAuth, makeReader } from "./wrap";
                const factory = createFactory();
                const notes = new Notes();
                const app = new Hono();
                const both = factory.createHandlers(withLog, (c) => c.text("both"));
                async function withLog(c, next) { await next(); }
                app.get("/list", list);
                app.get("/method", notes.read);
                app.get("/bound", notes.read.bind(notes));
                app.get("/wrapped", withAuth(list));
                app.get("/made", makeReader("made"));
                app.get("/both", ...both);
                """, "src/handlers.ts", """
                export const list = async (c) => {
                  return c.json([]);
                };
                export class Notes {
                  async read(c) {
                    await this.load(c);

                    return c.json({});
                  }
                }
                """, "src/wrap.ts", """
                export const withAuth = (handler) => async (c) => handler(c);
                export function makeReader(name) {
                  return async (c) => c.text(name);
                }
                """);
        assertThat(fixture.facts(Route.class).stream()
                        .map(route -> route.path() + " " + route.handler() + " " + route.handlerFile() + " "
                                + route.handlerLines())
                        .toList())
                .containsExactlyInAnyOrder(
                        "/list list src/handlers.ts 3",
                        "/method read src/handlers.ts 5",
                        "/bound read src/handlers.ts 5",
                        "/wrapped list src/handlers.ts 3",
                        "/made makeReader src/wrap.ts 1",
                        "/both null src/index.ts 1");
        RouteGuard wrapper = guard(fixture, "GET /wrapped", "withAuth");
        assertThat(wrapper.kind()).isEqualTo(GuardKind.AUTHENTICATION);
        assertThat(wrapper.via()).isEqualTo(GuardVia.ARGUMENT);
        assertThat(guard(fixture, "GET /both", "withLog").effective()).isTrue();
        assertThat(fixture.facts(HandlerCall.class).stream()
                        .filter(call -> call.route().equals("GET /method"))
                        .map(HandlerCall::callee)
                        .toList())
                .containsExactlyInAnyOrder("this.load", "c.json");
    }

    @Test
    void guards_within_the_handler_count_when_every_request_meets_them() {
        SourceFixture fixture = SourceFixture.of(
                "src/index.ts",
                """
                import { Hono } from "hono";
                import { rootKeyAuth, hasScope } from "./auth";
                const app = new Hono();
                app.get("/first", async (c) => {
                  const found = await load(c);
                  if (!found) return c.json({ error: "gone" }, 404);
                  await rootKeyAuth(c, "first.read");
                  return c.json(found);
                });
                app.get("/cached", async (c) => {
                  if (cache.has("cached")) return c.json(cache.get("cached"));
                  await rootKeyAuth(c, "cached.read");
                  return c.json({});
                });
                app.get("/maybe", async (c) => {
                  if (c.req.query("secret")) await rootKeyAuth(c, "maybe.read");
                  return c.json({});
                });
                app.get("/asked", async (c) => {
                  if (!hasScope(c, "asked.read")) return c.json({ error: "no" }, 403);
                  return c.json({});
                });
                app.get("/swallowed", async (c) => {
                  try { await rootKeyAuth(c, "swallowed.read"); } catch (e) { console.log(e); }
                  return c.json({});
                });
                app.post("/delegated", (c) => create(c));
                async function create(c) { await rootKeyAuth(c, "delegated.write"); }
                """,
                "src/auth.ts",
                "export async function rootKeyAuth(c, scope) { if (!c.req.header(scope)) throw new Error(scope); }\nexport function hasScope(c, scope) { return false; }\n");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .map(one -> one.route() + " " + one.name() + " "
                                + one.arguments().get(1) + " " + one.kind() + " " + one.via() + " " + one.effective())
                        .toList())
                .containsExactlyInAnyOrder(
                        "GET /first rootKeyAuth first.read AUTHENTICATION HANDLER_CALL true",
                        "GET /cached rootKeyAuth cached.read AUTHENTICATION HANDLER_CALL false",
                        "GET /maybe rootKeyAuth maybe.read AUTHENTICATION HANDLER_CALL false",
                        "GET /asked hasScope asked.read SCOPE HANDLER_CALL true",
                        "GET /swallowed rootKeyAuth swallowed.read AUTHENTICATION HANDLER_CALL false",
                        "POST /delegated rootKeyAuth delegated.write AUTHENTICATION HANDLER_CALL true");
        assertThat(guard(fixture, "GET /cached", "rootKeyAuth").reason())
                .isEqualTo("it is only called when not `cache.has(\"cached\")`");
    }

    @Test
    void guards_that_are_not_heard_run_late_or_are_left_out_do_not_guard() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { isAdmin, requireAuth, verifyToken } from "auth-kit";
                const app = new Hono();
                app.get("/unheard", async (c) => { const admin = isAdmin(c); log(admin); return c.json({ a: 1 }); });
                app.get("/heard", async (c) => {
                  const admin = await isAdmin(c);
                  if (!admin) return c.json({ error: "no" }, 403);
                  return c.json({ b: 2 });
                });
                app.get("/switched", async (c) => {
                  switch (c.req.query("kind")) { case "public": return c.json({ c: 3 }); }
                  await requireAuth(c, "switched");
                  return c.json({ d: 4 });
                });
                app.get("/half", async (c) => {
                  const hit = find(c);
                  if (hit) return hit.ok ? c.json(hit) : c.json({ error: "gone" }, 404);
                  await requireAuth(c, "half");
                  return c.json({ e: 5 });
                });
                app.use("/late/*", async (c, next) => { await next(); await requireAuth(c, "late"); });
                app.get("/late/one", (c) => c.json({ f: 6 }));
                const auth = async (c, next) => {
                  if (process.env.OFF) return next();
                  await verifyToken(c);
                  await next();
                };
                app.use("/named/*", auth);
                app.get("/named/one", (c) => c.json({ g: 7 }));
                """);
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(one -> one.kind() != GuardKind.OTHER)
                        .map(one -> one.route() + " " + one.name() + " " + one.effective())
                        .toList())
                .containsExactlyInAnyOrder(
                        "GET /unheard isAdmin false",
                        "GET /heard isAdmin true",
                        "GET /switched requireAuth false",
                        "GET /half requireAuth false",
                        "GET /named/one auth false");
    }

    @Test
    void paths_listed_in_public_paths_are_open_and_their_guard_lets_them_pass() {
        SourceFixture fixture = SourceFixture.of(
                "src/index.ts",
                """
                import { Hono } from "hono";
                import { publicPaths } from "./public-paths";
                import { requireAuth } from "./auth";
                const app = new Hono();
                app.use("*", async (c, next) => {
                  if (publicPaths.includes(c.req.path)) return next();
                  return requireAuth(c, next);
                });
                app.get("/healthz", (c) => c.text("ok"));
                app.get("/.well-known/:document", (c) => c.text("doc"));
                app.get("/private", (c) => c.text("private"));
                """,
                "src/public-paths.ts",
                "export const publicPaths = ['/healthz', '/.well-known/*'] as const;\n",
                "src/auth.ts",
                "export async function requireAuth(c, next) { await next(); }\n");
        assertThat(fixture.facts(Route.class).stream()
                        .map(route -> route.path() + " " + route.open())
                        .toList())
                .containsExactlyInAnyOrder("/healthz true", "/.well-known/{document} true", "/private false");
        assertThat(guard(fixture, "GET /private", "requireAuth").effective()).isTrue();
        assertThat(guard(fixture, "GET /healthz", "requireAuth").reason())
                .isEqualTo("it lets the paths listed in `publicPaths` pass");
    }

    @Test
    void registrations_follow_parameters_fields_and_templates() {
        SourceFixture fixture = SourceFixture.of(
                "src/index.ts",
                """
                import { Hono } from "hono";
                import { crud } from "./crud";
                import { requireScope } from "./guards";
                const app = new Hono();
                crud(app, { base: "/pears", guard: requireScope("pears") });
                crud(app, { base: "/plums", guard: requireScope("plums") });
                """,
                "src/guards.ts",
                "export const requireScope = (scope) => async (c, next) => { await next(); };\n",
                "src/crud.ts",
                """
                export function crud(app, options) {
                  app.get(`${options.base}/:id`, options.guard, (c) => c.text("one"));
                }
                """);
        assertThat(keys(fixture)).containsExactlyInAnyOrder("GET /pears/{id}", "GET /plums/{id}");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .map(one -> one.route() + " " + one.name() + one.arguments())
                        .toList())
                .containsExactlyInAnyOrder(
                        "GET /pears/{id} requireScope[pears]", "GET /plums/{id} requireScope[plums]");
    }

    @Test
    void a_guard_that_is_given_the_public_paths_lets_them_pass() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { authenticate } from "@platform/service";
                export const publicPaths = new Set(["/healthz"]);
                const app = new Hono();
                app.use("*", authenticate({ publicPaths }));
                app.get("/healthz", (c) => c.text("ok"));
                app.get("/orders", (c) => c.text("orders"));
                """);
        assertThat(guard(fixture, "GET /orders", "authenticate").effective()).isTrue();
        assertThat(guard(fixture, "GET /healthz", "authenticate").effective()).isFalse();
    }

    @Test
    void a_guard_that_is_given_a_list_in_place_lets_its_paths_pass() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { authenticate } from "@platform/service";
                const app = new Hono();
                app.use("*", authenticate({ publicPaths: ["/login"] }));
                app.post("/login", (c) => c.text("in"));
                app.get("/orders", (c) => c.text("orders"));
                """);
        assertThat(guard(fixture, "GET /orders", "authenticate").effective()).isTrue();
        assertThat(guard(fixture, "POST /login", "authenticate").effective()).isFalse();
    }

    @Test
    void an_empty_list_of_public_paths_is_known_to_let_nothing_pass() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { authenticate } from "@platform/service";
                const publicPaths = [];
                const app = new Hono();
                app.use("*", authenticate({ publicPaths }));
                app.get("/orders", (c) => c.text("orders"));
                """);
        assertThat(guard(fixture, "GET /orders", "authenticate").effective()).isTrue();
        assertThat(fixture.facts(Unresolved.class)).isEmpty();
    }

    @Test
    void public_paths_that_are_not_known_leave_their_guard_open() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { authenticate } from "@platform/service";
                import { publicPaths } from "@org/paths";
                const app = new Hono();
                app.use("*", authenticate({ publicPaths }));
                app.get("/orders", (c) => c.text("orders"));
                """);
        assertThat(guard(fixture, "GET /orders", "authenticate").effective()).isFalse();
        assertThat(guard(fixture, "GET /orders", "authenticate").reason())
                .isEqualTo("it lets the paths listed in `publicPaths` pass, and not all of these are known");
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::lookedFor)
                        .distinct()
                        .toList())
                .containsExactly("public paths");
        assertThat(fixture.coverage("routes", RouteGuard.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void public_paths_that_are_compared_by_their_beginning_leave_a_guard_conditional() {
        SourceFixture fixture = SourceFixture.of(
                "src/index.ts", """
                import { Hono } from "hono";
                import { verifyToken } from "auth-kit";
                import { requireAuth } from "./auth";
                const publicPaths = ["/pub"];
                const app = new Hono();
                app.use("*", async (c, next) => {
                  if (publicPaths.some((p) => c.req.path.startsWith(p))) return next();
                  await verifyToken(c);
                  await next();
                });
                app.use("*", requireAuth);
                app.get("/publish", (c) => c.text("published"));
                """, "src/auth.ts", """
                import { publicPaths } from "./lists";
                export async function requireAuth(c, next) {
                  for (const one of publicPaths) if (c.req.path.startsWith(one)) return next();
                  await next();
                }
                """, "src/lists.ts", "export const publicPaths = ['/health'];\n");
        assertThat(guard(fixture, "GET /publish", "verifyToken").effective()).isFalse();
        assertThat(guard(fixture, "GET /publish", "requireAuth").effective()).isFalse();
        assertThat(guard(fixture, "GET /publish", "requireAuth").reason())
                .isEqualTo("it lets paths pass that are like one in `publicPaths`");
    }

    @Test
    void guards_chosen_by_a_condition_are_conditional() {
        SourceFixture fixture = SourceFixture.of(
                "src/index.ts", """
                import { Hono } from "hono";
                import { bearerAuth } from "hono/bearer-auth";
                import { verifyToken } from "./token";
                const app = new Hono();
                const none = async (c, next) => next();
                app.use("/a/*", process.env.OPEN ? none : bearerAuth({ token: "t" }));
                app.use("/a/*", async (c, next) => {
                  if (c.req.header("x-internal")) return next();
                  await verifyToken(c, "a");
                  return next();
                });
                app.get("/a", (c) => c.text("a"));
                """, "src/token.ts", "export async function verifyToken(c, audience) {}\n");
        RouteGuard chosen = guard(fixture, "GET /a", "bearerAuth");
        assertThat(chosen.conditional()).isTrue();
        assertThat(chosen.effective()).isFalse();
        assertThat(chosen.reason()).isEqualTo("it is only there when not `process.env.OPEN`");
        RouteGuard inline = guard(fixture, "GET /a", "verifyToken");
        assertThat(inline.effective()).isFalse();
        assertThat(inline.arguments()).containsExactly("a");
        assertThat(inline.reason()).isEqualTo("it only runs when not `c.req.header(\"x-internal\")`");
    }

    @Test
    void frameworks_that_are_not_followed_make_the_coverage_partial() {
        SourceFixture fixture = SourceFixture.of(
                "src/koa.ts",
                "import Koa from \"koa\";\nconst app = new Koa();\napp.use(async (ctx) => { ctx.body = 1; });\n",
                "src/plain.js",
                "const http = require(\"node:http\");\nhttp.createServer((req, res) => res.end(\"2\")).listen(8081);\n");
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::reason)
                        .toList())
                .containsExactlyInAnyOrder("routes of `koa` are not followed", "no framework is used");
        assertThat(fixture.coverage("routes", Route.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void what_may_be_a_path_is_not_taken_for_a_guard_of_everything() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from "hono";
                import { ADMIN_PATH, pathOf, requireAuth } from "elsewhere";
                const app = new Hono();
                app.use(ADMIN_PATH, requireAuth);
                app.use(pathOf("b"), requireAuth);
                app.use(process.env.GUARDED ?? "/c", requireAuth);
                app.get(pathOf("d"), (c) => c.text("d"));
                app.get("/open", (c) => c.text("open"));
                """);
        assertThat(keys(fixture)).containsExactly("GET /open");
        assertThat(fixture.facts(RouteGuard.class)).isEmpty();
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::lookedFor)
                        .sorted()
                        .toList())
                .containsExactly(
                        "path of a middleware", "path of a middleware", "path of a middleware", "path of a route");
    }

    @Test
    void guard_that_asks_for_a_scope_of_the_environment_is_effective_but_not_resolved() {
        SourceFixture fixture = SourceFixture.of("src/index.ts", """
                import { Hono } from 'hono';
                const READ = 'orders.read';
                const app = new Hono();
                app.use('/a', requireScope(process.env.SCOPE));
                app.use('/b', requireScope([READ, process.env.OTHER]));
                app.use('/c', requireScope(READ));
                app.use('/d', requireScope(['orders.list', READ]));
                app.get('/a', (c) => c.text('a'));
                app.get('/b', (c) => c.text('b'));
                app.get('/c', (c) => c.text('c'));
                app.get('/d', (c) => c.text('d'));
                app.get('/e', async (c) => { await requireScope(c, 'orders.write'); return c.text('e'); });
                export default app;
                """);
        assertThat(fixture.facts(RouteGuard.class)).allMatch(RouteGuard::effective);
        assertThat(fixture.facts(RouteGuard.class))
                .filteredOn(guard -> !guard.resolved())
                .extracting(RouteGuard::route)
                .containsExactly("GET /a", "GET /b");
        assertThat(fixture.facts(RouteGuard.class))
                .filteredOn(RouteGuard::resolved)
                .extracting(RouteGuard::route)
                .containsExactly("GET /c", "GET /d", "GET /e");
    }
}
