package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not followed must be told. */
class RouteGapsTest {
    private static List<String> keys(SourceFixture fixture) {
        return fixture.facts(Route.class).stream().map(Route::key).toList();
    }

    private static List<String> reasons(SourceFixture fixture) {
        return fixture.facts(Unresolved.class).stream()
                .map(one -> one.lookedFor() + ": " + one.reason())
                .toList();
    }

    private static void assertPartial(SourceFixture fixture) {
        assertThat(fixture.coverage("routes", Route.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    private static String chain(String make, String mount, int length, int times) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append("const a" + i + " = " + make + ";\n");
        text.append("a0.get(\"/first\", (a, b) => b);\n");
        for (int i = length - 2; i >= 0; i--)
            for (int k = 0; k < times; k++)
                text.append("a" + i + "." + mount + "(\"/m" + i + "x" + k + "\", a" + (i + 1) + ");\n");
        return text.toString();
    }

    @Test
    void mounts_that_multiply_are_cut_and_told() {
        SourceFixture fixture = SourceFixture.of(
                "src/app.ts", "import { Hono } from \"hono\";\n" + chain("new Hono()", "route", 7, 12));
        assertThat(keys(fixture)).containsExactly("GET /first");
        assertThat(reasons(fixture))
                .containsExactly("routes of an application: there are too many registrations to list all");
        assertPartial(fixture);
    }

    @Test
    void mounts_that_are_too_deep_are_told() {
        SourceFixture fixture =
                SourceFixture.of("src/app.ts", "import { Hono } from \"hono\";\n" + chain("new Hono()", "route", 9, 1));
        assertThat(reasons(fixture)).containsExactly("routes of an application: it is mounted too deep");
        assertPartial(fixture);
    }

    @Test
    void a_router_within_itself_is_told() {
        SourceFixture fixture = SourceFixture.of("src/app.js", """
                import express from "express";
                const app = express();
                const router = express.Router();
                router.use("/again", router);
                router.get("/leaf", (req, res) => res.json(1));
                app.use("/tree", router);
                """);
        assertThat(keys(fixture)).containsExactly("GET /tree/leaf");
        assertThat(reasons(fixture)).containsExactly("routes of an application: it is mounted within itself");
    }

    @Test
    void an_application_with_more_registrations_than_are_kept_is_told() {
        StringBuilder text = new StringBuilder("import express from \"express\";\nconst app = express();\n");
        for (int i = 0; i <= App.MAX_ENTRIES; i++) text.append("app.use(cors());\n");
        SourceFixture fixture = SourceFixture.of("src/app.js", text.toString());
        assertThat(reasons(fixture))
                .containsExactly("routes of an application: it has more than " + App.MAX_ENTRIES + " registrations");
    }

    @Test
    void calls_that_go_too_deep_with_an_application_are_told() {
        StringBuilder text = new StringBuilder("import { Hono } from \"hono\";\nconst app = new Hono();\nf0(app);\n");
        for (int i = 0; i < 14; i++) text.append("function f" + i + "(at) { f" + (i + 1) + "(at); }\n");
        text.append("function f14(at) { at.get(\"/deep\", (c) => c.text(\"d\")); }\n");
        SourceFixture fixture = SourceFixture.of("src/app.ts", text.toString());
        assertThat(reasons(fixture)).contains("registrations on an application: the calls go too deep");
        assertPartial(fixture);
    }

    @Test
    void a_function_that_gives_an_application_to_itself_is_told() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import { Hono } from "hono";
                const app = new Hono();
                function add(to, left) { to.get("/left", (c) => c.text("l")); if (left) add(to, left - 1); }
                add(app, 3);
                """);
        assertThat(reasons(fixture))
                .containsExactly("registrations on an application: it is given to a function that calls itself");
    }

    @Test
    void classes_that_extend_each_other_do_no_harm() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import { Hono } from "hono";
                class A extends B { use = 1 }
                class B extends A { use = 2 }
                const app = new Hono();
                const held = new A(app);
                app.get("/still", (c) => c.text("s"));
                """);
        assertThat(keys(fixture)).containsExactly("GET /still");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            const app = injected ?? new Hono(); app.get("/x", h)                                     | it is not known which application it is made on
            const app = flag ? new Hono() : new OpenAPIHono(); app.get("/x", h)                      | it is not known which application it is made on
            const app = Sentry.wrap(express()); app.get("/x", h)                                     | it is not known which application it is made on
            const a = new Hono(); const b = new Hono(); for (const r of [a, b]) r.get("/x", h)       | it is not known which application it is made on
            const app = new Hono(); [app].forEach((a) => a.get("/x", h))                             | it is not known which application it is made on
            class Api extends OpenAPIHono {} const api = new Api(); api.get("/x", h)                 | it is not known which application it is made on
            const app = new Hono(); app[method]("/x", h)                                             | its method is computed
            const app = express(); app[method]("/x", h)                                              | its method is computed
            expose(express())                                                                        | it is not known what `expose` does with it
            const app = injected ?? new Hono(); const sub = new Hono(); sub.get("/y", h); app.route("/z", sub) | it is not known which application it is made on
            """)
    void registrations_on_what_is_not_recognised_are_told(String text, String reason) {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import { Hono } from "hono";
                import { OpenAPIHono } from "@hono/zod-openapi";
                import express from "express";
                import * as Sentry from "@sentry/node";
                import { expose } from "outside-kit";
                import { injected, flag, method } from "./given";
                const h = (c) => c.text("h");
                """ + text + ";\n");
        assertThat(keys(fixture)).isEmpty();
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::reason)
                        .toList())
                .contains(reason);
        assertPartial(fixture);
    }

    @Test
    void what_only_serves_an_application_is_no_registration() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import { Hono } from "hono";
                import { serve } from "@hono/node-server";
                import { createServer } from "node:http";
                const app = new Hono();
                app.get("/x", (c) => c.text("x"));
                const server = serve({ fetch: app.fetch });
                server.on("close", () => {});
                const plain = createServer(app);
                plain.on("error", () => {});
                const kept = new Map();
                kept.get("/x");
                """);
        assertThat(keys(fixture)).containsExactly("GET /x");
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::reason)
                        .toList())
                .noneMatch(reason -> reason.contains("application"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            function post(p, ...hs) { router.post(p, ...hs); } post("/a", h)
            router.post("/a", ...build())
            router.get(...build())
            router.use(...build())
            hono.on("POST", "/a", ...build())
            hono.get(...build(), h)
            hono.route(...build())
            hono.use(...build())
            quick.get("/a", ...build())
            quick.route(...build())
            """)
    void registrations_with_unknown_arguments_are_told(String text) {
        SourceFixture fixture = SourceFixture.of("src/app.ts", """
                import { Hono } from "hono";
                import express from "express";
                import fastify from "fastify";
                import { build } from "./build";
                const h = (c) => c.text("h");
                const router = express();
                const hono = new Hono();
                const quick = fastify();
                """ + text + ";\n");
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::reason)
                        .toList())
                .contains("not all arguments are known");
        assertPartial(fixture);
    }
}
