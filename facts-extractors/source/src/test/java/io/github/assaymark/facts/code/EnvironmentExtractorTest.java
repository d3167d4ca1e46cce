package io.github.assaymark.facts.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.EnvVarUse;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvironmentExtractorTest {
    private static List<EnvVarUse> uses(String text) {
        return SourceFixture.of("src/cache.ts", text).facts(EnvVarUse.class);
    }

    @Test
    void every_way_to_read_a_variable_is_known() {
        assertThat(uses("""
                        const NAME = 'D_FOUR';
                        process.env.A_ONE;
                        process.env['B_TWO'];
                        const { C_THREE, E_FIVE: five = '5' } = process.env;
                        process.env[NAME];
                        Bun.env.F_SIX;
                        import.meta.env.VITE_G;
                        Deno.env.get('H_EIGHT');
                        const env = process.env;
                        env.I_NINE;
                        """))
                .extracting(EnvVarUse::name, EnvVarUse::via)
                .containsExactlyInAnyOrder(
                        tuple("A_ONE", "process.env"),
                        tuple("B_TWO", "process.env"),
                        tuple("C_THREE", "process.env"),
                        tuple("E_FIVE", "process.env"),
                        tuple("D_FOUR", "process.env"),
                        tuple("F_SIX", "Bun.env"),
                        tuple("VITE_G", "import.meta.env"),
                        tuple("H_EIGHT", "Deno.env"),
                        tuple("I_NINE", "process.env"));
    }

    @Test
    void imported_environments_are_known() {
        assertThat(uses("import { env } from 'node:process'; env.X_ONE;"))
                .extracting(EnvVarUse::name)
                .containsExactly("X_ONE");
        assertThat(uses("import { env } from './env'; env.X_TWO;")).isEmpty();
    }

    @Test
    void writes_and_constants_of_vite_are_no_reads() {
        assertThat(
                        uses(
                                "process.env.W = '1'; delete process.env.V; import.meta.env.DEV; process.env.hasOwnProperty('z');"))
                .isEmpty();
    }

    @Test
    void the_settings_service_of_nest_reads_variables() {
        assertThat(uses("""
                        import { ConfigService } from '@nestjs/config';
                        export class A {
                            constructor(private readonly settings: ConfigService, private cache: Map<string, string>) {}
                            go() {
                                this.settings.get<string>('PORT_A');
                                this.settings.getOrThrow('PORT_B', { infer: true });
                                this.settings.get('database.host');
                                this.cache.get('PORT_C');
                            }
                        }
                        """))
                .extracting(EnvVarUse::name, EnvVarUse::via, EnvVarUse::enclosingFunction)
                .containsExactly(tuple("PORT_A", "ConfigService", "go"), tuple("PORT_B", "ConfigService", "go"));
    }

    @Test
    void a_computed_name_is_unresolved() {
        SourceFixture fixture = SourceFixture.of("src/a.ts", "export const get = (k: string) => process.env[k];");
        assertThat(fixture.facts(EnvVarUse.class)).isEmpty();
        assertThat(fixture.coverage("source-environment", EnvVarUse.class, "").status())
                .isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void names_in_a_parsed_schema_are_declared_and_their_reads_validated() {
        SourceFixture fixture = SourceFixture.of(
                "src/env.schema.ts",
                """
                import { z } from 'zod';
                const base = z.object({ PORT: z.coerce.number() });
                export const schema = base.extend({ DB_URL: z.string() }).strict();
                """,
                "src/env.ts",
                "import { schema } from './env.schema';\nexport const env = schema.parse(process.env);",
                "src/cache.ts",
                "export const ttl = process.env.CACHE_TTL;\nexport const db = process.env.DB_URL;");
        assertThat(fixture.facts(EnvVarUse.class))
                .extracting(EnvVarUse::name, EnvVarUse::declaration, EnvVarUse::validatedBy, EnvVarUse::file)
                .containsExactlyInAnyOrder(
                        tuple("PORT", true, "src/env.schema.ts", "src/env.ts"),
                        tuple("DB_URL", true, "src/env.schema.ts", "src/env.ts"),
                        tuple("CACHE_TTL", false, null, "src/cache.ts"),
                        tuple("DB_URL", false, "src/env.schema.ts", "src/cache.ts"));
    }

    @Test
    void how_and_where_a_schema_is_parsed_is_told() {
        EnvVarUse lazy = SourceFixture.of(
                        "src/env.ts",
                        "import { z } from 'zod';\nexport function load() { return z.object({ A: z.string() }).safeParse({ ...process.env }); }")
                .only(EnvVarUse.class);
        assertThat(lazy.via()).isEqualTo("safeParse");
        assertThat(lazy.enclosingFunction()).isEqualTo("load");
        assertThat(lazy.declaration()).isTrue();
    }

    @Test
    void the_environment_is_followed_into_functions() {
        assertThat(uses("""
                        import { z } from 'zod';
                        const S = z.object({ Q_ONE: z.string() });
                        function parse(source: unknown) { return S.parse(source); }
                        export const env = parse(process.env);
                        """)).extracting(EnvVarUse::name).containsExactly("Q_ONE");
    }

    @Test
    void schemas_of_other_libraries_are_known() {
        assertThat(
                        uses(
                                "import { createEnv } from '@t3-oss/env-nextjs'; import { z } from 'zod'; export const env = createEnv({ server: { T_ONE: z.string() }, client: { NEXT_PUBLIC_T: z.string() }, experimental__runtimeEnv: process.env });"))
                .extracting(EnvVarUse::name, EnvVarUse::declaration)
                .containsExactlyInAnyOrder(tuple("T_ONE", true), tuple("NEXT_PUBLIC_T", true));
        assertThat(
                        uses(
                                "import { cleanEnv, str } from 'envalid'; export const env = cleanEnv(process.env, { V_ONE: str() });"))
                .extracting(EnvVarUse::name)
                .containsExactly("V_ONE");
        assertThat(
                        uses(
                                "import Joi from 'joi'; ConfigModule.forRoot({ validationSchema: Joi.object({ J_ONE: Joi.string() }) });"))
                .extracting(EnvVarUse::name, EnvVarUse::via)
                .containsExactly(tuple("J_ONE", "ConfigModule.forRoot"));
        assertThat(
                        uses(
                                "import * as v from 'valibot'; export const env = v.parse(v.object({ B_ONE: v.string() }), process.env);"))
                .extracting(EnvVarUse::name)
                .containsExactly("B_ONE");
        assertThat(uses("""
                        import { IsString } from 'class-validator';
                        import { plainToInstance } from 'class-transformer';
                        class Settings { @IsString() K_ONE: string; note = 1; }
                        export const env = plainToInstance(Settings, process.env, {});
                        """))
                .extracting(EnvVarUse::name, EnvVarUse::declaration)
                .containsExactly(tuple("K_ONE", true));
    }

    @Test
    void keys_named_apart_from_their_variables_declare_the_variables() {
        assertThat(
                        uses(
                                "import { z } from 'zod'; export const c = z.object({ port: z.string(), host: z.string() }).parse({ port: process.env.P_ONE, host: 'x' });"))
                .extracting(EnvVarUse::name, EnvVarUse::declaration)
                .containsExactlyInAnyOrder(tuple("P_ONE", true), tuple("P_ONE", false));
    }

    @Test
    void parsing_a_body_or_json_declares_nothing() {
        assertThat(
                        uses(
                                "import { z } from 'zod'; export const h = (body) => z.object({ NAME: z.string() }).parse(body); JSON.parse(process.env.RAW_JSON ?? '{}');"))
                .extracting(EnvVarUse::name, EnvVarUse::declaration)
                .containsExactly(tuple("RAW_JSON", false));
    }

    @Test
    void a_schema_of_another_package_validates_nothing_here() {
        SourceFixture fixture = SourceFixture.of(
                "apps/api/package.json",
                "{\"name\":\"api\"}",
                "apps/api/src/env.ts",
                "import { z } from 'zod';\nexport const env = z.object({ ONLY_API: z.string() }).parse(process.env);",
                "apps/web/package.json",
                "{\"name\":\"web\"}",
                "apps/web/src/a.ts",
                "export const s = process.env.ONLY_API;");
        assertThat(fixture.facts(EnvVarUse.class).stream()
                        .filter(use -> use.file().startsWith("apps/web")))
                .extracting(EnvVarUse::validatedBy)
                .containsOnlyNulls();
    }

    @Test
    void a_schema_of_an_imported_package_validates_too() {
        SourceFixture fixture = SourceFixture.of(
                "packages/env/package.json",
                "{\"name\":\"@acme/env\"}",
                "packages/env/src/index.ts",
                "import { z } from 'zod';\nexport const env = z.object({ SHARED: z.string() }).parse(process.env);",
                "src/a.ts",
                "import { env } from '../packages/env/src/index';\nexport const s = process.env.SHARED;");
        assertThat(fixture.facts(EnvVarUse.class).stream()
                        .filter(use -> use.file().equals("src/a.ts")))
                .extracting(EnvVarUse::validatedBy)
                .containsExactly("packages/env/src/index.ts");
    }
}
