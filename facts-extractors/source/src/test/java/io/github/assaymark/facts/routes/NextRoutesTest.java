package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import io.github.assaymark.model.fact.WebFramework;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextRoutesTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "app/route.ts, GET /",
        "app/api/pets/route.ts, GET /api/pets",
        "src/app/api/pets/[petId]/route.ts, GET /api/pets/{petId}",
        "app/(shop)/api/@slot/carts/route.js, GET /api/carts",
        "app/files/[...path]/route.ts, GET /files/{path}",
        "apps/web/app/api/deep/route.tsx, GET /api/deep",
    })
    void paths_follow_the_directories(String file, String key) {
        SourceFixture fixture =
                SourceFixture.of(file, "export async function GET(request) { return Response.json({}); }\n");
        Route route = fixture.only(Route.class);
        assertThat(route.key()).isEqualTo(key);
        assertThat(route.framework()).isEqualTo(WebFramework.NEXTJS);
        assertThat(route.handler()).isEqualTo("GET");
    }

    @Test
    void private_directories_other_files_and_other_exports_are_no_routes() {
        SourceFixture fixture = SourceFixture.of(
                "app/_lib/route.ts",
                "export async function GET() {}\n",
                "app/api/helper.ts",
                "export async function GET() {}\n",
                "app/api/x/route.ts",
                "export const dynamic = 'force-dynamic';\nexport async function helper() {}\n");
        assertThat(fixture.facts(Route.class)).isEmpty();
    }

    @Test
    void handlers_may_be_wrapped_renamed_and_optional() {
        SourceFixture fixture = SourceFixture.of(
                "app/api/[[...rest]]/route.ts",
                """
                import { withAuth } from "@/auth";
                const handler = async (request) => Response.json({});
                export const POST = withAuth(handler, { scope: "rest.write" });
                export { handler as PUT };
                """,
                "auth.ts",
                """
                export const withAuth = (inner, options) => async (request) => {
                  if (!request.headers.get("x-key")) return Response.json({}, { status: 401 });
                  return inner(request);
                };
                """,
                "tsconfig.json",
                "{ \"compilerOptions\": { \"paths\": { \"@/*\": [\"./*\"] } } }");
        assertThat(fixture.facts(Route.class).stream().map(Route::key).toList())
                .containsExactlyInAnyOrder("POST /api", "POST /api/{rest}", "PUT /api", "PUT /api/{rest}");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .map(guard -> guard.route() + " " + guard.name() + " " + guard.effective())
                        .toList())
                .containsExactlyInAnyOrder("POST /api withAuth true", "POST /api/{rest} withAuth true");
    }

    @Test
    void pages_serve_every_method() {
        SourceFixture fixture = SourceFixture.of(
                "pages/api/users/[id].ts",
                "export default function handler(req, res) { res.status(404).json({ code: 'NO_USER' }); }\n",
                "pages/index.tsx",
                "export default function Home() { return null; }\n");
        Route route = fixture.only(Route.class);
        assertThat(route.key()).isEqualTo("ALL /api/users/{id}");
        assertThat(route.mutation()).isTrue();
    }

    @Test
    void a_middleware_file_guards_what_its_matcher_covers() {
        SourceFixture fixture = SourceFixture.of(
                "middleware.ts",
                """
                import { verifySession } from "./session";
                export async function middleware(request) {
                  await verifySession(request);
                }
                export const config = { matcher: ["/api/admin/:path*", "/api/me"] };
                """,
                "session.ts",
                "export async function verifySession(request) { if (!request.cookies.get(\"s\")) throw new Error(\"s\"); }\n",
                "app/api/admin/users/route.ts",
                "export function GET() {}\n",
                "app/api/me/route.ts",
                "export function GET() {}\n",
                "app/api/me/photo/route.ts",
                "export function GET() {}\n");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .map(guard -> guard.route() + " " + guard.name() + " " + guard.kind() + " " + guard.effective())
                        .toList())
                .containsExactlyInAnyOrder(
                        "GET /api/admin/users verifySession AUTHENTICATION true",
                        "GET /api/me verifySession AUTHENTICATION true",
                        "GET /api/me/photo verifySession AUTHENTICATION false");
    }

    @Test
    void a_matcher_may_name_what_it_leaves_out() {
        SourceFixture fixture = SourceFixture.of(
                "src/middleware.ts",
                """
                import { withAuth } from "next-auth/middleware";
                export default withAuth({ pages: { signIn: "/sign-in" } });
                export const config = { matcher: ["/((?!api/open|_next/static|favicon.ico|.*\\\\.png$).*)"] };
                """,
                "src/app/api/open/route.ts",
                "export function GET() {}\n",
                "src/app/api/closed/route.ts",
                "export function GET() {}\n",
                "src/app/[tenant]/feed/route.ts",
                "export function GET() {}\n");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .map(guard -> guard.route() + " " + guard.name() + " " + guard.effective() + " "
                                + guard.conditional())
                        .toList())
                .containsExactlyInAnyOrder(
                        "GET /api/closed withAuth true false",
                        "GET /api/open withAuth false false",
                        "GET /{tenant}/feed withAuth false true");
    }

    @Test
    void handlers_of_other_modules_are_taken_over_or_told() {
        SourceFixture fixture = SourceFixture.of(
                "package.json",
                "{\"dependencies\": {\"next\": \"15\"}}",
                "src/app/one/route.ts",
                "export * from \"../../handlers\";\n",
                "src/app/two/route.ts",
                "export { POST, OPEN as PUT } from \"../../handlers\";\n",
                "src/app/three/route.ts",
                "export * from \"outside-kit\";\n",
                "src/app/four/route.ts",
                "export { GET } from \"outside-kit\";\n",
                "src/handlers.ts",
                "export async function GET() { return 1; }\nexport async function POST() { return 2; }\nexport async function OPEN() { return 3; }\n",
                "pages/api/five.js",
                "function five(req, res) { res.end(\"5\"); }\nmodule.exports = five;\n");
        assertThat(fixture.facts(Route.class).stream()
                        .map(route -> route.key() + " " + route.handlerFile())
                        .toList())
                .containsExactlyInAnyOrder(
                        "GET /one src/handlers.ts",
                        "POST /one src/handlers.ts",
                        "POST /two src/handlers.ts",
                        "PUT /two src/handlers.ts",
                        "GET /four null",
                        "ALL /api/five pages/api/five.js");
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(one -> one.file() + " " + one.reason())
                        .toList())
                .containsExactlyInAnyOrder(
                        "src/app/three/route.ts the module is not seen",
                        "src/app/four/route.ts the module is not seen");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            next.config.js         ~ const base = "/docs"; const config = { basePath: base, trailingSlash: true }; module.exports = config;     ~ GET /docs/api/x ~
            next.config.ts         ~ import { wrap } from "outside-kit"; const config = { basePath: "/w" }; export default wrap(config, {});      ~ GET /w/api/x    ~
            next.config.mjs        ~ export default { basePath: process.env.BASE };                                                              ~ GET /api/x      ~ `basePath` is no constant text
            next.config.mjs        ~ export default { async rewrites() { return load(); } };                                                     ~ GET /api/x      ~ `rewrites` is not followed
            next.config.cjs        ~ module.exports = (phase) => ({ basePath: "/phase" });                                                       ~ GET /api/x      ~ `basePath` is no constant text
            """)
    void the_configuration_may_move_all_paths(String file, String config, String key, String reason) {
        SourceFixture fixture = SourceFixture.of(
                file, config + "\n", "app/api/x/route.ts", "export function GET() { return Response.json({}); }\n");
        assertThat(fixture.only(Route.class).key()).isEqualTo(key);
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::reason)
                        .toList())
                .isEqualTo(reason == null ? java.util.List.of() : java.util.List.of(reason));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            guarded ~ export async function middleware(r) { await verifySession(r); }
            passed  ~ export async function middleware(r) { if (process.env.OFF) return NextResponse.next(); await verifySession(r); }
            passed  ~ export async function middleware(r) { const ok = await checkSession(r); if (ok) log(ok); return NextResponse.next(); }
            guarded ~ export async function middleware(r) { const ok = await checkSession(r); if (!ok) return NextResponse.redirect("/in"); return NextResponse.next(); }
            passed  ~ import { auth } from "next-auth"; export default auth((r) => { log(r.auth); });
            guarded ~ import { auth } from "next-auth"; export default auth((r) => { if (!r.auth) return Response.redirect("/in"); });
            told    ~ export function middleware(r) { if (!r.cookies.get("t")) return NextResponse.redirect("/in"); return NextResponse.next(); }
            told    ~ export async function middleware(r) { await verifySession(r); } export const config = lookup();
            told    ~ export async function middleware(r) { await verifySession(r); } export const config = { matcher: [{ source: "/api/:path*", missing: [] }] };
            told    ~ export async function middleware(r) { await verifySession(r); } export const config = { matcher: process.env.MATCH };
            """)
    void a_middleware_file_guards_when_its_function_demands_something(String expected, String code) {
        SourceFixture fixture = SourceFixture.of(
                "middleware.ts",
                "import { verifySession, checkSession, lookup, log } from \"outside-kit\";\n" + code + "\n",
                "app/api/x/route.ts",
                "export function GET() { return Response.json({}); }\n");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.kind() == GuardKind.AUTHENTICATION)
                        .anyMatch(RouteGuard::effective))
                .isEqualTo(expected.equals("guarded"));
        assertThat(fixture.facts(Unresolved.class).stream()
                        .anyMatch(one -> one.factTypes().contains("RouteGuard")))
                .isEqualTo(expected.equals("told"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"exports.GET = () => Response.json({});", "module.exports = { GET: () => Response.json({}) };"})
    void handlers_that_are_exported_in_the_old_way_are_told(String code) {
        SourceFixture fixture = SourceFixture.of("app/api/x/route.js", code + "\n");
        assertThat(fixture.facts(Route.class)).isEmpty();
        assertThat(fixture.only(Unresolved.class).reason()).isEqualTo("they are exported through `exports`");
    }
}
