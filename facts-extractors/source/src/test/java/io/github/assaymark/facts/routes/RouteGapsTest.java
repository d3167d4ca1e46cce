package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        assertThat(reasons(fixture)).containsExactly("routes of an application: it has more than 20000 registrations");
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
}
