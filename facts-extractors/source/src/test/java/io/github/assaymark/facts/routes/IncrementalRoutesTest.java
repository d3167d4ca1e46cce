package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.HandlerCall;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit of one file changes of the routes of a service; afterwards they are those of a scan from scratch. */
class IncrementalRoutesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    private Path root;

    @BeforeEach
    void write() throws IOException {
        put("package.json", "{\"name\": \"boats\", \"dependencies\": {\"hono\": \"4.0.0\"}}\n");
        put("src/main.ts", """
                import { Hono } from "hono";
                import { boats } from "./boats";
                import { harbours } from "./harbours";
                import { requireAuth } from "./require-auth";
                const app = new Hono();
                app.use("/v1/*", requireAuth);
                app.route("/v1/boats", boats);
                app.route("/v1/harbours", harbours);
                export default app;
                """);
        put("src/boats.ts", """
                import { Hono } from "hono";
                import { listBoats } from "./fleet";
                export const boats = new Hono();
                boats.get("/", (c) => c.json(listBoats()));
                boats.get("/:boatId", (c) => c.text("one boat"));
                """);
        put("src/harbours.ts", """
                import { Hono } from "hono";
                export const harbours = new Hono();
                harbours.get("/", (c) => c.text("all harbours"));
                """);
        put("src/require-auth.ts", """
                export const requireAuth = async (c, next) => {
                  if (!c.req.header("authorization")) return c.json({}, 401);
                  await next();
                };
                """);
        put("src/fleet.ts", "export const listBoats = () => [];\n");
        put("src/tides.ts", "export const high = 6;\n");
        put("app/api/masts/route.ts", "export async function GET() { return Response.json({}); }\n");
    }

    private String put(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return path;
    }

    private String change(String path, String from, String to) throws IOException {
        String text = Files.readString(root.resolve(path));
        assertThat(text).contains(from);
        return put(path, text.replace(from, to));
    }

    private ScanRequest request() {
        return ScanRequest.of(root).at(NOW);
    }

    /** The edit of one file, and that nothing else would have been found anew. */
    private FactDelta edited(LiveScan live, String path) {
        FactDelta delta = live.update(List.of(path));
        Snapshot fresh = Extractors.standard().scan(request()).snapshot();
        assertThat(live.snapshot().deltaTo(fresh)).isEqualTo(new FactDelta(List.of(), List.of()));
        assertThat(live.rescans()).isZero();
        return delta;
    }

    private static <F extends Fact> List<String> keys(List<Fact> facts, Class<F> type) {
        return facts.stream().filter(type::isInstance).map(Fact::key).sorted().toList();
    }

    @Test
    void only_routes_under_a_mount_get_another_path() throws IOException {
        try (LiveScan live = Extractors.standard().follow(request())) {
            assertThat(keys(live.snapshot().facts(), Route.class))
                    .containsExactly("GET /api/masts", "GET /v1/boats", "GET /v1/boats/{boatId}", "GET /v1/harbours");
            FactDelta delta = edited(live, change("src/main.ts", "\"/v1/boats\"", "\"/v1/ships\""));
            assertThat(keys(delta.added(), Route.class)).containsExactly("GET /v1/ships", "GET /v1/ships/{boatId}");
            assertThat(keys(delta.removed(), Route.class)).containsExactly("GET /v1/boats", "GET /v1/boats/{boatId}");
        }
    }

    @Test
    void a_guard_that_no_longer_stops_requests_guards_no_route_of_any_module() throws IOException {
        try (LiveScan live = Extractors.standard().follow(request())) {
            FactDelta delta = edited(live, change("src/require-auth.ts", "return c.json({}, 401)", "console.log(1)"));
            assertThat(keys(delta.added(), RouteGuard.class))
                    .containsExactly(
                            "GET /v1/boats/{boatId}<requireAuth",
                            "GET /v1/boats<requireAuth",
                            "GET /v1/harbours<requireAuth");
            assertThat(keys(delta.added(), Route.class)).isEmpty();
        }
    }

    @Test
    void an_edit_of_one_router_leaves_the_facts_about_others() throws IOException {
        try (LiveScan live = Extractors.standard().follow(request())) {
            FactDelta delta =
                    edited(live, change("src/harbours.ts", "c.text(\"all harbours\")", "c.json(c.req.query())"));
            assertThat(keys(delta.added(), HandlerCall.class)).allMatch(key -> key.startsWith("GET /v1/harbours>"));
            assertThat(keys(delta.added(), HandlerCall.class)).isNotEmpty();
            assertThat(keys(delta.added(), RouteGuard.class)).isEmpty();
        }
    }

    @Test
    void what_handlers_call_changes_with_the_modules_they_import() throws IOException {
        try (LiveScan live = Extractors.standard().follow(request())) {
            assertThat(keys(
                            edited(live, put("src/tides.ts", "export const high = 7;\n"))
                                    .added(),
                            Route.class))
                    .isEmpty();
            edited(live, put("src/fleet.ts", "export { listBoats } from './tides';\n"));
            edited(live, put("src/tides.ts", """
                    import { Hono } from "hono";
                    export const high = new Hono();
                    high.get("/high", (c) => c.text("high"));
                    export const listBoats = () => [high];
                    """));
            assertThat(keys(live.snapshot().facts(), Route.class)).contains("GET /high");
            edited(live, put("app/api/masts/route.ts", "export async function POST() {}\n"));
            edited(live, put("middleware.ts", """
                    import { requireAuth } from "./src/require-auth";
                    export default requireAuth;
                    """));
            assertThat(keys(live.snapshot().facts(), RouteGuard.class)).contains("POST /api/masts<requireAuth");
            edited(live, put("next.config.js", "module.exports = { basePath: '/sea' };\n"));
            assertThat(keys(live.snapshot().facts(), Route.class)).contains("POST /sea/api/masts");
        }
    }

    @Test
    void code_too_deep_to_follow_is_a_gap_that_goes_with_it() throws IOException {
        String deep = "boats.use(" + "f(".repeat(3_000) + "1" + ")".repeat(3_000) + ");\n";
        try (LiveScan live = Extractors.standard().follow(request())) {
            edited(live, change("src/boats.ts", "boats.get(\"/\",", deep + "boats.get(\"/\","));
            edited(live, put("src/tides.ts", "export const high = 8;\n"));
            edited(live, change("src/boats.ts", deep, ""));
            assertThat(keys(live.snapshot().facts(), Route.class)).contains("GET /v1/boats");
        }
    }
}
