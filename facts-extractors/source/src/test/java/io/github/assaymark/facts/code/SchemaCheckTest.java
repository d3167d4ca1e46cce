package io.github.assaymark.facts.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.EventPublish;
import io.github.assaymark.model.fact.SchemaCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SchemaCheckTest {
    private static final String TEST = "tests/unit/events.test.ts";
    private static final String SCHEMAS = """
            import { z } from 'zod';
            export const placedV1 = z.object({ id: z.string() });
            export const SCHEMAS = { 'orders.placed.v1': { schema: placedV1 } };
            export function validate(name: string, payload: unknown) { return SCHEMAS[name].schema.parse(payload); }
            """;
    private static final String SERVICE = """
            import { publishEvent } from '@platform/events';
            export const placed = (id: string) => ({ id });
            export class Orders {
              async place(id: string) { const payload = placed(id); await publishEvent('orders.placed.v1', payload); }
              async drop(id: string) { await publishEvent('orders.dropped.v1', { id }); }
            }
            """;

    private static SourceFixture fixture(String body) {
        return SourceFixture.of("src/schemas.ts", SCHEMAS, "src/orders.ts", SERVICE, TEST, """
                import { expect, it, vi } from 'vitest';
                import assert from 'node:assert';
                import { publishEvent } from '@platform/events';
                import { placedV1, SCHEMAS, validate } from '../../src/schemas';
                import { Orders, placed } from '../../src/orders';
                const helper = () => placed('h-1');
                it('a', async () => {
                """ + body + "\n});");
    }

    private static List<SchemaCheck> checks(String body) {
        return fixture(body).facts(SchemaCheck.class);
    }

    private static boolean asserted(String body) {
        return fixture(body).only(SchemaCheck.class).asserted();
    }

    @Test
    void the_schema_is_named_by_itself_or_by_the_event() {
        assertThat(checks("""
                        placedV1.parse(placed('o-1'));
                        SCHEMAS['orders.placed.v1'].schema.parse(placed('o-2'));
                        validate('orders.placed.v1', placed('o-3'));
                        JSON.parse('{}');
                        """))
                .extracting(SchemaCheck::event, SchemaCheck::schema, SchemaCheck::schemaFile, SchemaCheck::builders)
                .containsExactlyInAnyOrder(
                        tuple(null, "placedV1", "src/schemas.ts", List.of("src/orders.ts#placed")),
                        tuple("orders.placed.v1", null, null, List.of("src/orders.ts#placed")),
                        tuple("orders.placed.v1", null, null, List.of("src/orders.ts#placed")));
    }

    @Test
    void the_value_is_made_by_shipping_code_captured_written_down_or_not_known() {
        assertThat(checks("""
                        placedV1.parse(helper());
                        placedV1.parse({ id: 'o-4' });
                        const literal = { id: 'o-5' };
                        placedV1.parse(literal);
                        placedV1.parse({ ...placed('o-6') });
                        placedV1.parse(received);
                        """))
                .extracting(SchemaCheck::builders, SchemaCheck::captured, SchemaCheck::written)
                .containsExactlyInAnyOrder(
                        tuple(List.of("src/orders.ts#placed"), null, false),
                        tuple(List.of(), null, true),
                        tuple(List.of(), null, true),
                        tuple(List.of(), null, false),
                        tuple(List.of(), null, false));
        assertThat(checks("""
                        await new Orders().place('o-7');
                        const [name, payload] = vi.mocked(publishEvent).mock.calls[0];
                        placedV1.parse(payload);
                        """))
                .extracting(SchemaCheck::builders, SchemaCheck::captured, SchemaCheck::written)
                .containsExactly(tuple(List.of("src/orders.ts#place"), "publishEvent", false));
    }

    @Test
    void parsing_fails_the_test_unless_its_failure_is_caught_or_wanted() {
        assertThat(asserted("placedV1.parse(placed('a'));")).isTrue();
        assertThat(asserted("expect(placedV1.parse(placed('a'))).toBeDefined();"))
                .isTrue();
        assertThat(asserted("expect(() => placedV1.parse(placed('a'))).not.toThrow();"))
                .isTrue();
        assertThat(asserted("expect(() => placedV1.parse(placed('a'))).toThrow();"))
                .isFalse();
        assertThat(asserted("await expect(placedV1.parseAsync(placed('a'))).rejects.toThrow();"))
                .isFalse();
        assertThat(asserted("assert.throws(() => placedV1.parse(placed('a')));"))
                .isFalse();
        assertThat(asserted("try { placedV1.parse(placed('a')); } catch { seen = true; }"))
                .isFalse();
        assertThat(asserted("await placedV1.parseAsync(placed('a')).catch(() => undefined);"))
                .isFalse();
        assertThat(asserted("if (ready) placedV1.parse(placed('a'));")).isFalse();
    }

    @Test
    void a_safe_parse_asserts_only_where_its_success_is_demanded() {
        assertThat(asserted("placedV1.safeParse(placed('a'));")).isFalse();
        assertThat(asserted("expect(placedV1.safeParse(placed('a'))).toBeDefined();"))
                .isFalse();
        assertThat(asserted("expect(placedV1.safeParse(placed('a')).success).toBe(false);"))
                .isFalse();
        assertThat(asserted("expect(placedV1.safeParse(placed('a')).success).toBe(true);"))
                .isTrue();
        assertThat(asserted("const r = placedV1.safeParse(placed('a')); expect(r.success).toBeTruthy();"))
                .isTrue();
        assertThat(asserted("const { success } = placedV1.safeParse(placed('a')); assert(success);"))
                .isTrue();
        assertThat(asserted("expect(placedV1.safeParse(placed('a'))).toMatchObject({ success: true });"))
                .isTrue();
    }

    @Test
    void a_published_event_names_the_function_that_makes_its_payload() {
        assertThat(fixture("").facts(EventPublish.class))
                .extracting(EventPublish::event, EventPublish::builder)
                .containsExactlyInAnyOrder(
                        tuple("orders.placed.v1", "src/orders.ts#placed"), tuple("orders.dropped.v1", null));
    }
}
