package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestRoutesTest {
    private static SourceFixture nest(String main, String controller) {
        return SourceFixture.of(
                "src/main.ts",
                "import { NestFactory } from '@nestjs/core';\n"
                        + "import { VersioningType, RequestMethod } from '@nestjs/common';\n"
                        + "async function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n" + main
                        + "\n}\nbootstrap();\n",
                "src/things.controller.ts",
                "import { Controller, Get, Post, All, Patch, UseGuards, Version, VERSION_NEUTRAL } from '@nestjs/common';\n"
                        + controller);
    }

    private static List<String> keys(SourceFixture fixture) {
        return fixture.facts(Route.class).stream().map(Route::key).toList();
    }

    @Test
    void paths_join_prefix_version_controller_and_handler() {
        SourceFixture fixture = nest("""
                  app.setGlobalPrefix("api", { exclude: ["health", { path: "metrics", method: RequestMethod.GET }] });
                  app.enableVersioning({ type: VersioningType.URI, defaultVersion: "1" });
                """, """
                @Controller({ path: "things", version: "2" })
                export class ThingsController {
                  @Get(":thingId") one() { return 1; }
                  @Get([":thingId/left", ":thingId/right"]) sides() { return 2; }
                  @Version("3") @Post() make() { return 3; }
                  @All("any") any() { return 4; }
                }
                @Controller(["boxes", "crates"])
                export class BoxesController {
                  @Patch() change() { return 5; }
                }
                @Controller({ version: VERSION_NEUTRAL })
                export class HealthController {
                  @Get("health") health() { return 6; }
                  @Get("metrics") metrics() { return 7; }
                  @Post("metrics") push() { return 8; }
                }
                """);
        assertThat(keys(fixture))
                .containsExactlyInAnyOrder(
                        "GET /api/v2/things/{thingId}",
                        "GET /api/v2/things/{thingId}/left",
                        "GET /api/v2/things/{thingId}/right",
                        "POST /api/v3/things",
                        "ALL /api/v2/things/any",
                        "PATCH /api/v1/boxes",
                        "PATCH /api/v1/crates",
                        "GET /health",
                        "GET /metrics",
                        "POST /api/metrics");
        Route any = fixture.facts(Route.class).get(0);
        assertThat(any.mutation()).isTrue();
        assertThat(any.handler()).isEqualTo("any");
        assertThat(any.originalPath()).isEqualTo("any");
        assertThat(fixture.facts(Unresolved.class)).isEmpty();
    }

    @Test
    void guards_come_from_the_application_the_class_and_the_method() {
        SourceFixture fixture =
                nest("  app.useGlobalGuards(new ThrottlerGuard());", """
                        import { AuthGuard } from '@nestjs/passport';
                        import { RolesGuard, Roles, RequireScope, Public } from './security';
                        @UseGuards(AuthGuard('jwt'))
                        @Controller('things')
                        export class ThingsController {
                          @UseGuards(RolesGuard) @Roles('keeper', 'owner') @Post() make() { return 1; }
                          @RequireScope('things.read') @Get() list() { return 2; }
                          @Public() @Get('open') open() { return 3; }
                        }
                        """).with("src/security.ts", """
                        import { SetMetadata, Injectable } from '@nestjs/common';
                        export const Roles = (...roles) => SetMetadata('roles', roles);
                        export const RequireScope = (scope) => SetMetadata('scope', scope);
                        export const Public = () => SetMetadata('public', true);
                        @Injectable()
                        export class RolesGuard { constructor(private reflector: Reflector) {} canActivate(c) { const asked = this.reflector.get('roles', c.getHandler()); return asked.includes(c.getType()); } }
                        """);
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().equals("POST /things"))
                        .map(guard -> guard.order() + " " + guard.kind() + " " + guard.name() + guard.arguments() + " "
                                + guard.via() + " " + guard.effective())
                        .sorted()
                        .toList())
                .containsExactly(
                        "1 RATE_LIMIT ThrottlerGuard[] GLOBAL true",
                        "2 AUTHENTICATION AuthGuard[jwt] DECORATOR true",
                        "3 ROLE RolesGuard[] DECORATOR true",
                        "4 ROLE Roles[keeper, owner] DECORATOR true");
        RouteGuard unread = fixture.facts(RouteGuard.class).stream()
                .filter(guard -> guard.kind() == GuardKind.SCOPE)
                .findFirst()
                .orElseThrow();
        assertThat(unread.arguments()).containsExactly("things.read");
        assertThat(unread.via()).isEqualTo(GuardVia.DECORATOR);
        assertThat(unread.effective()).isFalse();
        assertThat(unread.reason()).isEqualTo("no guard that covers the handler is seen to read it");
        Route open = fixture.facts(Route.class).stream()
                .filter(Route::open)
                .findFirst()
                .orElseThrow();
        assertThat(open.key()).isEqualTo("GET /things/open");
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.route().equals(open.key()) && !guard.effective())
                        .map(RouteGuard::reason)
                        .toList())
                .containsExactly("the handler is marked `@Public()`");
    }

    @Test
    void guards_of_the_application_may_be_providers() {
        SourceFixture fixture = nest("", "@Controller('things') export class T { @Get() list() { return 1; } }")
                .with("src/app.module.ts", """
                        import { APP_GUARD } from '@nestjs/core';
                        import { Module } from '@nestjs/common';
                        import { JwtAuthGuard } from './jwt-auth.guard';
                        @Module({ providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }] })
                        export class AppModule {}
                        """)
                .with(
                        "src/jwt-auth.guard.ts",
                        "export class JwtAuthGuard { canActivate(c) { return c.getType() === 'http' && this.tokens.known(c); } }\n");
        RouteGuard guard = fixture.only(RouteGuard.class);
        assertThat(guard.name()).isEqualTo("JwtAuthGuard");
        assertThat(guard.via()).isEqualTo(GuardVia.GLOBAL);
        assertThat(guard.effective()).isTrue();
    }

    @Test
    void a_prefix_that_is_not_constant_leaves_a_hole_and_a_gap() {
        SourceFixture fixture = nest(
                "  app.setGlobalPrefix(app.get(ConfigService).get('prefix'));",
                "@Controller('things') export class T { @Get() list() { return 1; } }");
        assertThat(keys(fixture)).containsExactly("GET /{}/things");
        assertThat(fixture.only(Unresolved.class).lookedFor()).isEqualTo("global prefix of routes");
    }

    @Test
    void descriptions_are_read_from_the_decorators_of_the_method() {
        SourceFixture fixture = nest("", """
                import { ApiOperation, ApiOkResponse } from '@nestjs/swagger';
                @Controller('things')
                export class T {
                  @ApiOperation({ summary: 'Lists things', operationId: 'listThings' })
                  @ApiOkResponse({ schema: { example: { id: 9 } } })
                  @Get() list() { return 1; }
                  @Post() make() { return 2; }
                }
                """);
        Route list = fixture.facts(Route.class).get(0);
        assertThat(list.typed()).isTrue();
        assertThat(list.described()).isTrue();
        assertThat(list.exampled()).isTrue();
        assertThat(list.operationId()).isEqualTo("listThings");
        assertThat(fixture.facts(Route.class).get(1).typed()).isFalse();
    }

    @Test
    void a_decorator_counts_only_with_a_guard_that_names_it_or_its_key() {
        SourceFixture fixture = nest("", """
                import { Reflector } from '@nestjs/core';
                import { SetMetadata } from '@nestjs/common';
                const IS_PUBLIC = "isPublic";
                const ROLES_KEY = "roles";
                const Roles = (...roles) => SetMetadata(ROLES_KEY, roles);
                class JwtAuthGuard { constructor(private reflector: Reflector) {} canActivate(c) { return this.reflector.get(IS_PUBLIC, c); } }
                class WorkGuard { constructor(private reflector: Reflector) {} canActivate(c) { return this.reflector.get(ROLES_KEY, c); } }
                @Controller("one")
                @UseGuards(JwtAuthGuard)
                export class OneController { @Roles("admin") @Post() make() { return 1; } }
                @Controller("two")
                @UseGuards(WorkGuard)
                export class TwoController { @Roles("admin") @Post() make() { return 2; } }
                """);
        assertThat(fixture.facts(RouteGuard.class).stream()
                        .filter(guard -> guard.name().equals("Roles") && guard.effective())
                        .map(RouteGuard::route)
                        .toList())
                .containsExactly("POST /two");
    }

    @Test
    void handlers_of_parents_are_inherited_unless_overridden() {
        SourceFixture fixture = nest("", """
                abstract class Reading { @Get(":id") one() { return 1; } @Get() all() { return 2; } }
                @Controller("pears")
                export class PearsController extends Reading { all() { return 3; } @Post() make() { return 4; } }
                """);
        assertThat(keys(fixture)).containsExactlyInAnyOrder("GET /pears/{id}", "POST /pears");
    }

    @Test
    void what_composed_decorators_and_unseen_parents_register_is_told() {
        SourceFixture fixture = nest("", """
                import { applyDecorators } from '@nestjs/common';
                import { Crud } from 'crud-kit';
                const Fetch = (path) => applyDecorators(Get(path), Version("1"));
                function Api(path) { return applyDecorators(Controller(path)); }
                @Controller("plums")
                export class PlumsController { @Fetch("x") one() { return 1; } }
                @Api("figs")
                export class FigsController { @Get() all() { return 2; } }
                @Controller("kiwis")
                export class KiwisController extends Crud { }
                """);
        assertThat(keys(fixture)).isEmpty();
        assertThat(fixture.facts(Unresolved.class).stream()
                        .map(Unresolved::reason)
                        .toList())
                .containsExactlyInAnyOrder(
                        "its decorator is made of others",
                        "its decorator is made of others",
                        "the class it extends is not seen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (process.env.AUTH) app.useGlobalGuards(new AuthGuard());",
                "if (process.env.AUTH) { app.useGlobalGuards(new AuthGuard()); }",
                "process.env.AUTH && app.useGlobalGuards(new AuthGuard());",
                "process.env.AUTH ? app.useGlobalGuards(new AuthGuard()) : null;",
                "function never() { app.useGlobalGuards(new AuthGuard()); }",
                "if (process.env.OPEN) return; app.useGlobalGuards(new AuthGuard());"
            })
    void global_guards_under_a_condition_are_conditional(String main) {
        SourceFixture fixture = nest("class AuthGuard {}\n" + main, """
                @Controller("limes")
                export class LimesController { @Get() all() { return 1; } }
                """);
        RouteGuard guard = fixture.only(RouteGuard.class);
        assertThat(guard.effective()).isFalse();
        assertThat(guard.conditional()).isTrue();
    }

    @Test
    void a_public_class_lets_through_what_its_methods_guard() {
        SourceFixture fixture = nest("", """
                import { Reflector } from '@nestjs/core';
                import { Public } from './public';
                class JwtAuthGuard { constructor(private reflector: Reflector) {} canActivate(c) { return true; } }
                @Public()
                @Controller("dates")
                export class DatesController { @UseGuards(JwtAuthGuard) @Get() all() { return 1; } }
                """);
        assertThat(fixture.only(RouteGuard.class).effective()).isFalse();
    }
}
