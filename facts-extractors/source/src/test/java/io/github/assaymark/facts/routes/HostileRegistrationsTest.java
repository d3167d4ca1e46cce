package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrations that look like guards and guard nothing, and registrations that are easily overlooked. */
class HostileRegistrationsTest {
    private static final String HONO = """
            import { Hono } from "hono";
            import { createFactory } from "hono/factory";
            import { some, except } from "hono/combine";
            import { requireAuth, isAdmin, can } from "outside-kit";
            const h = (c) => c.text("h");
            """;
    private static final String EXPRESS = """
            import express from "express";
            import passport from "passport";
            import session from "express-session";
            import { expressjwt } from "express-jwt";
            import { requireAuth, authErrorHandler, optionalAuth, noAuth, skipAuth } from "outside-kit";
            const app = express();
            const h = (req, res) => res.json({});
            """;
    private static final String FASTIFY = """
            import fastify from "fastify";
            import limits from "@fastify/rate-limit";
            import auth from "@fastify/auth";
            import { requireAuth } from "outside-kit";
            const app = fastify();
            const h = async () => 1;
            """;

    private static void assertGuards(SourceFixture fixture, String key, String expected) {
        assertThat(fixture.facts(Route.class)).anyMatch(route -> route.key().equals(key));
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().equals(key) && guard.kind() != GuardKind.OTHER)
                        .anyMatch(RouteGuard::effective))
                .isEqualTo(expected.equals("guarded"));
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(delimiter = '~', textBlock = """
            const a = new Hono(); a.use("/x/", requireAuth); a.get("/x", h)                                            ~ GET /x   ~ open
            const a = new Hono(); a.use("/x/", requireAuth); a.get("/x/", h)                                           ~ GET /x   ~ guarded
            const a = new Hono(); a.use("/x", requireAuth); a.get("/x/", h)                                            ~ GET /x   ~ open
            const a = new Hono({ strict: false }); a.use("/x/", requireAuth); a.get("/x", h)                           ~ GET /x   ~ guarded
            const a = new Hono(); a.use("/x/*", requireAuth); a.get("/x/", h)                                          ~ GET /x   ~ guarded
            const a = new Hono(); const s = new Hono(); s.use("/", requireAuth); s.get("/", h); a.route("/s", s)       ~ GET /s   ~ guarded
            const a = new Hono(); a.use("/API/*", requireAuth); a.get("/api/b", h)                                     ~ GET /api/b ~ open
            const a = new Hono(); a.use("/f/:n", requireAuth); a.get("/f/:p{.+}", h)                                   ~ GET /f/{p} ~ open
            const a = new Hono(); a.use("/f/:n", requireAuth); a.get("/f/:p{[^x]+}", h)                                ~ GET /f/{p} ~ open
            const a = new Hono(); a.use("/f/:n", requireAuth); a.get("/f/:p{[0-9]+}", h)                               ~ GET /f/{p} ~ guarded
            const a = new Hono(); a.use("/f/:n", requireAuth); a.get("/f/:p{\\\\d+\\\\.json}", h)                      ~ GET /f/{p} ~ guarded
            const a = new Hono(); a.use("/f/*", requireAuth); a.get("/f/:p{.+}", h)                                    ~ GET /f/{p} ~ guarded
            const a = new Hono(); a.use(some((c) => c.req.path === "/p", requireAuth)); a.get("/p", h)                 ~ GET /p   ~ open
            const a = new Hono(); a.use(except((c) => c.req.query("x"), requireAuth)); a.get("/p", h)                  ~ GET /p   ~ open
            const a = new Hono(); const g = { requireAuth }; g.requireAuth = (c, next) => next(); a.use(g.requireAuth); a.get("/p", h) ~ GET /p ~ open
            const a = new Hono(); const g = { requireAuth }; function alter(o) { o.requireAuth = h; } alter(g); a.use(g.requireAuth); a.get("/p", h) ~ GET /p ~ open
            const a = new Hono(); a.get("/p", async (c) => { const x = isAdmin(c); log(x); return c.json({}); })       ~ GET /p   ~ open
            const a = new Hono(); a.get("/p", async (c) => { can(c, "x"); return c.json({}); })                        ~ GET /p   ~ open
            const a = new Hono(); a.get("/p", async (c) => { await requireAuth(c).catch(() => null); return c.json({}); }) ~ GET /p ~ open
            const a = new Hono(); a.get("/p", async (c) => { if (await verifyToken(c)) log(c); return c.json({}); })   ~ GET /p   ~ open
            const a = new Hono(); a.get("/p", async (c) => { if (!(await verifyToken(c))) return c.json({}, 401); return c.json({}); }) ~ GET /p ~ guarded
            const a = new Hono(); a.get("/p", async (c) => { const no = await requireAuth(c); if (no) return no; return c.json({}); }) ~ GET /p ~ guarded
            const a = new Hono(); const checkAuth = (c) => { log(c); }; a.get("/p", async (c) => { checkAuth(c); return c.json({}); }) ~ GET /p ~ open
            const a = new Hono(); const checkAuth = async (c) => { if (!c.user) throw new Error("u"); }; a.get("/p", async (c) => { checkAuth(c); return c.json({}); }) ~ GET /p ~ open
            const a = new Hono(); const checkAuth = async (c) => { if (!c.user) throw new Error("u"); }; a.get("/p", async (c) => { await checkAuth(c); return c.json({}); }) ~ GET /p ~ guarded
            const a = new Hono(); a.use(async (c, next) => { if (await verifyToken(c)) c.set("ok", 1); await next(); }); a.get("/p", h) ~ GET /p ~ open
            const a = new Hono(); const chain = [requireAuth]; chain.pop(); a.use("/p", ...chain); a.get("/p", h)      ~ GET /p   ~ open
            """)
    void hono(String registrations, String key, String expected) {
        assertGuards(SourceFixture.of("src/app.js", HONO + registrations + ";\n"), key, expected);
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(delimiter = '~', textBlock = """
            app.use(session({ secret: "s" })); app.use(passport.initialize()); app.use(passport.session()); app.post("/x", h) ~ POST /x ~ open
            app.use(optionalAuth); app.use(noAuth()); app.use(skipAuth); app.post("/x", h)                              ~ POST /x  ~ open
            app.use(requireAuth.unless({ path: ["/login"] })); app.post("/login", h)                                    ~ POST /login ~ open
            app.use(requireAuth.unless({ path: ["/login"] })); app.post("/other", h)                                    ~ POST /other ~ guarded
            app.use(authErrorHandler); app.get("/x", h)                                                                 ~ GET /x   ~ open
            app.use(function requireUser(err, req, res, next) { if (err) return res.status(401).end(); next(); }); app.get("/x", h) ~ GET /x ~ open
            app.use("/x", (err, req, res, next) => { verifyToken(req); next(); }); app.get("/x", h)                     ~ GET /x   ~ open
            app.param("id", (req, res, next, id) => { if (!req.user) return res.status(401).end(); next(); }); app.get("/x/:id", h) ~ GET /x/{id} ~ open
            app.route("/x").all(requireAuth).get(h)                                                                     ~ GET /x   ~ guarded
            app.route("/x").all(requireAuth).post(h)                                                                    ~ POST /x  ~ guarded
            app.route("/x").get(h).all(requireAuth)                                                                     ~ GET /x   ~ open
            app.route("/x").post(requireAuth, h).get(h)                                                                 ~ GET /x   ~ open
            app.get("/x", (req, res, next) => next("route"), requireAuth, h); app.get("/x", h)                          ~ GET /x#2 ~ open
            const r = express.Router(); r.get("/in", h); app.use("/open", r); app.use("/closed", requireAuth, r)        ~ GET /open/in ~ open
            const r = express.Router(); r.get("/in", h); app.use("/open", r); app.use("/closed", requireAuth, r)        ~ GET /closed/in ~ guarded
            const r = express.Router(); app.use("/r", r); r.get("/late", h); app.use(requireAuth)                       ~ GET /r/late ~ open
            app.use("/admin", requireAuth); app.get("/admins", h)                                                       ~ GET /admins ~ open
            app.use("/admin", requireAuth); app.get("/:section/x", h)                                                   ~ GET /{section}/x ~ open
            app.use((req, res, next) => req.method === "GET" ? next() : requireAuth(req, res, next)); app.get("/x", h)  ~ GET /x   ~ open
            const o = { credentialsRequired: false }; const authenticate = expressjwt(o); app.use(authenticate); app.get("/x", h) ~ GET /x ~ open
            app.use(passport.authenticate(["jwt", "anonymous"])); app.get("/x", h)                                      ~ GET /x   ~ open
            app.propfind("/x", h)                                                                                       ~ PROPFIND /x ~ open
            """)
    void express(String registrations, String key, String expected) {
        assertGuards(SourceFixture.of("src/app.js", EXPRESS + registrations + ";\n"), key, expected);
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(delimiter = '~', textBlock = """
            app.get("/x", { onSend: requireAuth, onError: requireAuth, preSerialization: requireAuth }, h)              ~ GET /x ~ open
            app.get("/x", h); app.addHook("onSend", requireAuth)                                                        ~ GET /x ~ open
            app.get("/x", h); app.addHook("onRequest", requireAuth)                                                     ~ GET /x ~ guarded
            app.register(async (f) => { f.addHook("onRequest", requireAuth); }); app.get("/x", h)                       ~ GET /x ~ open
            app.decorate("verifyA", (q, reply, done) => done()); app.decorate("verifyB", async (q) => { if (!q.user) throw new Error("b"); }); app.get("/x", { preHandler: app.auth([app.verifyA, app.verifyB]) }, h) ~ GET /x ~ open
            app.decorate("verifyA", (q, reply, done) => done()); app.decorate("verifyB", async (q) => { if (!q.user) throw new Error("b"); }); app.get("/x", { preHandler: app.auth([app.verifyA, app.verifyB], { relation: "and" }) }, h) ~ GET /x ~ guarded
            app.decorate("verifyB", async (q) => { if (!q.user) throw new Error("b"); }); app.get("/x", { preHandler: app.auth([app.verifyB]) }, h) ~ GET /x ~ guarded
            app.get("/x", { preHandler: app.auth([]) }, h)                                                              ~ GET /x ~ open
            app.addHook("preHandler", async (q) => { if (q.routeOptions.config.open) return; await q.jwtVerify(); }); app.get("/x", h) ~ GET /x ~ open
            await app.register(limits, { max: 1 }); app.get("/x", { config: { rateLimit: false } }, h)                  ~ GET /x ~ open
            await app.register(limits, { max: 1 }); app.get("/x", h)                                                    ~ GET /x ~ guarded
            if (process.env.A) app.addHook("onRequest", requireAuth); app.get("/x", h)                                  ~ GET /x ~ open
            """)
    void fastify(String registrations, String key, String expected) {
        assertGuards(SourceFixture.of("src/app.js", FASTIFY + registrations + ";\n"), key, expected);
    }

    private static void assertTold(SourceFixture fixture, Class<? extends io.github.assaymark.model.Fact> type) {
        assertThat(fixture.facts(Unresolved.class))
                .anyMatch(one -> one.factTypes().contains(type.getSimpleName()));
        assertThat(fixture.coverage("routes", type, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "const a = new Hono(); const get = a.get.bind(a); get(\"/x\", h)",
                "const a = new Hono(); a.get.call(a, \"/x\", h)",
                "const a = new Hono(); Reflect.apply(a.get, a, [\"/x\", h])",
                "const a = new Hono(); [\"get\"].forEach((m) => a[m](\"/x\", h))",
                "const a = new Hono(); const b = { ...a }; b.get(\"/x\", h)",
                "const a = new Hono(); const all = [a]; all[0].get(\"/x\", h)",
                "class Api extends Hono { constructor() { super(); this.get(\"/x\", h); } } new Api()",
                "createFactory({ initApp: (a) => { a.get(\"/x\", h); } }).createApp()",
                "const a = new Hono(); a.mount(\"/x\", other.fetch)",
                "const a = new Hono(); a.route(\"/x\", (await import(\"./lazy\")).app)"
            })
    void routes_of_hono_that_are_not_followed_are_told(String registrations) {
        assertTold(SourceFixture.of("src/app.js", HONO + registrations + ";\n"), Route.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "app.post.apply(app, [\"/x\", h])",
                "app[\"get\"](\"/x\", h)",
                "app.get(/^\\/x/, h)",
                "Object.keys(table).forEach((key) => app.post(key, table[key]))",
                "app.use(process.env.P, express.Router())",
            })
    void routes_of_express_that_are_not_followed_are_told(String registrations) {
        assertTold(SourceFixture.of("src/app.js", EXPRESS + registrations + ";\n"), Route.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "app.set(\"case sensitive routing\", true); app.get(\"/x\", h)",
                "const r = express.Router({ caseSensitive: true }); r.get(\"/x\", h); app.use(r)",
                "app.use(/^\\/x/, requireAuth)"
            })
    void guards_of_express_that_are_not_followed_are_told(String registrations) {
        assertTold(SourceFixture.of("src/app.js", EXPRESS + registrations + ";\n"), RouteGuard.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "app.register(import(\"./elsewhere\"))",
                "for (const one of plugins) app.register(one)",
                "table.forEach((one) => app.route(one))",
                "const p = async (f) => { f.get(\"/x\", h); }; p[Symbol.for(\"skip-override\")] = true; app.register(p, { prefix: \"/p\" })",
            })
    void routes_of_fastify_that_are_not_followed_are_told(String registrations) {
        assertTold(SourceFixture.of("src/app.js", FASTIFY + registrations + ";\n"), Route.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "app.addHook(\"onRoute\", (route) => { route.preHandler = [requireAuth]; }); app.get(\"/x\", h)",
                "app.addHook(process.env.HOOK, requireAuth); app.get(\"/x\", h)",
                "app.get(\"/x\", { config: settings }, h)",
                "app.get(\"/x\", { ...options }, h)"
            })
    void guards_of_fastify_that_are_not_followed_are_told(String registrations) {
        assertTold(SourceFixture.of("src/app.js", FASTIFY + registrations + ";\n"), RouteGuard.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"mercurius", "@trpc/server/adapters/express", "@hono/trpc-server", "http-proxy-middleware"})
    void what_serves_routes_of_its_own_is_told(String module) {
        assertTold(SourceFixture.of("src/app.js", "import serve from \"" + module + "\";\n"), Route.class);
    }

    @Test
    void applications_of_other_addresses_and_of_require_are_applications() {
        SourceFixture fixture = SourceFixture.of(
                "src/deno.js",
                "import { Hono } from \"https://deno.land/x/hono@v4.3.11/mod.ts\"; new Hono().get(\"/deno\", (c) => c.text(\"d\"));\n",
                "src/node.js",
                "const app = require(\"express\")();\napp.get(\"/node\", (req, res) => res.json(1));\n");
        assertThat(fixture.facts(Route.class).stream().map(Route::key).toList())
                .containsExactlyInAnyOrder("GET /deno", "GET /node");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            hono.post("/x", requireAuth, ...more)      ~ POST /x
            hono.on("PUT", "/y", requireAuth, ...more) ~ PUT /y
            app.post("/x", requireAuth, ...more)       ~ POST /x
            app.route("/z").get(requireAuth, ...more)  ~ GET /z
            """)
    void a_handler_behind_an_unknown_spread_is_not_named(String registration, String key) {
        SourceFixture fixture = SourceFixture.of("src/app.js", EXPRESS + """
                import { Hono } from "hono";
                import { more } from "outside-kit";
                const hono = new Hono();
                """ + registration + ";\n");
        Route route = fixture.only(Route.class);
        assertThat(route.key()).isEqualTo(key);
        assertThat(route.handler()).isNull();
        assertThat(fixture.only(RouteGuard.class).effective()).isTrue();
        assertThat(fixture.only(Unresolved.class).reason()).isEqualTo("not all arguments are known");
    }

    @Test
    void what_another_module_changes_of_an_object_is_not_known() {
        SourceFixture fixture = SourceFixture.of(
                "src/guards.js",
                "import { requireAuth } from \"outside-kit\";\nexport const guards = { first: requireAuth, path: \"/x\" };\n",
                "src/zero.js",
                "import { guards } from \"./guards\";\nguards.first = (c, next) => next();\n",
                "src/app.js",
                HONO
                        + "import { guards } from \"./guards\";\nconst a = new Hono();\na.use(guards.first);\na.get(guards.path, h);\n");
        assertThat(fixture.only(RouteGuard.class).effective()).isFalse();
        assertThat(fixture.only(Unresolved.class).reason()).isEqualTo("not all members are known");
    }

    @Test
    void the_name_of_a_secret_hides_its_text_in_arguments() {
        SourceFixture fixture = SourceFixture.of("src/app.js", HONO + """
                import { jwtAuth } from "outside-kit";
                const SECRET = "correct-horse-battery";
                const a = new Hono();
                a.use(jwtAuth(SECRET, "plain"));
                a.get("/x", h);
                """);
        assertThat(fixture.only(RouteGuard.class).arguments()).containsExactly("[redacted]", "plain");
    }
}
