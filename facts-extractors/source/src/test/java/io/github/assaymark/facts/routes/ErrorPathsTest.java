package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.ErrorPath;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorPathsTest {
    private static List<String> errors(SourceFixture fixture) {
        return fixture.facts(ErrorPath.class).stream()
                .map(error -> error.route() + " " + error.status() + " " + error.code() + " " + error.error() + " "
                        + error.enclosingFunction())
                .toList();
    }

    @Test
    void replies_and_throws_of_handlers_carry_status_code_and_route() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import { Hono } from "hono";
                import { HTTPException } from "hono/http-exception";
                import { NotPayable } from "./errors";
                const app = new Hono();
                app.get("/a", async function readA(c) {
                  if (c.req.query("one")) return c.json({ code: "A_MISSING" }, 404);
                  if (c.req.query("two")) return c.json({ error: { code: "a.locked" } }, 423);
                  if (c.req.query("three")) throw new HTTPException(409, { message: "taken" });
                  if (c.req.query("four")) throw new NotPayable();
                  if (c.req.query("five")) return c.notFound();
                  return c.json({ code: "FINE" }, 200);
                });
                """, "src/errors.ts", """
                export class NotPayable extends Error {
                  readonly status = 402;
                  readonly code = "NOT_PAYABLE";
                }
                """);
        assertThat(errors(fixture))
                .containsExactlyInAnyOrder(
                        "GET /a 404 A_MISSING null readA",
                        "GET /a 423 a.locked null readA",
                        "GET /a 409 null HTTPException readA",
                        "GET /a 402 NOT_PAYABLE NotPayable readA",
                        "GET /a 404 null null readA");
    }

    @Test
    void replies_of_other_frameworks_are_read() {
        SourceFixture fixture = SourceFixture.of("src/app.js", """
                import express from "express";
                import createError from "http-errors";
                const app = express();
                app.get("/a", (req, res, next) => {
                  if (req.query.one) return res.status(400).json({ code: "BAD_A" });
                  if (req.query.two) return res.sendStatus(403);
                  return next(createError(410));
                });
                """, "src/guard.ts", """
                import { ForbiddenException, HttpException, HttpStatus } from "@nestjs/common";
                export function check(one) {
                  if (one) throw new ForbiddenException("ONE_FORBIDDEN");
                  throw new HttpException("later", HttpStatus.TOO_MANY_REQUESTS);
                }
                """, "src/next.ts", """
                export async function answer() {
                  return NextResponse.json({ code: "NO_NEXT" }, { status: 422 });
                }
                """);
        assertThat(errors(fixture))
                .containsExactlyInAnyOrder(
                        "GET /a 400 BAD_A null null",
                        "GET /a 403 null null null",
                        "GET /a 410 null createError null",
                        "null 403 ONE_FORBIDDEN ForbiddenException check",
                        "null 429 null HttpException check",
                        "null 422 NO_NEXT null answer");
    }

    @Test
    void answers_tell_the_names_of_their_properties_where_these_are_known() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import { Hono } from "hono";
                import { problem } from "@platform/problems";
                import express from "express";
                const app = new Hono();
                const other = express();
                const rest = load();
                app.get("/a", (c) => {
                  if (c.req.query("one")) return c.json({ message: "no", error: "gone" }, 410);
                  if (c.req.query("two")) return c.text("no", 411);
                  if (c.req.query("three")) return c.body(null, 412);
                  if (c.req.query("four")) return c.json(problem("x"), 413);
                  if (c.req.query("five")) return c.json({ error: "x", ...rest }, 414);
                  if (c.req.query("six")) return new Response(JSON.stringify({ msg: "x" }), { status: 415 });
                  throw new HTTPException(416);
                });
                other.get("/b", (req, res) => {
                  if (req.query.one) return res.status(417).json({ error: "x" });
                  if (req.query.two) return res.status(418).end();
                  return res.status(421).send(problem("y"));
                });
                """);
        assertThat(fixture.facts(ErrorPath.class))
                .extracting(error -> error.status() + " " + error.bodyKeys() + " " + error.bodyKnown())
                .containsExactlyInAnyOrder(
                        "410 [error, message] true",
                        "411 [] true",
                        "412 [] true",
                        "413 [] false",
                        "414 [] false",
                        "415 [msg] true",
                        "416 [] false",
                        "417 [error] true",
                        "418 [] true",
                        "421 [] false");
    }
}
