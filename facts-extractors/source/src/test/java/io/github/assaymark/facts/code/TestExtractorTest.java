package io.github.assaymark.facts.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.TestBucket;
import io.github.assaymark.model.fact.TestCase;
import io.github.assaymark.model.fact.TestFramework;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TestExtractorTest {
    private static List<TestCase> tests(String text) {
        return SourceFixture.of("tests/unit/order.test.ts", text).facts(TestCase.class);
    }

    private static TestCase only(String text) {
        return SourceFixture.of("tests/unit/order.test.ts", text).only(TestCase.class);
    }

    @Test
    void a_test_says_its_name_suite_framework_and_kind() {
        TestCase test = only("""
                import { describe, it, expect } from 'vitest';
                describe('orders', () => { describe('create', () => { it('stores the order', () => { expect(1).toBe(1); }); }); });
                """);
        assertThat(test.name()).isEqualTo("stores the order");
        assertThat(test.suite()).isEqualTo("orders > create");
        assertThat(test.framework()).isEqualTo(TestFramework.VITEST);
        assertThat(test.bucket()).isEqualTo(TestBucket.UNIT);
        assertThat(test.skipped()).isFalse();
        assertThat(test.exclusive()).isFalse();
        assertThat(test.assertions()).isEqualTo(1);
        assertThat(test.key()).isEqualTo("tests/unit/order.test.ts#orders > create > stores the order");
    }

    @Test
    void frameworks_are_told_by_imports_then_by_the_manifest() {
        assertThat(only("import { test } from 'node:test'; test('a', () => {});")
                        .framework())
                .isEqualTo(TestFramework.NODE);
        assertThat(only("import { test } from 'bun:test'; test('a', () => {});").framework())
                .isEqualTo(TestFramework.BUN);
        assertThat(only("import { test } from '@playwright/test'; test('a', () => {});")
                        .framework())
                .isEqualTo(TestFramework.PLAYWRIGHT);
        assertThat(only("import { it } from '@jest/globals'; it('a', () => {});")
                        .framework())
                .isEqualTo(TestFramework.JEST);
        assertThat(only("it('a', () => {});").framework()).isEqualTo(TestFramework.UNKNOWN);
        assertThat(SourceFixture.of(
                                "package.json",
                                "{\"devDependencies\":{\"mocha\":\"11\"}}",
                                "test/a.test.js",
                                "it('a', function () {});")
                        .only(TestCase.class)
                        .framework())
                .isEqualTo(TestFramework.MOCHA);
        assertThat(SourceFixture.of(
                                "tests/fixtures.ts",
                                        "import { test as base } from '@playwright/test';\nexport const test = base.extend({});",
                                "tests/a.spec.ts", "import { test } from './fixtures';\ntest('a', async () => {});")
                        .only(TestCase.class)
                        .framework())
                .isEqualTo(TestFramework.PLAYWRIGHT);
    }

    @Test
    void skipped_tests_are_skipped_however_it_is_written() {
        assertThat(tests("""
                        import { describe, it, test } from 'vitest';
                        it('a', () => {});
                        it.skip('b', () => {});
                        it.todo('c');
                        xit('d', () => {});
                        describe.skip('s', () => { it('e', () => {}); });
                        it.skipIf(!process.env.DB)('f', () => {});
                        it.skipIf(false)('g', () => {});
                        it.runIf(process.env.CI)('h', () => {});
                        test('i', { skip: true }, () => {});
                        test('j', (t) => { t.skip(); });
                        it('k');
                        it.fails('l', () => {});
                        """))
                .extracting(TestCase::name, TestCase::skipped)
                .containsExactlyInAnyOrder(
                        tuple("a", false),
                        tuple("b", true),
                        tuple("c", true),
                        tuple("d", true),
                        tuple("e", true),
                        tuple("f", true),
                        tuple("g", false),
                        tuple("h", true),
                        tuple("i", true),
                        tuple("j", true),
                        tuple("k", true),
                        tuple("l", false));
    }

    @Test
    void tests_that_run_alone_are_told() {
        assertThat(
                        tests(
                                "it.only('a', () => {}); describe.only('s', () => { it('b', () => {}); }); fit('c', () => {}); it('d', () => {});"))
                .extracting(TestCase::name, TestCase::exclusive)
                .containsExactlyInAnyOrder(tuple("a", true), tuple("b", true), tuple("c", true), tuple("d", false));
    }

    @Test
    void a_test_of_several_values_is_one_test() {
        assertThat(tests("""
                        it.each([[1, 2], [3, 4]])('adds %i to %s', (a, b) => { expect(a).toBe(b); });
                        test.each`x | y`('maps $x to $y.z', () => {});
                        for (const c of cases) it(`handles ${c}`, () => {});
                        """))
                .extracting(TestCase::name)
                .containsExactlyInAnyOrder("adds {} to {}", "maps {} to {}", "handles {}");
    }

    @Test
    void assertions_are_counted_with_those_of_helpers() {
        TestCase test = only("""
                import assert from 'node:assert';
                function expectOk(res) { expect(res.status).toBe(200); expect(res.ok).toBe(true); }
                it('a', async () => {
                    expect(1).toBe(1);
                    expect(2);
                    expect.assertions(3);
                    expect(x).toEqual(expect.objectContaining({ a: 1 }));
                    assert.equal(1, 1);
                    await request(app).get('/x').expect(200);
                    expectOk(res);
                });
                """);
        assertThat(test.assertions()).isEqualTo(6);
        assertThat(only("it('b', () => { run(); });").assertions()).isZero();
    }

    @Test
    void properties_count_as_assertions_only_when_they_are_checked() {
        assertThat(
                        only("import fc from 'fast-check'; it('a', () => { fc.assert(fc.property(fc.integer(), (n) => n === n)); });")
                                .assertions())
                .isEqualTo(1);
        assertThat(only("import fc from 'fast-check'; it('a', () => { fc.property(fc.integer(), (n) => n === n); });")
                        .assertions())
                .isZero();
    }

    @Test
    void directories_and_file_names_tell_the_kind() {
        assertThat(bucket("tests/integration/order.test.ts")).isEqualTo(TestBucket.INTEGRATION);
        assertThat(bucket("tests/conformance/audit.test.ts")).isEqualTo(TestBucket.CONFORMANCE);
        assertThat(bucket("test/e2e/login.spec.ts")).isEqualTo(TestBucket.END_TO_END);
        assertThat(bucket("test/app.e2e-spec.ts")).isEqualTo(TestBucket.END_TO_END);
        assertThat(bucket("src/order.integration.test.ts")).isEqualTo(TestBucket.INTEGRATION);
        assertThat(bucket("src/__tests__/order.test.ts")).isEqualTo(TestBucket.UNIT);
        assertThat(bucket("tests/contract/orders.pact.spec.ts")).isEqualTo(TestBucket.CONTRACT);
        assertThat(bucket("tests/property/saga-property.test.ts")).isEqualTo(TestBucket.PROPERTY);
        assertThat(bucket("tests/security/tenant.test.ts")).isEqualTo(TestBucket.SECURITY);
        assertThat(bucket("tests/perf/list.test.ts")).isEqualTo(TestBucket.PERFORMANCE);
        assertThat(bucket("tests/smoke.test.ts")).isEqualTo(TestBucket.SMOKE);
        assertThat(bucket("services/orders/tests/unit/a.test.ts")).isEqualTo(TestBucket.UNIT);
        assertThat(bucket("services/integration/src/a.test.ts")).isEqualTo(TestBucket.UNIT);
        assertThat(bucket("src/mcp/integration.test.ts")).isEqualTo(TestBucket.INTEGRATION);
    }

    private static TestBucket bucket(String path) {
        return SourceFixture.of(path, "it('a', () => {});").only(TestCase.class).bucket();
    }

    @Test
    void what_a_test_calls_is_its_target_not_what_it_imports() {
        TestCase test = SourceFixture.of(
                        "src/order.service.ts",
                        "export class OrderService { create() {} } export function total() {} export function unused() {}",
                        "tests/unit/order.test.ts",
                        """
                        import { OrderService, total as sum, unused } from '../../src/order.service';
                        let service: OrderService;
                        beforeEach(() => { service = new OrderService(); });
                        it('a', () => { service.create(); expect(sum()).toBe(0); });
                        """)
                .only(TestCase.class);
        assertThat(test.targets()).containsExactly("OrderService", "OrderService.create", "total");
    }

    @Test
    void a_mocked_module_is_listed_and_no_target() {
        TestCase test = SourceFixture.of(
                        "src/order.service.ts",
                        "export class OrderService { create() {} }",
                        "tests/unit/order.test.ts",
                        """
                        import { OrderService } from '../../src/order.service';
                        vi.mock('../../src/order.service');
                        vi.mock('@platform/events', () => ({ publishEvent: vi.fn() }));
                        it('a', () => { new OrderService().create(); });
                        """)
                .only(TestCase.class);
        assertThat(test.targets()).isEmpty();
        assertThat(test.mocks()).containsExactly("../../src/order.service", "@platform/events");
    }

    @Test
    void requested_routes_are_targets() {
        TestCase test = only("""
                it('a', async () => {
                    await app.request('/v1/one');
                    await app.request('/v1/two', { method: 'POST', body: '{}' });
                    await app.request(`/v1/three/${id}?x=1`, { method: 'delete' });
                    await request(app).put('/v1/four');
                    await request(server).post('/v1/five').set('a', 'b').send({}).expect(201);
                    await app.inject({ method: 'PATCH', url: '/v1/six' });
                    await fetch(`${baseUrl}/v1/seven/`);
                    await client.v1.eight[':id'].$post({});
                    await app.request(new Request('http://localhost/v1/nine', { method: 'HEAD' }));
                    await axios.get('http://localhost:3000/v1/ten');
                    await harness.post<Body, Reply>({ url: '/v1/eleven', body: {} });
                    await request('http://localhost:3000').get('/v1/twelve');
                    map.get('/not/a/route');
                });
                """);
        assertThat(test.targets())
                .containsExactly(
                        "DELETE /v1/three/{}",
                        "GET /v1/one",
                        "GET /v1/seven",
                        "GET /v1/ten",
                        "GET /v1/twelve",
                        "HEAD /v1/nine",
                        "PATCH /v1/six",
                        "POST /v1/eight/{}",
                        "POST /v1/eleven",
                        "POST /v1/five",
                        "POST /v1/two",
                        "PUT /v1/four");
    }

    @Test
    void routes_requested_by_helpers_are_targets_of_the_test() {
        assertThat(only("""
                                const post = (path: string, body: unknown) => app.request(path, { method: 'POST', body: JSON.stringify(body) });
                                it('a', async () => { await post('/v1/orders', { n: 3 }); });
                                """).targets()).containsExactly("POST /v1/orders");
    }

    @Test
    void constant_texts_are_listed_sorted_and_without_secrets() {
        TestCase test = only(
                "it('a', () => { send('tenant-b'); expect(r).toEqual({ code: 'not_found' }); key('sk_live_51HxQ2eKzJ8vN3mT7yWcB4dF6gH9'); });");
        assertThat(test.texts()).contains("not_found", "tenant-b");
        assertThat(test.texts().toString()).doesNotContain("51HxQ2eKzJ8vN3mT7yWcB4dF6gH9");
    }

    @Test
    void tests_in_code_that_ships_and_calls_of_other_things_are_none() {
        assertThat(SourceFixture.of("src/a.ts", "it('a', () => {});").facts(TestCase.class))
                .isEmpty();
        assertThat(
                        tests(
                                "const re = /x/; re.test('y'); suite.run('z'); test.setTimeout(5); test.use({ a: 1 }); beforeEach(() => {});"))
                .isEmpty();
    }

    @Test
    void playwright_groups_and_subtests_of_node_are_known() {
        TestCase grouped = only(
                "import { test } from '@playwright/test'; test.describe('login', () => { test('works', async () => {}); });");
        assertThat(grouped.suite()).isEqualTo("login");
        assertThat(grouped.bucket()).isEqualTo(TestBucket.UNIT);
        assertThat(
                        tests(
                                "import test from 'node:test'; test('outer', async (t) => { await t.test('inner', () => {}); });"))
                .extracting(TestCase::name)
                .containsExactlyInAnyOrder("outer", "inner");
    }

    @Test
    void assertions_name_their_matchers_and_constants() {
        TestCase test = only("""
                import assert from 'node:assert';
                import fc from 'fast-check';
                const FORBIDDEN = 403;
                function refused(res) { expect(res.status).toBe(404); }
                it('a', async () => {
                    expect(res.status).toBe(FORBIDDEN);
                    expect(res.status).not.toBe(200);
                    await expect(list()).resolves.toEqual([]);
                    assert.equal(res.text, 'gone');
                    await request(app).get('/x').expect(410);
                    fc.assert(fc.property(fc.integer(), (n) => n === n), { numRuns: 1, seed: 7 });
                    expect(res.json()).toEqual(await other());
                    refused(res);
                });
                """);

        assertThat(test.matchers())
                .containsExactly("assert.equal", "expect", "fc.assert", "not toBe", "toBe", "toEqual");
        assertThat(test.expected())
                .containsExactly("403", "404", "410", "[]", "gone", "not 200", "numRuns=1", "seed=7");
        assertThat(only("it('b', () => { const a = 404; });").expected()).isEmpty();
    }
}
