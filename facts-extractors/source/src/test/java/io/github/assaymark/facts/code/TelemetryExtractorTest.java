package io.github.assaymark.facts.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.TelemetryInit;
import io.github.assaymark.model.fact.TelemetryTool;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TelemetryExtractorTest {
    private static TelemetryInit only(String text) {
        return SourceFixture.of("src/otel.ts", text).only(TelemetryInit.class);
    }

    private static List<TelemetryInit> all(String text) {
        return SourceFixture.of("src/otel.ts", text).facts(TelemetryInit.class);
    }

    @Test
    void the_signals_and_the_name_of_an_sdk_are_read() {
        TelemetryInit init = only("""
                import { NodeSDK } from '@opentelemetry/sdk-node';
                import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
                import { resourceFromAttributes } from '@opentelemetry/resources';
                const sdk = new NodeSDK({
                    resource: resourceFromAttributes({ [ATTR_SERVICE_NAME]: 'billing' }),
                    traceExporter: new OTLPTraceExporter({ url: process.env.OTLP_URL }),
                    metricReaders: [reader],
                    logRecordProcessors: [],
                });
                sdk.start();
                """);
        assertThat(init.tool()).isEqualTo(TelemetryTool.OPENTELEMETRY);
        assertThat(init.signals()).containsExactly("metrics", "traces");
        assertThat(init.serviceName()).isEqualTo("billing");
        assertThat(init.dsn()).isEqualTo("OTLP_URL");
        assertThat(init.conditional()).isFalse();
        assertThat(init.stages()).isEmpty();
        assertThat(init.key()).isEqualTo("src/otel.ts#OPENTELEMETRY");
    }

    @Test
    void an_sdk_that_is_never_started_is_no_fact() {
        assertThat(
                        all(
                                "import { NodeSDK } from '@opentelemetry/sdk-node'; const sdk = new NodeSDK({ serviceName: 'a' });"))
                .isEmpty();
        assertThat(
                        all(
                                "import { NodeSDK } from '@opentelemetry/sdk-node'; export function unused() { new NodeSDK({}).start(); }"))
                .isEmpty();
        assertThat(
                        all(
                                "import { NodeSDK } from '@opentelemetry/sdk-node'; function used() { new NodeSDK({}).start(); } used();"))
                .hasSize(1);
        assertThat(all("import * as Sentry from '@sentry/node'; Sentry.init({ enabled: false, dsn: 'https://x' });"))
                .isEmpty();
    }

    @Test
    void other_ways_to_start_are_known() {
        TelemetryInit vercel = only(
                "import { registerOTel } from '@vercel/otel'; export function register() { registerOTel({ serviceName: 'web' }); } register();");
        assertThat(vercel.serviceName()).isEqualTo("web");
        assertThat(vercel.signals()).containsExactly("traces");
        assertThat(only("import { registerOTel } from '@vercel/otel'; registerOTel('shop');")
                        .serviceName())
                .isEqualTo("shop");
        assertThat(
                        only("import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'; const p = new NodeTracerProvider(); p.register();")
                                .signals())
                .containsExactly("traces");
        assertThat(
                        only("import { MeterProvider } from '@opentelemetry/sdk-metrics'; import { metrics } from '@opentelemetry/api'; const m = new MeterProvider(); metrics.setGlobalMeterProvider(m);")
                                .signals())
                .containsExactly("metrics");
        assertThat(only("import tracer from 'dd-trace'; tracer.init();").tool()).isEqualTo(TelemetryTool.OTHER);
    }

    @Test
    void sentry_names_what_holds_its_address_never_the_address() {
        TelemetryInit init = only(
                "import * as Sentry from '@sentry/node'; Sentry.init({ dsn: process.env.SENTRY_DSN, tracesSampleRate: 0.2, enableLogs: true });");
        assertThat(init.tool()).isEqualTo(TelemetryTool.SENTRY);
        assertThat(init.dsn()).isEqualTo("SENTRY_DSN");
        assertThat(init.signals()).containsExactly("errors", "logs", "traces");
        TelemetryInit written = only(
                "import * as Sentry from '@sentry/node'; Sentry.init({ dsn: 'https://abc@o1.ingest.sentry.io/2', tracesSampleRate: 0 });");
        assertThat(written.dsn()).isEqualTo("constant");
        assertThat(written.signals()).containsExactly("errors");
        assertThat(only("import * as Sentry from '@sentry/node'; Sentry.init({});")
                        .dsn())
                .isNull();
        assertThat(
                        only("import * as Sentry from '@sentry/node'; import { Resource } from 'sst'; Sentry.init({ dsn: Resource.SentryDsn.value });")
                                .dsn())
                .isEqualTo("SentryDsn");
        assertThat(
                        only("import * as Sentry from '@sentry/node'; import { env } from './env'; Sentry.init({ dsn: env.SENTRY_DSN_B });")
                                .dsn())
                .isEqualTo("SENTRY_DSN_B");
        assertThat(only("import * as Sentry from '@sentry/node'; Sentry.init({ dsn: process.env.DSN_A || '' });")
                        .dsn())
                .isEqualTo("DSN_A");
    }

    @Test
    void stages_that_a_condition_names_are_listed() {
        TelemetryInit one = only(
                "import * as Sentry from '@sentry/node'; if (process.env.NODE_ENV === 'production') { Sentry.init({}); }");
        assertThat(one.stages()).containsExactly("production");
        assertThat(one.conditional()).isTrue();
        TelemetryInit two = only(
                "import * as Sentry from '@sentry/node'; const on = process.env.STAGE === 'prod' || process.env.STAGE === 'staging'; Sentry.init({ enabled: on });");
        assertThat(two.stages()).containsExactly("prod", "staging");
        TelemetryInit some = only(
                "import * as Sentry from '@sentry/node'; if (process.env.NODE_ENV !== 'test' && process.env.SENTRY_DSN) Sentry.init({});");
        assertThat(some.stages()).isEmpty();
        assertThat(some.conditional()).isTrue();
        TelemetryInit early = only(
                "import * as Sentry from '@sentry/node'; function start() { if (process.env.STAGE !== 'prod') return; Sentry.init({}); } start();");
        assertThat(early.stages()).containsExactly("prod");
        assertThat(
                        only("import * as Sentry from '@sentry/node'; if (['dev', 'prod'].includes(process.env.STAGE)) Sentry.init({});")
                                .stages())
                .containsExactly("dev", "prod");
    }

    @Test
    void telemetry_is_first_when_the_entry_imports_it_before_anything_else() {
        String otel = "import * as Sentry from '@sentry/node'; Sentry.init({});";
        assertThat(SourceFixture.of(
                                "src/otel.ts",
                                otel,
                                "src/index.ts",
                                "import './otel';\nimport { app } from './app';",
                                "src/app.ts",
                                "export const app = 1;")
                        .only(TelemetryInit.class)
                        .first())
                .isTrue();
        assertThat(SourceFixture.of(
                                "src/otel.ts",
                                otel,
                                "src/index.ts",
                                "import { app } from './app';\nimport './otel';",
                                "src/app.ts",
                                "export const app = 1;")
                        .only(TelemetryInit.class)
                        .first())
                .isFalse();
        assertThat(SourceFixture.of(
                                "src/otel.ts",
                                otel,
                                "package.json",
                                "{\"scripts\":{\"start\":\"node --import ./dist/otel.js dist/index.js\"}}",
                                "src/index.ts",
                                "import express from 'express';")
                        .only(TelemetryInit.class)
                        .first())
                .isTrue();
        assertThat(SourceFixture.of(
                                "src/instrumentation.ts",
                                "import { registerOTel } from '@vercel/otel'; export function register() { registerOTel({ serviceName: 'n' }); }")
                        .only(TelemetryInit.class)
                        .first())
                .isTrue();
    }

    @Test
    void a_shared_bootstrap_starts_telemetry_for_the_service_that_calls_it() {
        SourceFixture fixture = SourceFixture.of(
                "services/billing/service.yaml",
                "name: billing\n",
                "services/billing/package.json",
                "{\"name\":\"billing\"}",
                "services/billing/src/index.ts",
                "import { startTelemetry } from '../../../packages/telemetry/src/index';\nstartTelemetry({ name: 'billing' });",
                "packages/telemetry/package.json",
                "{\"name\":\"@acme/telemetry\"}",
                "packages/telemetry/src/index.ts",
                """
                import { NodeSDK } from '@opentelemetry/sdk-node';
                export function startTelemetry(options: { name: string }) {
                    const sdk = new NodeSDK({ serviceName: options.name, traceExporter: t, metricReader: m, logRecordProcessor: l });
                    sdk.start();
                }
                """);
        List<TelemetryInit> inits = fixture.facts(TelemetryInit.class).stream()
                .filter(init -> init.file().startsWith("services/"))
                .toList();
        assertThat(inits).hasSize(1);
        assertThat(inits.get(0).owner()).isEqualTo("services/billing");
        assertThat(inits.get(0).serviceName()).isEqualTo("billing");
        assertThat(inits.get(0).signals()).containsExactly("logs", "metrics", "traces");
        assertThat(inits.get(0).file()).isEqualTo("services/billing/src/index.ts");
    }
}
