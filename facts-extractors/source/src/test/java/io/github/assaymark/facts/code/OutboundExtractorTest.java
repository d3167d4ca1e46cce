package io.github.assaymark.facts.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.OutboundCall;
import io.github.assaymark.model.fact.OutboundStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutboundExtractorTest {
    private static List<OutboundCall> calls(String text) {
        return SourceFixture.of("src/sync.ts", text).facts(OutboundCall.class);
    }

    private static OutboundCall only(String text) {
        return SourceFixture.of("src/sync.ts", text).only(OutboundCall.class);
    }

    @Test
    void a_call_of_fetch_shows_where_it_goes() {
        OutboundCall call = only(
                "export class Sync { async run(id: string) { await fetch(`https://identity.platform.loop.health/v1/users/${id}?t=${id}`); } }");
        assertThat(call.target()).isEqualTo("fetch");
        assertThat(call.style()).isEqualTo(OutboundStyle.FETCH);
        assertThat(call.host()).isEqualTo("identity.platform.loop.health");
        assertThat(call.address()).isEqualTo("https://identity.platform.loop.health/v1/users/{}");
        assertThat(call.variable()).isNull();
        assertThat(call.enclosingFunction()).isEqualTo("run");
        assertThat(call.enclosingClass()).isEqualTo("Sync");
        assertThat(call.breaker()).isNull();
        assertThat(call.timeout()).isFalse();
        assertThat(call.retry()).isFalse();
        assertThat(call.fallback()).isFalse();
    }

    @Test
    void fetch_is_known_under_every_name() {
        assertThat(only("const f = fetch; f('https://a.example/1');").host()).isEqualTo("a.example");
        assertThat(only("globalThis.fetch('https://b.example/2');").host()).isEqualTo("b.example");
        assertThat(only("import { fetch } from 'undici'; fetch('https://c.example/3');")
                        .style())
                .isEqualTo(OutboundStyle.FETCH);
        assertThat(only("import nf from 'node-fetch'; nf('https://d.example/4');")
                        .style())
                .isEqualTo(OutboundStyle.FETCH);
        assertThat(only("export function get(u = 'x', doFetch = fetch) { return doFetch('https://e.example/5'); }")
                        .host())
                .isEqualTo("e.example");
        assertThat(only("class A { private f = globalThis.fetch; go() { this.f('https://f.example/6'); } }")
                        .host())
                .isEqualTo("f.example");
    }

    @Test
    void fetch_of_something_else_stays_in_the_process() {
        assertThat(
                        calls(
                                "app.fetch(request); queryClient.fetch(key); function fetch2() {} fetch2(); // fetch('https://x')"))
                .isEmpty();
        assertThat(calls("function fetch(u) { return u; } fetch('https://own.example');"))
                .isEmpty();
        assertThat(calls("const font = fetch(new URL('./a.ttf', import.meta.url));"))
                .isEmpty();
        assertThat(SourceFixture.of("tests/a.test.ts", "fetch('https://t.example');")
                        .facts(OutboundCall.class))
                .isEmpty();
    }

    @Test
    void an_address_from_the_environment_shows_its_variable() {
        OutboundCall direct = only("fetch(`${process.env.IDENTITY_URL}/v1/users`);");
        assertThat(direct.address()).isEqualTo("{}/v1/users");
        assertThat(direct.host()).isNull();
        assertThat(direct.variable()).isEqualTo("IDENTITY_URL");
        assertThat(only("const base = process.env.BILLING_URL ?? ''; fetch(base + '/v1/a');")
                        .variable())
                .isEqualTo("BILLING_URL");
        assertThat(only("import { env } from './env'; fetch(new URL('/v1/b', env.ORDERS_URL));")
                        .variable())
                .isEqualTo("ORDERS_URL");
        assertThat(only("import { Resource } from 'sst'; fetch(`${Resource.AuthUrl.value}/c`);")
                        .variable())
                .isEqualTo("AuthUrl");
        assertThat(
                        only("class A { constructor(private config: ConfigService) {} go() { return fetch(`${this.config.getOrThrow('PAY_URL')}/d`); } }")
                                .variable())
                .isEqualTo("PAY_URL");
    }

    @Test
    void users_and_queries_of_addresses_are_not_shown() {
        OutboundCall call = only("fetch('https://bob:hunter22@g.example:8443/p?token=abc#f');");
        assertThat(call.address()).isEqualTo("https://g.example:8443/p");
        assertThat(call.host()).isEqualTo("g.example");
    }

    @Test
    void http_clients_and_their_instances_count() {
        assertThat(only("import axios from 'axios'; axios.post('https://h.example/1', {});")
                        .style())
                .isEqualTo(OutboundStyle.HTTP_CLIENT);
        OutboundCall instance = only("""
                import axios from 'axios';
                const api = axios.create({ baseURL: 'https://i.example/v2', timeout: 900 });
                api.get('/orders');
                """);
        assertThat(instance.address()).isEqualTo("https://i.example/v2/orders");
        assertThat(instance.host()).isEqualTo("i.example");
        assertThat(instance.timeout()).isTrue();
        assertThat(instance.module()).isEqualTo("axios");
        assertThat(only("import got from 'got'; got('https://j.example');").host())
                .isEqualTo("j.example");
        assertThat(only("import ky from 'ky'; ky.put('https://k.example/a');").target())
                .isEqualTo("ky.put");
        assertThat(only("import { request } from 'undici'; request('https://l.example');")
                        .style())
                .isEqualTo(OutboundStyle.HTTP_CLIENT);
        assertThat(only("import https from 'node:https'; https.request({ hostname: 'm.example', path: '/x' });")
                        .host())
                .isEqualTo("m.example");
        assertThat(
                        only("import { HttpService } from '@nestjs/axios'; class A { constructor(private readonly http: HttpService) {} go() { return this.http.get('https://n.example/1'); } }")
                                .host())
                .isEqualTo("n.example");
        assertThat(
                        calls(
                                "import axios from 'axios'; axios.isAxiosError(e); axios.create({}); api.interceptors.request.use(x);"))
                .isEmpty();
    }

    @Test
    void methods_of_clients_made_for_a_system_are_calls() {
        OutboundCall stripe = only(
                "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY!, { timeout: 2000, maxNetworkRetries: 3 }); export const pay = () => stripe.charges.create({});");
        assertThat(stripe.style()).isEqualTo(OutboundStyle.SDK);
        assertThat(stripe.target()).isEqualTo("stripe.charges.create");
        assertThat(stripe.module()).isEqualTo("stripe");
        assertThat(stripe.timeout()).isTrue();
        assertThat(stripe.retry()).isTrue();
        assertThat(stripe.retryBackoff()).isTrue();
        assertThat(stripe.retryJitter()).isTrue();
        assertThat(only("import twilio from 'twilio'; const sms = twilio(sid, token); sms.messages.create({});")
                        .module())
                .isEqualTo("twilio");
        assertThat(
                        only("import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3'; class F { private s3 = new S3Client({}); put() { return this.s3.send(new PutObjectCommand({})); } }")
                                .target())
                .isEqualTo("this.s3.send");
        assertThat(
                        only("import { BillingClient } from '@platform/sdk-billing'; class O { constructor(private billing: BillingClient) {} go() { return this.billing.invoices.list(); } }")
                                .module())
                .isEqualTo("@platform/sdk-billing");
        assertThat(only("import sgMail from '@sendgrid/mail'; sgMail.setApiKey('k'); sgMail.send({});")
                        .target())
                .isEqualTo("sgMail.send");
        assertThat(only("import { listInvoices } from '@platform/sdk-billing'; listInvoices({ limit: 3 });")
                        .target())
                .isEqualTo("listInvoices");
    }

    @Test
    void a_generated_client_of_the_same_repository_is_a_client_too() {
        OutboundCall call = SourceFixture.of(
                        "package.json",
                        "{\"name\":\"root\",\"workspaces\":[\"packages/*\",\"services/*\"]}",
                        "pnpm-workspace.yaml",
                        "packages:\n  - packages/*\n  - services/*\n",
                        "packages/sdk-billing/package.json",
                        "{\"name\":\"@platform/sdk-billing\",\"main\":\"src/index.ts\"}",
                        "packages/sdk-billing/src/index.ts",
                        "export class BillingClient { list() { return 1; } }",
                        "services/orders/package.json",
                        "{\"name\":\"orders\"}",
                        "services/orders/src/a.ts",
                        "import { BillingClient } from '@platform/sdk-billing';\nconst billing = new BillingClient({ baseUrl: process.env.BILLING_URL });\nexport const f = () => billing.list();")
                .only(OutboundCall.class);
        assertThat(call.style()).isEqualTo(OutboundStyle.SDK);
        assertThat(call.target()).isEqualTo("billing.list");
        assertThat(call.variable()).isEqualTo("BILLING_URL");
    }

    @Test
    void what_stays_in_the_process_is_no_call_of_a_client() {
        assertThat(calls("""
                        import Stripe from 'stripe';
                        import { PrismaClient } from '@prisma/client';
                        import { NodeSDK } from '@opentelemetry/sdk-node';
                        const stripe = new Stripe('x');
                        const db = new PrismaClient();
                        new NodeSDK().start();
                        import { uiComponent } from '@team/typescript-sdk';
                        uiComponent.plainText({ text: 'x' });
                        stripe.webhooks.constructEvent(body, sig, secret);
                        db.user.findMany();
                        """)).isEmpty();
    }

    @Test
    void a_breaker_around_the_call_is_named() {
        assertThat(only("export const f = () => breaker.fire(() => fetch('https://a.example'));")
                        .breaker())
                .isEqualTo("breaker");
        OutboundCall opossum = only("""
                import CircuitBreaker from 'opossum';
                import twilio from 'twilio';
                const client = twilio('a', 'b');
                const lookups = new CircuitBreaker(async (n) => client.lookups.fetch(n), { timeout: 800 });
                lookups.fallback(() => null);
                """);
        assertThat(opossum.breaker()).isEqualTo("lookups");
        assertThat(opossum.timeout()).isTrue();
        assertThat(opossum.fallback()).isTrue();
        assertThat(only("export const f = () => breaker.execute(() => fetch('https://a.example'), () => null);")
                        .fallback())
                .isTrue();
        assertThat(only("export const f = () => breaker.execute(() => null, () => fetch('https://a.example'));")
                        .fallback())
                .isFalse();
        assertThat(
                        only("import CircuitBreaker from 'opossum'; async function charge(a) { return fetch('https://pay.example'); } const pay = new CircuitBreaker(charge);")
                                .breaker())
                .isEqualTo("pay");
        assertThat(only("export const f = () => withBreaker('sms', () => fetch('https://b.example'));")
                        .breaker())
                .isEqualTo("sms");
    }

    @Test
    void the_breaker_of_another_call_does_not_protect_this_one() {
        List<OutboundCall> calls = calls("""
                import CircuitBreaker from 'opossum';
                import twilio from 'twilio';
                const client = twilio('a', 'b');
                const lookups = new CircuitBreaker((n) => client.lookups.fetch(n));
                export const send = (m) => client.messages.create(m);
                """);
        assertThat(calls).extracting(OutboundCall::breaker).containsExactlyInAnyOrder("lookups", null);
    }

    @Test
    void a_breaker_made_by_every_call_is_none() {
        assertThat(
                        only("import CircuitBreaker from 'opossum'; export async function f() { const b = new CircuitBreaker(() => fetch('https://a.example')); return b.fire(); }")
                                .breaker())
                .isNull();
    }

    @Test
    void policies_of_cockatiel_are_read_with_what_they_wrap() {
        OutboundCall call = only("""
                import { circuitBreaker, retry, timeout, fallback, wrap, handleAll, ExponentialBackoff, ConsecutiveBreaker } from 'cockatiel';
                const guard = circuitBreaker(handleAll, { halfOpenAfter: 9000, breaker: new ConsecutiveBreaker(4) });
                const again = retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() });
                const policy = wrap(again, guard, timeout(700, 'aggressive'), fallback(handleAll, []));
                export const f = () => policy.execute(() => fetch('https://a.example'));
                """);
        assertThat(call.breaker()).isEqualTo("guard");
        assertThat(call.timeout()).isTrue();
        assertThat(call.retry()).isTrue();
        assertThat(call.retryBackoff()).isTrue();
        assertThat(call.retryJitter()).isTrue();
        assertThat(call.fallback()).isTrue();
        OutboundCall fixed = only(
                "import { retry, handleAll, ConstantBackoff } from 'cockatiel'; const r = retry(handleAll, { backoff: new ConstantBackoff(50) }); r.execute(() => fetch('https://b.example'));");
        assertThat(fixed.retry()).isTrue();
        assertThat(fixed.retryBackoff()).isFalse();
        assertThat(fixed.retryJitter()).isFalse();
    }

    @Test
    void limits_of_time_are_seen_in_signals_and_settings() {
        assertThat(only("fetch('https://a.example', { signal: AbortSignal.timeout(300) });")
                        .timeout())
                .isTrue();
        assertThat(only("import axios from 'axios'; axios.get('https://a.example', { timeout: 400 });")
                        .timeout())
                .isTrue();
        assertThat(only("import axios from 'axios'; axios.get('https://a.example', { timeout: 0 });")
                        .timeout())
                .isFalse();
        assertThat(only("import got from 'got'; got('https://a.example', { timeout: { request: 500 } });")
                        .timeout())
                .isTrue();
        assertThat(
                        only("export async function f() { const c = new AbortController(); setTimeout(() => c.abort(), 600); return fetch('https://a.example', { signal: c.signal }); }")
                                .timeout())
                .isTrue();
        assertThat(only("export const f = (signal) => fetch('https://a.example', { signal });")
                        .timeout())
                .isFalse();
        assertThat(only("withTimeout(fetch('https://a.example'), 700);").timeout())
                .isTrue();
        assertThat(only("Promise.race([fetch('https://a.example'), sleep(800)]);")
                        .timeout())
                .isTrue();
        assertThat(only("setTimeout(() => fetch('https://a.example'), 900);").timeout())
                .isFalse();
    }

    @Test
    void retries_of_libraries_are_read_with_their_defaults() {
        OutboundCall plain =
                only("import pRetry from 'p-retry'; pRetry(() => fetch('https://a.example'), { retries: 3 });");
        assertThat(plain.retry()).isTrue();
        assertThat(plain.retryBackoff()).isTrue();
        assertThat(plain.retryJitter()).isFalse();
        assertThat(only("import pRetry from 'p-retry'; pRetry(() => fetch('https://a.example'), { randomize: true });")
                        .retryJitter())
                .isTrue();
        assertThat(
                        only("import retry from 'async-retry'; retry(async () => fetch('https://a.example'), { retries: 2 });")
                                .retryJitter())
                .isTrue();
        assertThat(
                        only(
                                "import retry from 'async-retry'; retry(async () => fetch('https://a.example'), { factor: 1, randomize: false });"))
                .satisfies(call -> {
                    assertThat(call.retryBackoff()).isFalse();
                    assertThat(call.retryJitter()).isFalse();
                });
    }

    @Test
    void helpers_of_the_house_are_read_by_settings_and_body() {
        OutboundCall named = only(
                "withRetry(() => fetch('https://a.example'), { attempts: 4, backoff: 'exponential', jitter: true });");
        assertThat(named.retry()).isTrue();
        assertThat(named.retryBackoff()).isTrue();
        assertThat(named.retryJitter()).isTrue();
        OutboundCall off =
                only("withRetry(() => fetch('https://a.example'), { attempts: 4, backoff: 'fixed', jitter: false });");
        assertThat(off.retry()).isTrue();
        assertThat(off.retryBackoff()).isFalse();
        assertThat(off.retryJitter()).isFalse();
        OutboundCall body = only("""
                async function withRetry(fn) {
                    for (let attempt = 0; attempt < 3; attempt++) {
                        try { return await fn(); } catch (e) { await sleep(100 * 2 ** attempt); }
                    }
                    throw new Error('gave up');
                }
                export const f = () => withRetry(() => fetch('https://a.example'));
                """);
        assertThat(body.retry()).isTrue();
        assertThat(body.retryBackoff()).isTrue();
        assertThat(body.retryJitter()).isFalse();
    }

    @Test
    void a_loop_that_starts_over_is_a_retry() {
        OutboundCall call = only("""
                export async function f() {
                    for (let attempt = 1; attempt <= 5; attempt++) {
                        try { return await fetch('https://a.example'); }
                        catch (e) { await sleep(200 * 2 ** attempt + Math.random() * 50); }
                    }
                }
                """);
        assertThat(call.retry()).isTrue();
        assertThat(call.retryBackoff()).isTrue();
        assertThat(call.retryJitter()).isTrue();
        assertThat(only("export async function g(all) { for (const one of all) await fetch('https://a.example'); }")
                        .retry())
                .isFalse();
    }

    @Test
    void an_answer_for_failures_is_a_fallback_but_a_reply_of_500_is_none() {
        assertThat(only("fetch('https://a.example').catch(() => null);").fallback())
                .isTrue();
        assertThat(only("fetch('https://a.example').catch((e) => { throw e; });")
                        .fallback())
                .isFalse();
        assertThat(only("fetch('https://a.example').catch((e) => console.error(e));")
                        .fallback())
                .isFalse();
        assertThat(
                        only("export async function f(cache) { try { return await fetch('https://a.example'); } catch { return cache.last; } }")
                                .fallback())
                .isTrue();
        assertThat(
                        only("export async function f(c) { try { return await fetch('https://a.example'); } catch { return c.json({ e: 1 }, 500); } }")
                                .fallback())
                .isFalse();
        assertThat(
                        only("export async function f() { try { return await fetch('https://a.example'); } catch (e) { log(e); throw e; } }")
                                .fallback())
                .isFalse();
        assertThat(only("Promise.allSettled([fetch('https://a.example')]);").fallback())
                .isTrue();
    }

    @Test
    void a_function_that_takes_the_address_is_told_at_its_calls() {
        List<OutboundCall> calls = calls("""
                async function getJson(url: string) { const r = await fetch(url, { signal: AbortSignal.timeout(5) }); return r.json(); }
                export const a = () => getJson('https://one.example/x');
                export const b = () => getJson(`${process.env.TWO_URL}/y`).catch(() => []);
                """);
        assertThat(calls).extracting(OutboundCall::target).containsExactly("getJson", "getJson");
        assertThat(calls).extracting(OutboundCall::host).containsExactly("one.example", null);
        assertThat(calls).extracting(OutboundCall::variable).containsExactly(null, "TWO_URL");
        assertThat(calls).extracting(OutboundCall::timeout).containsExactly(true, true);
        assertThat(calls).extracting(OutboundCall::fallback).containsExactly(false, true);
    }

    @Test
    void a_function_that_is_only_called_under_protection_is_protected() {
        OutboundCall all = only("""
                async function load() { return fetch('https://a.example'); }
                export const one = () => breaker.fire(() => load());
                export const two = () => breaker.fire(() => load());
                """);
        assertThat(all.breaker()).isEqualTo("breaker");
        OutboundCall some = only("""
                async function load() { return fetch('https://a.example'); }
                export const one = () => breaker.fire(() => load());
                export const two = () => load();
                """);
        assertThat(some.breaker()).isNull();
    }
}
