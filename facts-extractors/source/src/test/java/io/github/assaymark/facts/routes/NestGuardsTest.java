package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards of NestJS by what they do, and what modules put ahead of routes. */
class NestGuardsTest {
    private static final String DECORATORS = """
            import { SetMetadata } from "@nestjs/common";
            export const ROLES = "roles";
            export const Roles = (...roles) => SetMetadata(ROLES, roles);
            export const Later = () => SetMetadata("later", true);
            """;

    private static final String READS = """
            const { user } = c.switchToHttp().getRequest();
            return roles.some((role) => user.roles.includes(role));
            """;

    private static final String BOTH =
            "const roles = this.reflector.getAllAndOverride(ROLES, [c.getHandler(), c.getClass()]); ";
    private static final String HANDLER = "const roles = this.reflector.get('roles', c.getHandler()); ";
    private static final String LATER = "const later = this.reflector.get('later', c.getHandler()); ";

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '~', textBlock = """
            passed  ~ @Get("a")                                ~ return true;
            guarded ~ @Get("b")                                ~ const r = c.switchToHttp().getRequest(); if (!r.user) throw new UnauthorizedException(); return true;
            guarded ~ @Get("c")                                ~ return this.tokens.validate(c.switchToHttp().getRequest());
            guarded ~ @Get("d")                                ~ const r = c.switchToHttp().getRequest(); if (!r.user) return false; return true;
            passed  ~ @Get("e")                                ~ if (process.env.OFF) return true; return Boolean(c.switchToHttp().getRequest().user);
            passed  ~ @Get("f")                                ~ const r = c.switchToHttp().getRequest(); r.seen = true; return Promise.resolve(true);
            passed  ~ @Get("n")                                ~ return this.tokens.validate(c) || true;
            guarded ~ @Get("g") @Roles("x")                    ~ BOTH if (!roles) { return true; } READS
            passed  ~ @Get("h")                                ~ BOTH if (!roles) { return true; } READS
            passed  ~ @Get("i")                                ~ HANDLER if (!roles || roles.length === 0) return true; READS
            guarded ~ @Get("j") @Roles("y")                    ~ HANDLER if (!roles || roles.length === 0) return true; READS
            guarded ~ @Get("k")                                ~ LATER if (later) return true; const r = c.switchToHttp().getRequest(); if (!r.user) throw new UnauthorizedException(); return true;
            passed  ~ @Get("l") @Later()                       ~ LATER if (later) return true; const r = c.switchToHttp().getRequest(); if (!r.user) throw new UnauthorizedException(); return true;
            passed  ~ @Get("m") @SetMetadata("later", true)    ~ LATER if (later) return true; const r = c.switchToHttp().getRequest(); if (!r.user) throw new UnauthorizedException(); return true;
            """)
    void a_guard_guards_when_it_may_refuse_the_handler(String expected, String decorators, String body) {
        String code = body.replace("BOTH", BOTH)
                .replace("HANDLER", HANDLER)
                .replace("LATER", LATER)
                .replace("READS", READS);
        SourceFixture fixture = SourceFixture.of(
                "src/decorators.ts",
                DECORATORS,
                "src/guard.ts",
                """
                import { Reflector } from "@nestjs/core";
                import { ROLES } from "./decorators";
                export class RolesGuard {
                  constructor(private reflector: Reflector, private tokens: Tokens) {}
                  canActivate(c) { %s }
                }
                """.formatted(code),
                "src/controller.ts",
                """
                import { Controller, Get, SetMetadata, UseGuards } from "@nestjs/common";
                import { RolesGuard } from "./guard";
                import { Roles, Later } from "./decorators";
                @Controller("things")
                export class Things {
                  %s @UseGuards(RolesGuard) read() { return 1; }
                }
                """.formatted(decorators));
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.name().equals("RolesGuard"))
                        .map(RouteGuard::effective)
                        .toList())
                .containsExactly(expected.equals("guarded"));
    }

    @Test
    void metadata_of_a_class_does_not_count_for_a_guard_that_reads_its_handlers() {
        SourceFixture fixture = SourceFixture.of("src/controller.ts", """
                import { Controller, Get, SetMetadata, UseGuards } from "@nestjs/common";
                class ScopeGuard {
                  canActivate(c) {
                    const scopes = this.reflector.get("scopes", c.getHandler());
                    if (!scopes) return true;
                    return scopes.includes(c.switchToHttp().getRequest().scope);
                  }
                }
                @Controller("things")
                @SetMetadata("scopes", ["things.read"])
                export class Things { @Get() @UseGuards(ScopeGuard) read() { return 1; } }
                """);
        assertThat(fixture.only(RouteGuard.class).reason()).isEqualTo("it lets handlers pass that do not set `scopes`");
    }

    private static final String CONTROLLERS = """
            import { Controller, Get, Post } from "@nestjs/common";
            @Controller("a") export class A { @Get("x") x() { return 1; } @Get("free") free() { return 2; } }
            @Controller("b") export class B { @Get("x") x() { return 3; } @Post("x") add() { return 4; } @Get("x/below") z() { return 5; } }
            @Controller("c") export class C { @Get("x") x() { return 6; } }
            """;

    private static SourceFixture configured(String calls, String main) {
        return SourceFixture.of(
                "src/main.ts",
                "const app = await NestFactory.create(M);\n" + main + "\n",
                "src/module.ts",
                """
                import { Module, RequestMethod } from "@nestjs/common";
                import { requireAuth } from "outside-kit";
                import { A, B, C } from "./controllers";
                import { AuthMiddleware, EmptyAuthMiddleware } from "./middleware";
                @Module({ controllers: [A, B, C] })
                export class M { configure(consumer) { %s } }
                """.formatted(calls),
                "src/middleware.ts",
                """
                export class AuthMiddleware {
                  use(req, res, next) { if (!req.headers.a) throw new UnauthorizedException(); next(); }
                }
                export class EmptyAuthMiddleware { use(req, res, next) { next(); } }
                """,
                "src/controllers.ts",
                CONTROLLERS);
    }

    private static List<String> guarded(SourceFixture fixture) {
        return fixture.facts(RouteGuard.class).stream()
                .filter(guard -> guard.effective() && guard.kind() == GuardKind.AUTHENTICATION)
                .map(RouteGuard::route)
                .sorted()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            consumer.apply(AuthMiddleware).forRoutes(A);                                                              ~ GET /a/free,GET /a/x
            consumer.apply(AuthMiddleware).exclude({ path: "a/free", method: RequestMethod.GET }).forRoutes(A);       ~ GET /a/x
            consumer.apply(AuthMiddleware).exclude("a/*rest").forRoutes(A, C);                                        ~ GET /c/x
            consumer.apply(EmptyAuthMiddleware).forRoutes("*");                                                       ~
            consumer.apply(requireAuth).forRoutes({ path: "b/x", method: RequestMethod.GET });                        ~ GET /b/x
            consumer.apply(requireAuth).forRoutes("b/x");                                                             ~ GET /b/x,POST /b/x
            consumer.apply(requireAuth).forRoutes("{*all}");                                                          ~ GET /a/free,GET /a/x,GET /b/x,GET /b/x/below,GET /c/x,POST /b/x
            consumer.apply(requireAuth).forRoutes("b/*rest");                                                         ~ GET /b/x,GET /b/x/below,POST /b/x
            if (process.env.AUTH) consumer.apply(requireAuth).forRoutes(C);                                           ~
            """)
    void modules_put_middleware_ahead_of_what_they_name(String calls, String expected) {
        assertThat(guarded(configured(calls, "")))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(",")));
    }

    @Test
    void paths_that_modules_name_stand_below_the_global_prefix_but_without_a_version() {
        SourceFixture prefixed =
                configured("consumer.apply(requireAuth).forRoutes('c/x');", "app.setGlobalPrefix('api');");
        assertThat(guarded(prefixed)).containsExactly("GET /api/c/x");
        SourceFixture versioned = configured(
                "consumer.apply(requireAuth).forRoutes('c/x');",
                "app.enableVersioning({ type: VersioningType.URI, defaultVersion: '2' });");
        assertThat(versioned.facts(Route.class)).anyMatch(route -> route.key().equals("GET /v2/c/x"));
        assertThat(guarded(versioned)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            consumer.apply(requireAuth).forRoutes(...later);
            consumer.apply(requireAuth).forRoutes(process.env.PATHS);
            consumer.apply(requireAuth).exclude(excluded()).forRoutes(A);
            consumer.apply(requireAuth).forRoutes({ path: "b/x", method: RequestMethod.GET, version: "1" });
            """)
    void routes_that_are_no_constants_are_told(String calls) {
        SourceFixture fixture = configured(calls, "");
        assertThat(fixture.only(Unresolved.class).lookedFor()).isEqualTo("middleware of routes");
        assertThat(guarded(fixture)).isEmpty();
    }

    private static SourceFixture routed(String tree) {
        return SourceFixture.of("src/module.ts", """
                import { Module } from "@nestjs/common";
                import { RouterModule } from "@nestjs/core";
                import { A, B, C } from "./controllers";
                @Module({ controllers: [B] }) export class Inner {}
                @Module({ controllers: [C] }) export class Leaf {}
                @Module({ imports: [Inner, Leaf, RouterModule.register(%s)], controllers: [A] }) export class M {}
                """.formatted(tree), "src/controllers.ts", CONTROLLERS);
    }

    @Test
    void modules_have_paths_of_their_own() {
        SourceFixture fixture =
                routed("[{ path: 'inner', module: Inner, children: [{ path: '/leaf', module: Leaf }] }]");
        assertThat(fixture.facts(Route.class).stream().map(Route::key).toList())
                .containsExactlyInAnyOrder(
                        "GET /a/x",
                        "GET /a/free",
                        "GET /inner/b/x",
                        "POST /inner/b/x",
                        "GET /inner/b/x/below",
                        "GET /inner/leaf/c/x");
        assertThat(fixture.facts(Unresolved.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            trees()
            [{ path: process.env.AREA, module: Inner }]
            [{ path: "inner", module: lookup() }]
            [...more, { path: "inner", module: Inner }]
            """)
    void paths_of_modules_that_are_no_constants_are_told(String tree) {
        SourceFixture fixture = routed(tree);
        assertThat(fixture.facts(Unresolved.class))
                .anyMatch(one -> one.lookedFor().equals("paths of modules"));
        assertThat(fixture.coverage("routes", Route.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }
}
