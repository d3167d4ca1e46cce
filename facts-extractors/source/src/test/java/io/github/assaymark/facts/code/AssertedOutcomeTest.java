package io.github.assaymark.facts.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.AssertedOutcome;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AssertedOutcomeTest {
    private static final String TEST = "tests/integration/order.test.ts";

    private static List<Tuple> outcomes(String body) {
        return facts(TEST, "import app from '../../src';\nit('a', async () => {\n" + body + "\n});");
    }

    private static List<Tuple> facts(String... files) {
        return SourceFixture.of(files).facts(AssertedOutcome.class).stream()
                .map(o -> tuple(o.request(), o.status(), o.code(), o.error()))
                .toList();
    }

    private static Tuple outcome(@Nullable Object... parts) {
        return new Tuple(parts);
    }

    @Test
    void a_status_belongs_to_the_request_it_answers() {
        assertThat(outcomes("""
                        const ok = await app.request('/v1/orders', { method: 'POST' });
                        expect(ok.status).toBe(201);
                        expect((await app.request('/v1/orders/o-7', { method: 'DELETE' })).status).toEqual(409);
                        const { status } = await app.request('/v1/orders/o-8');
                        expect(status).toStrictEqual(404);
                        """))
                .containsExactlyInAnyOrder(
                        outcome("POST /v1/orders", 201, null, null),
                        outcome("DELETE /v1/orders/o-7", 409, null, null),
                        outcome("GET /v1/orders/o-8", 404, null, null));
    }

    @Test
    void a_code_is_read_from_the_body() {
        assertThat(outcomes("""
                        const answer = await app.request('/v1/orders');
                        expect(await answer.json()).toEqual({ error: 'sold_out', message: 'gone' });
                        const body = await answer.json();
                        expect(body.error).toBe('taken');
                        expect((await answer.json()).error.code).toBe('late');
                        expect(body).toMatchObject(expect.objectContaining({ error: { code: 'deep' } }));
                        expect(answer).toMatchObject({ status: 422, body: { code: 'both' } });
                        expect(answer).toHaveProperty('status', 423);
                        """))
                .containsExactlyInAnyOrder(
                        outcome("GET /v1/orders", null, "sold_out", null),
                        outcome("GET /v1/orders", null, "taken", null),
                        outcome("GET /v1/orders", null, "late", null),
                        outcome("GET /v1/orders", null, "deep", null),
                        outcome("GET /v1/orders", 422, "both", null),
                        outcome("GET /v1/orders", 423, null, null));
    }

    @Test
    void assertions_of_other_libraries_are_read() {
        assertThat(facts(TEST, """
                        import assert from 'node:assert';
                        import request from 'supertest';
                        import app from '../../src';
                        it('a', async () => {
                          await request(app).get('/v1/orders/o-1').set('x', 'y').expect(404);
                          await request(app).post('/v1/orders').send({}).expect(422, { code: 'sold_out' });
                          const answer = await app.inject({ method: 'PUT', url: '/v1/orders/o-2' });
                          assert.equal(answer.statusCode, 428);
                          assert(answer.statusCode === 429);
                        });
                        """))
                .containsExactlyInAnyOrder(
                        outcome("GET /v1/orders/o-1", 404, null, null),
                        outcome("POST /v1/orders", 422, "sold_out", null),
                        outcome("PUT /v1/orders/o-2", 428, null, null),
                        outcome("PUT /v1/orders/o-2", 429, null, null));
    }

    @Test
    void helpers_of_the_tests_are_followed() {
        assertThat(
                        facts(
                                "tests/support/client.ts",
                                "import app from '../../src';\nexport const send = (method: string, path: string) => app.request(path, { method });\n"
                                        + "export function refused(answer, status, code) { expect(answer.status).toBe(status); expect(answer.body.code).toBe(code); }",
                                TEST,
                                "import { send, refused } from '../support/client';\n"
                                        + "it('a', async () => { refused(await send('PATCH', '/v1/orders/o-3'), 412, 'stale'); });"))
                .containsExactlyInAnyOrder(
                        outcome("PATCH /v1/orders/o-3", 412, null, null),
                        outcome("PATCH /v1/orders/o-3", null, "stale", null));
    }

    @Test
    void what_is_not_constant_or_not_tied_stays_open() {
        assertThat(outcomes("""
                        const answer = await app.request('/v1/orders');
                        expect(answer.status).toBe(wanted);
                        expect(answer.status).toBeGreaterThanOrEqual(400);
                        expect(answer.ok).toBe(false);
                        let later;
                        later = await app.request('/v1/a');
                        expect(later.status).toBe(404);
                        later = await app.request('/v1/b');
                        expect(other.status).toBe(410);
                        """))
                .containsExactlyInAnyOrder(
                        outcome("GET /v1/orders", null, null, null),
                        outcome("GET /v1/orders", null, null, null),
                        outcome("GET /v1/orders", null, null, null),
                        outcome(null, null, null, null),
                        outcome(null, 410, null, null));
    }

    @Test
    void what_is_negated_or_about_something_else_demands_nothing() {
        assertThat(outcomes("""
                        const answer = await app.request('/v1/orders');
                        expect(answer.status).not.toBe(404);
                        expect(answer.ok).toBe(true);
                        expect(answer.headers.get('x')).toBe('409');
                        expect((await answer.json()).items).toHaveLength(404);
                        expect(409).toBe(409);
                        """)).isEmpty();
    }

    @Test
    void failures_of_functions_name_the_function_and_the_error() {
        List<AssertedOutcome> found = SourceFixture.of(
                        "src/services/order.service.ts",
                        "export class SoldOut extends Error {}\nexport class OrderService { async place() { throw new SoldOut(); } }\nexport const price = () => { throw new SoldOut(); };",
                        TEST,
                        """
                        import { OrderService, price, SoldOut } from '../../src/services/order.service';
                        it('a', async () => {
                          const service = new OrderService();
                          await expect(service.place()).rejects.toThrow(SoldOut);
                          expect(() => price()).toThrow(new SoldOut());
                          await expect(service.place()).rejects.toMatchObject({ code: 'sold_out', status: 422 });
                          await expect(service.place()).rejects.toBeInstanceOf(SoldOut);
                          await expect(service.place()).rejects.toThrow('anything');
                        });
                        """)
                .facts(AssertedOutcome.class);
        String place = "src/services/order.service.ts#place";
        assertThat(found)
                .extracting(
                        AssertedOutcome::calls, AssertedOutcome::error, AssertedOutcome::code, AssertedOutcome::status)
                .containsExactlyInAnyOrder(
                        tuple(List.of(place), "SoldOut", null, null),
                        tuple(List.of("src/services/order.service.ts#price"), "SoldOut", null, null),
                        tuple(List.of(place), null, "sold_out", 422),
                        tuple(List.of(place), "SoldOut", null, null),
                        tuple(List.of(place), null, null, null));
    }

    @Test
    void an_outcome_names_its_test_and_whether_that_is_skipped() {
        AssertedOutcome outcome = SourceFixture.of(
                        TEST,
                        "describe('orders', () => { it.skip('none', async () => { expect((await app.request('/v1/x')).status).toBe(404); }); });")
                .only(AssertedOutcome.class);
        assertThat(outcome.test()).isEqualTo(TEST + "#orders > none");
        assertThat(outcome.key()).isEqualTo(TEST + "#orders > none: GET /v1/x 404");
        assertThat(outcome.skipped()).isTrue();
    }
}
