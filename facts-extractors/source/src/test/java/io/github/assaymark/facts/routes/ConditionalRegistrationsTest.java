package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be left out, because its function may end before, is registered under a condition. */
class ConditionalRegistrationsTest {
    private static final String HEAD = """
            import { Hono } from "hono";
            import { requireAuth } from "outside-kit";
            const app = new Hono();
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            switch (mode) { case "open": return; } app.use(requireAuth);                        ~ when no case of the switch ends the function
            switch (mode) { case "open": break; default: app.use(requireAuth); }                ~ in a case of a switch
            if (mode) { log(mode); } else { return; } app.use(requireAuth);                     ~ under the condition `mode`
            if (mode) { if (mode.open) return; } app.use(requireAuth);                          ~ when not `mode`
            for (const one of mode) { if (one === "open") return; } app.use(requireAuth);       ~ when the loop does not end the function
            while (mode.next()) { if (mode.open) return; } app.use(requireAuth);                ~ when the loop does not end the function
            try { load(mode); } catch (e) { return; } app.use(requireAuth);                     ~ when nothing in the `try` ends the function
            try { load(mode); app.use(requireAuth); } catch (e) { log(e); }                     ~ when no error is caught
            open: { if (mode) break open; app.use(requireAuth); }                               ~ when the block is not left before
            """)
    void a_guard_behind_a_way_out_is_conditional(String text, String reason) {
        SourceFixture fixture = SourceFixture.of("src/app.ts", HEAD + """
                import { mode } from "./mode";
                function add(app, mode) {
                %s
                }
                add(app, mode);
                app.post("/after", (c) => c.json({}));
                """.formatted(text));
        RouteGuard guard = fixture.only(RouteGuard.class);
        assertThat(guard.effective()).isFalse();
        assertThat(guard.conditional()).isTrue();
        assertThat(guard.reason()).startsWith("it is only registered " + reason);
    }

    @Test
    void a_route_behind_a_way_out_is_conditional_and_its_guard_holds() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", HEAD + """
                function add(app) {
                  switch (process.env.MODE) { case "off": return; }
                  app.use(requireAuth);
                  app.post("/within", (c) => c.json({}));
                }
                add(app);
                """);
        assertThat(fixture.only(Route.class).conditional()).isTrue();
        assertThat(fixture.only(RouteGuard.class).effective()).isTrue();
    }

    @Test
    void an_error_that_ends_the_program_leaves_nothing_out() {
        SourceFixture fixture = SourceFixture.of("src/app.ts", HEAD + """
                try { app.use(requireAuth); } catch (e) { console.error(e); process.exit(1); }
                try { load(); } catch (e) { throw new Error("load"); }
                app.post("/after", (c) => c.json({}));
                """);
        assertThat(fixture.only(RouteGuard.class).effective()).isTrue();
        assertThat(fixture.only(Route.class).conditional()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            let at = open; if (process.env.X) at = guarded; at.get("/x", h);                        ~ it is chosen while the program runs
            function make() { if (process.env.X) return guarded; return open; } make().get("/x", h); ~ its function gives one of several
            """)
    void an_application_that_is_chosen_is_told(String text, String reason) {
        SourceFixture fixture = SourceFixture.of("src/app.ts", HEAD + """
                const open = new Hono();
                const guarded = new Hono();
                guarded.use(requireAuth);
                const h = (c) => c.text("h");
                """ + text + "\n");
        assertThat(fixture.facts(Route.class)).isEmpty();
        assertThat(fixture.facts(Unresolved.class)).anyMatch(one -> one.reason().equals(reason));
        assertThat(fixture.coverage("routes", Route.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }
}
