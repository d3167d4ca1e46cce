package io.github.assaymark.facts.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.fact.HandlerReach;
import org.junit.jupiter.api.Test;

class HandlerReachTest {
    private static final String SERVICE = """
            import { publishEvent } from '@platform/events';
            import type { Store } from './store';
            export class Orders {
              constructor(private readonly store: Store) {}
              async place(sku: string) {
                return this.store.within(async (tx) => {
                  await publishEvent('orders.order.placed.v1', { sku }, { tx });
                });
              }
              list() { return this.store.all(); }
              get(id: string) { return this.store.one(id); }
              close() { return this.announce(); }
              private announce() { return publishEvent('orders.day.closed.v2', {}); }
            }
            """;
    private static final String STORE = """
            export interface Store { all(): string[]; one(id: string): string; within(work: unknown): unknown }
            export class DiskStore implements Store {
              all() { return []; }
              one(id: string) { return id; }
              within(work: unknown) { return work; }
            }
            """;

    private static HandlerReach reach(String app) {
        return SourceFixture.of("src/orders.ts", SERVICE, "src/store.ts", STORE, "src/app.ts", app)
                .only(HandlerReach.class);
    }

    @Test
    void handler_reaches_what_the_method_of_a_typed_parameter_publishes() {
        HandlerReach reach = reach("""
                import { Hono } from 'hono';
                import type { Orders } from './orders';
                export function routes(orders: Orders) {
                  const app = new Hono();
                  app.post('/orders', async (c) => c.json(await orders.place(c.get('sku'))));
                  return app;
                }
                export default routes(undefined as never);
                """);
        assertThat(reach.key()).isEqualTo("POST /orders");
        assertThat(reach.events()).containsExactly("orders.order.placed.v1");
        assertThat(reach.files()).containsExactly("src/app.ts", "src/orders.ts", "src/store.ts");
        assertThat(reach.complete()).isTrue();
    }

    @Test
    void handler_reaches_private_methods_of_an_object_it_made() {
        HandlerReach reach = reach("""
                import { Hono } from 'hono';
                import { Orders } from './orders';
                import { DiskStore } from './store';
                const orders = new Orders(new DiskStore());
                const app = new Hono();
                app.post('/days/close', async (c) => c.json(await orders.close()));
                export default app;
                """);
        assertThat(reach.events()).containsExactly("orders.day.closed.v2");
        assertThat(reach.complete()).isTrue();
    }

    @Test
    void handler_that_only_reads_publishes_nothing() {
        HandlerReach reach = reach("""
                import { Hono } from 'hono';
                import { Orders } from './orders';
                import { DiskStore } from './store';
                const orders = new Orders(new DiskStore());
                const app = new Hono();
                app.get('/orders', async (c) => c.json(await orders.list()));
                export default app;
                """);
        assertThat(reach.events()).isEmpty();
        assertThat(reach.complete()).isTrue();
    }

    @Test
    void call_of_an_unknown_object_is_open_when_a_method_of_that_name_publishes() {
        HandlerReach reach = reach("""
                import { Hono } from 'hono';
                const app = new Hono();
                app.post('/orders', async (c) => c.json(await c.get('orders').place('a')));
                export default app;
                """);
        assertThat(reach.events()).isEmpty();
        assertThat(reach.complete()).isFalse();
        assertThat(reach.open())
                .isEqualTo("src/app.ts:3 may lead to src/orders.ts:7, which publishes `orders.order.placed.v1`");
    }

    @Test
    void event_whose_name_is_not_constant_is_open() {
        HandlerReach reach = reach("""
                import { Hono } from 'hono';
                import { publishEvent } from '@platform/events';
                const app = new Hono();
                app.post('/x', async (c) => { await publishEvent(process.env.EVENT!, {}); return c.body(null, 204); });
                export default app;
                """);
        assertThat(reach.events()).isEmpty();
        assertThat(reach.open()).startsWith("src/app.ts:4 publishes `process.env.EVENT");
    }

    @Test
    void function_that_is_handed_over_counts_as_called() {
        HandlerReach reach = reach("""
                import { Hono } from 'hono';
                import { publishEvent } from '@platform/events';
                import { later } from '@platform/queue';
                function tell() { return publishEvent('orders.order.told.v3', {}); }
                const app = new Hono();
                app.post('/x', (c) => { later(tell); return c.body(null, 202); });
                export default app;
                """);
        assertThat(reach.events()).containsExactly("orders.order.told.v3");
    }

    @Test
    void handler_from_outside_is_open() {
        HandlerReach reach = reach("""
                import { Hono } from 'hono';
                import { accept } from '@platform/handlers';
                const app = new Hono();
                app.post('/x', accept);
                export default app;
                """);
        assertThat(reach.complete()).isFalse();
        assertThat(reach.open()).isEqualTo("the handler is not known");
    }

    @Test
    void handler_publishes_what_it_names_to_a_publisher_of_another_owner() {
        HandlerReach reach = SourceFixture.of(
                        "services/shop/service.yaml",
                        "name: shop\nowner: trade\n",
                        "services/shop/src/app.ts",
                        """
                import { Hono } from 'hono';
                import { announce } from '../../../packages/news/announce';
                const app = new Hono();
                app.post('/tills/open', async (c) => c.json(await announce('shop.till.opened.v1')));
                export default app;
                """,
                        "packages/news/announce.ts",
                        """
                import { publishEvent } from '@platform/events';
                export async function announce(name: string) { return publishEvent(name, {}); }
                """)
                .only(HandlerReach.class);
        assertThat(reach.events()).containsExactly("shop.till.opened.v1");
        assertThat(reach.files()).containsExactly("packages/news/announce.ts", "services/shop/src/app.ts");
    }
}
