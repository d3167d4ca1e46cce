package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import io.github.assaymark.model.fact.WebFramework;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressRoutesTest {
    private static final String HEAD = """
            import express, { Router } from "express";
            import { auth, jwtAuth, optionalAuth, requireAuth } from "auth-kit";
            import passport from "passport";
            import session from "express-session";
            const ok = (req, res) => res.send("ok");
            const app = express();
            """;

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(delimiter = '|', textBlock = """
            app.use(requireAuth); app.get("/a", ok)                                         | GET /a            | guarded
            app.get("/a", ok); app.use(requireAuth)                                         | GET /a            | open
            app.use("/a", requireAuth); app.get("/a/b/:id", ok)                             | GET /a/b/{id}     | guarded
            app.use("/a", requireAuth); app.get("/ab", ok)                                  | GET /ab           | open
            app.use("/A", requireAuth); app.get("/a", ok)                                   | GET /a            | guarded
            app.use("/a/:id", requireAuth); app.get("/a/:id/b", ok)                         | GET /a/{id}/b     | guarded
            app.use("/a/1", requireAuth); app.get("/a/:id", ok)                             | GET /a/{id}       | open
            app.use(["/a", "/b"], requireAuth); app.get("/b/c", ok)                         | GET /b/c          | guarded
            app.all("/a/*", requireAuth); app.post("/a/b", ok)                              | POST /a/b         | guarded
            app.all("/a/*", requireAuth); app.post("/a", ok)                                | POST /a           | open
            app.all("*", requireAuth); app.post("/a", ok)                                   | POST /a           | guarded
            app.get("/a/*", requireAuth); app.post("/a/b", ok)                              | POST /a/b         | open
            app.get("/a", requireAuth, ok)                                                  | GET /a            | guarded
            app.get("/a", [requireAuth, ok])                                                | GET /a            | guarded
            app.route("/a").all(requireAuth).get(ok)                                        | GET /a            | guarded
            app.route("/a").get(ok).all(requireAuth)                                        | GET /a            | open
            const r = Router(); r.get("/x", ok); app.use("/a", requireAuth, r)              | GET /a/x          | guarded
            const r = Router(); app.use("/a", r); r.get("/late", ok)                        | GET /a/late       | open
            const r = Router(); r.use(requireAuth); r.get("/x", ok); app.use("/a", r)       | GET /a/x          | guarded
            const r = Router(); r.use(requireAuth); app.use("/a", r); app.get("/b", ok)     | GET /b            | open
            const r = Router(); r.use(requireAuth); app.use("/a", r); app.get("/a/b", ok)   | GET /a/b          | guarded
            app.get("/a", auth.optional, ok)                                                | GET /a            | open
            app.use(jwtAuth({ credentialsRequired: false })); app.get("/a", ok)             | GET /a            | open
            if (process.env.SAFE) app.use(requireAuth); app.get("/a", ok)                   | GET /a            | open
            app.use(requireAuth.unless({ path: ["/login"] })); app.get("/a", ok)            | GET /a            | guarded
            app.use(requireAuth.unless({ path: ["/login"] })); app.post("/login", ok)       | POST /login       | open
            app.use(requireAuth.unless({ path: [pattern] })); app.get("/a", ok)             | GET /a            | open
            app.use(requireAuth.unless({ method: "GET" })); app.get("/a", ok)               | GET /a            | open
            const g = requireAuth.unless(skip); app.use(g); app.get("/a", ok)               | GET /a            | open
            app.use(session({ secret: "s" })); app.get("/a", ok)                            | GET /a            | open
            const authed = session({ secret: "s" }); app.use(authed); app.get("/a", ok)     | GET /a            | open
            app.use(passport.initialize()); app.use(passport.session()); app.get("/a", ok)  | GET /a            | open
            app.all("/a", (req, res, next) => { if (req.x) return next(); res.json({ a: 1 }) }) | ALL /a       | open
            app.all("/a/*", (req, res, next) => { if (req.x) next(); else make(req, res) }) | ALL /a/*       | open
            app.use(optionalAuth); app.get("/a", ok)                                        | GET /a            | open
            const optionalAuth2 = requireAuth({ soft: 1 }); app.use(optionalAuth2); app.get("/a", ok) | GET /a  | open
            """)
    void tells_what_a_request_would_meet(String registrations, String key, String expected) {
        SourceFixture fixture = SourceFixture.of("src/app.ts", HEAD + registrations.replace("; ", ";\n") + ";\n");
        assertThat(fixture.facts(Route.class).stream().map(Route::key).toList()).contains(key);
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().equals(key) && guard.effective())
                        .filter(guard -> guard.kind() != GuardKind.OTHER)
                        .map(RouteGuard::name)
                        .toList())
                .isEqualTo(expected.equals("guarded") ? List.of("requireAuth") : List.of());
    }

    @Test
    void routers_of_other_files_and_classes_are_followed() {
        SourceFixture fixture = SourceFixture.of(
                "src/server.ts",
                """
                import { App } from "./app";
                const server = new App(8123);
                server.listen();
                """,
                "src/app.ts",
                """
                import express from "express";
                import usersRouter from "./users";
                export class App {
                  private app: express.Application;
                  constructor(port: number) {
                    this.app = express();
                    this.middleware();
                    this.routes();
                  }
                  private middleware() {
                    this.app.use(express.json());
                    this.app.use("/users", verifyToken);
                  }
                  private routes() {
                    this.app.use("/users", usersRouter);
                    this.app.get("/health/live", (req, res) => res.sendStatus(200));
                  }
                  listen() {}
                }
                import { verifyToken } from "./verify-token";
                """,
                "src/verify-token.ts",
                "export function verifyToken(req, res, next) { next(); }\n",
                "src/users.ts",
                """
                import { Router } from "express";
                import { UsersController } from "./users.controller";
                const router = Router();
                const controller = new UsersController();
                router.route("/:userId(\\\\d+)").get(controller.show).delete(role("admin"), controller.drop);
                import { role } from "./role";
                export default router;
                """,
                "src/role.ts",
                "export const role = (name) => (req, res, next) => next();\n",
                "src/users.controller.ts",
                """
                export class UsersController {
                  show = async (req, res) => {
                    res.json({});
                  };
                  async drop(req, res) { res.status(204).end(); }
                }
                """);
        assertThat(fixture.facts(Route.class).stream()
                        .map(route -> route.key() + " " + route.handler() + " " + route.handlerFile())
                        .toList())
                .containsExactlyInAnyOrder(
                        "GET /health/live null src/app.ts",
                        "GET /users/{userId} show src/users.controller.ts",
                        "DELETE /users/{userId} drop src/users.controller.ts");
        assertThat(fixture.facts(Route.class)).allMatch(route -> route.framework() == WebFramework.EXPRESS);
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().startsWith("DELETE") && guard.kind() != GuardKind.OTHER)
                        .map(guard -> guard.order() + " " + guard.name() + guard.arguments() + guard.kind())
                        .toList())
                .containsExactlyInAnyOrder("2 verifyToken[]AUTHENTICATION", "3 role[admin]ROLE");
        assertThat(fixture.facts(Unresolved.class)).isEmpty();
    }

    @Test
    void a_guard_registered_like_a_handler_is_no_route() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import express from "express";
                const app = express();
                function requireAuth(req, res, next) { if (req.user) return next(); res.sendStatus(401); }
                app.put("/a", requireAuth);
                app.put("/a", (req, res) => res.send("a"));
                """);
        assertThat(fixture.only(Route.class).key()).isEqualTo("PUT /a");
        assertThat(fixture.only(RouteGuard.class).effective()).isTrue();
    }

    @Test
    void a_first_argument_that_may_be_a_path_mounts_and_guards_nothing() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import express, { Router } from "express";
                import { requireAuth } from "auth-kit";
                import config from "config";
                const router = Router();
                router.post("/orders", (req, res) => res.send("ordered"));
                const app = express();
                app.use(express.json(), requireAuth("known"));
                app.use(config.get("guarded"), requireAuth("unknown"));
                app.use(config.get("prefix"), router);
                app.get("/seen", (req, res) => res.send("seen"));
                """);
        assertThat(fixture.only(Route.class).key()).isEqualTo("GET /seen");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.kind() == GuardKind.AUTHENTICATION)
                        .map(RouteGuard::arguments)
                        .toList())
                .containsExactly(List.of("known"));
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::lookedFor)
                        .toList())
                .contains("path of a middleware");
        assertThat(fixture.coverage("routes", Route.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void a_step_for_all_methods_that_only_refuses_is_no_route() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import express from "express";
                const app = express();
                app.all("/admin/*", (req, res, next) => {
                  if (!req.admin) return res.status(403).json({ error: "no" });
                  next();
                });
                app.post("/admin/users", (req, res) => res.send("made"));
                """);
        assertThat(fixture.only(Route.class).key()).isEqualTo("POST /admin/users");
    }

    @Test
    void an_error_that_is_caught_and_answered_still_refuses() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import express from "express";
                import { verifyToken } from "auth-kit";
                const app = express();
                function answered(req, res, next) {
                  try { verifyToken(req.headers.first); next(); } catch (e) { res.status(401).json({ error: "no" }); }
                }
                const requireAuth = (req, res, next) => {
                  try { verifyToken(req.headers.second); next(); } catch (e) { next(e); }
                };
                const laxAuth = (req, res, next) => {
                  try { verifyToken(req.headers.third); } catch (e) { console.log(e); }
                  next();
                };
                app.use(requireAuth);
                app.use(laxAuth);
                app.get("/a", answered, (req, res) => res.send("a"));
                """);
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.kind() != GuardKind.OTHER)
                        .map(guard -> guard.name() + " " + guard.effective())
                        .toList())
                .containsExactlyInAnyOrder("requireAuth true", "laxAuth false");
    }

    @Test
    void modules_that_require_each_other_are_followed() {
        SourceFixture fixture = SourceFixture.of("app.js", """
                const express = require("express");
                const app = express();
                app.set("trust proxy", 1);
                app.get("env");
                app.use("/pets", require("./routes/pets"));
                module.exports = app;
                """, "routes/pets.js", """
                const { Router } = require("express");
                const router = Router();
                router.post("/", function adopt(req, res) { res.status(201).json({}); });
                module.exports = router;
                """);
        assertThat(fixture.only(Route.class).key()).isEqualTo("POST /pets");
        assertThat(fixture.only(Route.class).handler()).isEqualTo("adopt");
    }

    @Test
    void a_router_that_is_mounted_nowhere_or_out_of_sight_is_said_to_be_open() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import express, { Router } from "express";
                import { apiRouter, PREFIX, requireAuth } from "somewhere-else";
                const lost = Router();
                lost.get("/lost", (req, res) => res.send("lost"));
                const app = express();
                app.use("/api", apiRouter);
                app.use(PREFIX, requireAuth);
                app.get(/^\\/v\\d+$/, (req, res) => res.send("pattern"));
                """);
        assertThat(fixture.facts(Route.class)).isEmpty();
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::lookedFor)
                        .toList())
                .containsExactlyInAnyOrder("mount of a router", "mounted router", "path of a route", "path of a route");
        assertThat(fixture.coverage("routes", Route.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }
}
