package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guard whose code is in the repository guards when that code lets no request pass without a demand. */
class MiddlewareBodiesTest {
    private static void assertMet(String expected, String head, String code, String use, String route) {
        SourceFixture fixture = SourceFixture.of(
                "src/app.js", head + code + (code.contains("app.") ? "" : "\n" + use) + "\n" + route + "\n");
        assertThat(fixture.only(Route.class).key()).isEqualTo("POST /x");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.kind() != GuardKind.OTHER)
                        .anyMatch(RouteGuard::effective))
                .isEqualTo(expected.equals("guarded"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '~', textBlock = """
            passed  ~ const requireAuth = async (c, next) => { await next(); };
            guarded ~ const requireAuth = async (c, next) => { if (!c.req.header("a")) return c.json({}, 401); await next(); };
            guarded ~ const requireAuth = async (c, next) => { const t = c.req.header("a"); if (!t) throw new HTTPException(401); const u = await lookup(t); if (!u) return c.text("no", 403); c.set("u", u); await next(); };
            passed  ~ const requireAuth = async (c, next) => { if (process.env.OFF) return next(); if (!c.req.header("a")) throw new HTTPException(401); await next(); };
            passed  ~ const requireAuth = async (c, next) => { const s = await getSession(c); c.set("user", s?.user ?? null); await next(); };
            passed  ~ const requireAuth = async (c, next) => { const s = await getSession(c); if (s) c.set("user", s.user); await next(); };
            guarded ~ const requireAuth = async (c, next) => { const s = await getSession(c); if (s) { c.set("user", s.user); await next(); } else { return c.json({}, 401); } };
            guarded ~ const requireAuth = async (c, next) => { const s = await getSession(c); if (s) { c.set("user", s.user); return next(); } return c.json({}, 401); };
            passed  ~ const requireAuth = async (c, next) => { const s = await getSession(c); if (s) { c.set("user", s.user); } else { c.set("user", null); } return next(); };
            guarded ~ const requireAuth = jwt({ secret: "x" });
            guarded ~ const requireAuth = (c, next) => bearerAuth({ token: "x" })(c, next);
            passed  ~ const requireAuth = (c, next) => logger()(c, next);
            guarded ~ const requireAuth = createMiddleware(async (c, next) => { const p = await verify(c.req.header("a"), KEY); c.set("p", p); await next(); });
            passed  ~ const requireAuth = createMiddleware(async (c, next) => { c.set("p", 1); await next(); });
            passed  ~ const guard = (opts) => async (c, next) => { if (opts.off) return next(); if (!c.req.header("a")) return c.json({}, 401); await next(); }; const authGuard = guard; app.use(authGuard({}));
            passed  ~ const authGuard = (opts) => async (c, next) => { if (opts.off) return next(); if (!c.req.header("a")) return c.json({}, 401); await next(); }; app.use(authGuard({}));
            guarded ~ const authGuard = (opts) => async (c, next) => { if (!c.req.header(opts.name)) return c.json({}, 401); await next(); }; app.use(authGuard({}));
            passed  ~ const authGuard = (opts) => { if (opts.off) return (c, next) => next(); return async (c, next) => { if (!c.req.header(opts.name)) return c.json({}, 401); await next(); }; }; app.use(authGuard({}));
            guarded ~ const authGuard = (opts) => bearerAuth({ token: opts.token }); app.use(authGuard({}));
            passed  ~ const authGuard = (opts) => cors(); app.use(authGuard({}));
            passed  ~ const authGuard = (opts) => opts.off ? (c, next) => next() : bearerAuth({ token: opts.token }); app.use(authGuard({}));
            passed  ~ const requireAuth = async (c, next) => { try { await verify(c.req.header("a"), K); } catch (e) {} await next(); };
            passed  ~ const requireAuth = async (c, next) => { try { await verify(c.req.header("a"), K); await next(); } catch (e) { await next(); } };
            guarded ~ const requireAuth = async (c, next) => { try { const p = await decode(c.req.header("a"), K); c.set("p", p); } catch (e) { return c.json({}, 401); } await next(); };
            passed  ~ const requireAuth = async (c, next) => { try { await next(); } catch (e) { return c.json({}, 401); } };
            passed  ~ const requireAuth = async (c, next) => { await next(); if (!c.get("user")) return c.json({}, 401); };
            passed  ~ const requireAuth = async (c, next) => { if (c.req.method === "OPTIONS") return c.body(null, 204); await next(); };
            passed  ~ const requireAuth = async (c, next) => { if (!process.env.SECRET) throw new Error("unset"); await next(); };
            passed  ~ const requireAuth = async (c, next) => { if (!process.env.SECRET) return c.text("unset", 500); await next(); };
            passed  ~ const requireAuth = async (c, next) => { const n = count(c); if (n > 100) return c.text("slow", 429); await next(); };
            guarded ~ const requireAuth = async (c, next) => { for (const k of keys) { if (k === c.req.header("a")) return next(); } return c.json({}, 401); };
            passed  ~ const requireAuth = async (c, next) => { for (const k of keys) { if (k === c.req.header("a")) return next(); } await next(); };
            guarded ~ const requireAuth = async (c, next) => { switch (c.req.header("a")) { case "ok": return next(); default: return c.json({}, 401); } };
            passed  ~ const requireAuth = async (c, next) => { switch (c.req.header("a")) { case "bad": return c.json({}, 401); case "ok": break; } await next(); };
            guarded ~ async function requireAuth(c, next) { const u = await load(c); await next(); } async function load(c) { if (!c.req.header("a")) throw new HTTPException(401); return 1; }
            passed  ~ async function requireAuth(c, next) { const u = await load(c); await next(); } async function load(c) { return c.req.header("a"); }
            guarded ~ async function requireAuth(c, next) { return check(c, next); } async function check(c, next) { if (!c.req.header("a")) return c.json({}, 401); return next(); }
            passed  ~ async function requireAuth(c, next) { return check(c, next); } async function check(c, next) { return next(); }
            passed  ~ const base = async (c, next) => { if (!c.req.header("a")) return c.json({}, 401); await next(); }; const skip2 = (g) => async (c, next) => { if (process.env.DEV) return next(); return g(c, next); }; const requireAuth = base; app.use(skip2(requireAuth));
            passed  ~ const requireAuth = async (c, next) => { if (!c.req.header("a")) return c.json({}, 401); await next(); }; const only = (g) => async (c, next) => { if (process.env.DEV) return next(); return g(c, next); }; app.use(only(requireAuth));
            guarded ~ const requireAuth = async (c, next) => { if (!c.req.header("a")) return c.json({}, 401); await next(); }; const only = (g) => async (c, next) => { log(c); return g(c, next); }; app.use(only(requireAuth));
            passed  ~ const requireAuth = async (c, next) => { if (!c.req.header("a")) return c.json({}, 401); await next(); }; app.use(wrapper(requireAuth));
            passed  ~ const requireAuth = async (c, next) => { if (!c.req.header("a")) return c.json({}, 401); await next(); }; const only = (g) => process.env.DEV ? (c, next) => next() : g; app.use(only(requireAuth));
            passed  ~ const requireAuth = async (c, next) => { if (!c.req.header("a")) c.json({}, 401); await next(); };
            guarded ~ const requireAuth = async (c, next) => { const ok = c.req.header("a") === K; return ok ? next() : c.json({}, 401); };
            passed  ~ const requireAuth = async (c, next) => { const ok = c.req.header("a") === K; if (ok || DEV) await next(); else await next(); };
            guarded ~ const requireAuth = async (c, next) => { const ok = c.req.header("a") === K; if (!ok) { const r = c.json({}, 401); return r; } await next(); };
            passed  ~ const requireAuth = async (c, next) => { if (c.req.path.startsWith("/health")) return next(); if (!c.req.header("a")) return c.json({}, 401); await next(); };
            passed  ~ class Auth { requireAuth = async (c, next) => { await next(); } } const auth = new Auth(); app.use(auth.requireAuth);
            passed  ~ class Auth { requireAuth() { return async (c, next) => { await next(); } } } const auth = new Auth(); app.use(auth.requireAuth());
            passed  ~ const guards = { requireAuth: process.env.CI ? lookup : auth0 }; app.use(guards.requireAuth);
            passed  ~ const guards = { requireAuth: async (c, next) => next() }; app.use(guards.requireAuth);
            passed  ~ const requireAuth = (c, next) => next();
            passed  ~ function requireAuth(c, next) { return next(); }
            passed  ~ const requireAuth = process.env.X ? auth0 : (c, next) => next();
            passed  ~ let requireAuth = auth0; if (process.env.X) requireAuth = (c, next) => next(); app.use(requireAuth);
            passed  ~ const requireAuth = async (c, next) => { const h = c.req.header("a"); h && verifyToken(h); await next(); };
            passed  ~ const requireAuth = async (c, next) => { if (c.req.header("a")) { await verifyToken(c.req.header("a")); } await next(); };
            passed  ~ const requireAuth = async (c, next) => { verifyToken(c.req.header("a")).catch(() => null); await next(); };
            guarded ~ const requireAuth = async (c, next) => { await verifyToken(c.req.header("a")).catch(() => { throw new HTTPException(401); }); await next(); };
            """)
    void hono(String expected, String code) {
        String head = """
                import { Hono } from "hono";
                import { jwt, verify } from "hono/jwt";
                import { bearerAuth } from "hono/bearer-auth";
                import { createMiddleware } from "hono/factory";
                import { HTTPException } from "hono/http-exception";
                import { getSession, lookup, auth0, wrapper } from "outside-kit";
                const app = new Hono();
                """;
        assertMet(expected, head, code, "app.use(requireAuth);", "app.post(\"/x\", (c) => c.json({}));");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '~', textBlock = """
            passed  ~ const requireAuth = (req, res, next) => { if (!req.headers.a) res.status(401).end(); next(); };
            guarded ~ const requireAuth = (req, res, next) => { if (!req.headers.a) { res.status(401).end(); return; } next(); };
            guarded ~ const requireAuth = (req, res, next) => { if (!req.headers.a) { res.status(401).end(); } else { next(); } };
            guarded ~ const requireAuth = (req, res, next) => { if (!req.headers.a) return next(new Error("x")); next(); };
            guarded ~ const requireAuth = (req, res, next) => { jwt.verify(req.headers.a, K, (err, user) => { if (err) return res.sendStatus(403); req.user = user; next(); }); };
            passed  ~ const requireAuth = (req, res, next) => { jwt.verify(req.headers.a, K, (err, user) => { req.user = user; next(); }); };
            guarded ~ const requireAuth = (req, res, next) => { try { req.user = jwt.verify(req.headers.a, K); next(); } catch { res.status(401).end(); } };
            passed  ~ const requireAuth = (req, res, next) => { try { req.user = jwt.verify(req.headers.a, K); } catch (e) { req.user = null; } next(); };
            passed  ~ const requireAuth = (req, res, next) => { try { req.user = jwt.verify(req.headers.a, K); } catch (e) { req.user = null; } finally { next(); } };
            guarded ~ const requireAuth = passport.authenticate("jwt", { session: false });
            guarded ~ const requireAuth = (req, res, next) => passport.authenticate("jwt", (err, user) => { if (err || !user) return res.status(401).end(); req.user = user; next(); })(req, res, next);
            passed  ~ const requireAuth = (req, res, next) => passport.authenticate("jwt", (err, user) => { req.user = user; next(); })(req, res, next);
            guarded ~ const requireAuth = asyncHandler(async (req, res, next) => { if (!req.user) { res.status(401); throw new Error("x"); } next(); });
            passed  ~ const requireAuth = asyncHandler(async (req, res, next) => { next(); });
            passed  ~ const requireAuth = (req, res, next) => { lookup(req).then((u) => { req.user = u; next(); }); };
            guarded ~ const requireAuth = (req, res, next) => { lookup(req).then((u) => { if (!u) return res.status(401).end(); req.user = u; next(); }).catch(next); };
            guarded ~ const requireAuth = (req, res, next) => req.isAuthenticated() ? next() : res.redirect("/login");
            guarded ~ const requireAuth = (req, res, next) => { if (req.isAuthenticated()) { return next(); } res.redirect("/login"); };
            guarded ~ const requireAuth = (req, res, next) => { if (req.user) next(); else res.sendStatus(401); };
            passed  ~ const requireAuth = (req, res, next) => { if (req.user) req.seen = true; next("route"); };
            passed  ~ const requireAuth = (req, res, next) => { setTimeout(next, 10); };
            passed  ~ const requireAuth = (req, res, next) => { if (req.path === "/open") { next(); return; } if (!req.user) return res.status(401).end(); next(); };
            """)
    void express(String expected, String code) {
        String head = """
                import express from "express";
                import passport from "passport";
                import jwt from "jsonwebtoken";
                import asyncHandler from "express-async-handler";
                import { lookup } from "outside-kit";
                const app = express();
                """;
        assertMet(expected, head, code, "app.use(requireAuth);", "app.post(\"/x\", (req, res) => res.json({}));");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '~', textBlock = """
            guarded ~ const requireAuth = async (req, reply) => { await req.jwtVerify(); };
            guarded ~ const requireAuth = async (req, reply) => { try { await req.jwtVerify(); } catch (err) { reply.send(err); } };
            passed  ~ const requireAuth = async (req, reply) => { try { await req.jwtVerify(); } catch (err) { req.log.info(err); } };
            guarded ~ const requireAuth = async (req, reply) => { if (!req.headers.a) { reply.code(401).send(); } };
            guarded ~ const requireAuth = async (req, reply) => { if (!req.headers.a) return reply.code(401).send(); };
            guarded ~ const requireAuth = async (req, reply) => { if (!req.headers.a) throw new Error("no"); };
            passed  ~ const requireAuth = async (req, reply) => { if (req.headers.a) { if (!lookup(req)) throw new Error("no"); } };
            passed  ~ const requireAuth = async (req, reply) => { req.user = await lookup(req); };
            guarded ~ const requireAuth = (req, reply, done) => { if (!req.headers.a) { reply.code(401).send(); return; } done(); };
            guarded ~ const requireAuth = (req, reply, done) => { if (!req.headers.a) done(new Error("x")); else done(); };
            passed  ~ const requireAuth = (req, reply, done) => { done(); };
            guarded ~ app.decorate("authenticate", async (req, reply) => { await req.jwtVerify(); }); app.addHook("onRequest", app.authenticate);
            passed  ~ app.decorate("authenticate", async (req, reply) => { req.x = 1; }); app.addHook("onRequest", app.authenticate);
            """)
    void fastify(String expected, String code) {
        String head = """
                import fastify from "fastify";
                import { lookup } from "outside-kit";
                const app = fastify();
                """;
        String use = "app.addHook(\"onRequest\", requireAuth);";
        assertMet(expected, head, code, use, "app.post(\"/x\", async (req, reply) => ({}));");
    }
}
