package io.github.assaymark.facts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.EventHandler;
import org.junit.jupiter.api.Test;

class HandlersTest {
    private static final String FILE = "src/events/user-deleted.ts";

    private static EventHandler only(String text) {
        return SourceFixture.of(FILE, text).only(EventHandler.class);
    }

    @Test
    void a_handler_is_found_in_its_file_and_registered_where_it_is_subscribed() {
        SourceFixture fixture = SourceFixture.of(
                FILE,
                """
                import { dedupe } from '@platform/events';
                export const handler = dedupe(['event_id', 'billing.user-deleted'], async (event, tx) => { await tx.forget(event.id); });
                """,
                "src/events/index.ts",
                """
                import { subscribe } from '@platform/events';
                import { EVENT_NAMES } from '../names';
                import { handler as userDeleted } from './user-deleted';
                subscribe(EVENT_NAMES.USER_DELETED, userDeleted);
                """,
                "src/names.ts",
                "export const EVENT_NAMES = { USER_DELETED: 'user.deleted.v1' };");
        EventHandler handler = fixture.only(EventHandler.class);
        assertThat(handler.event()).isEqualTo("user.deleted.v1");
        assertThat(handler.resolved()).isTrue();
        assertThat(handler.file()).isEqualTo(FILE);
        assertThat(handler.handler()).isEqualTo("handler");
        assertThat(handler.exported()).isTrue();
        assertThat(handler.registered()).isTrue();
        assertThat(handler.empty()).isFalse();
        assertThat(handler.dedupe()).containsExactly("event_id", "billing.user-deleted");
        assertThat(handler.idempotent()).isTrue();
        assertThat(handler.dedupeKnown()).isTrue();
        assertThat(handler.provenance().place()).extracting("path", "startLine").containsExactly(FILE, 2);
        assertThat(fixture.coverage("events", EventHandler.class, "").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void a_file_of_a_handler_that_nobody_subscribes_is_not_registered() {
        EventHandler handler = only("export async function handler(event) { await forget(event.userId); }");
        assertThat(handler.event()).isEqualTo("user-deleted");
        assertThat(handler.resolved()).isFalse();
        assertThat(handler.registered()).isFalse();
        assertThat(handler.idempotent()).isFalse();
        assertThat(handler.dedupeKnown()).isTrue();
    }

    @Test
    void the_file_may_name_its_event() {
        EventHandler handler =
                only("export const EVENT = 'user.deleted.v1';\nexport default async (event) => { log(event); };");
        assertThat(handler.event()).isEqualTo("user.deleted.v1");
        assertThat(handler.resolved()).isTrue();
        assertThat(handler.handler()).isEqualTo("default");
        EventHandler made = only(
                "export const handler = createHandler({ event: 'user.left.v1', scope: 'billing' }, async (e) => run(e));");
        assertThat(made.event()).isEqualTo("user.left.v1");
        assertThat(made.dedupeKnown()).isFalse();
        assertThat(made.idempotent()).isFalse();
    }

    @Test
    void a_renamed_export_keeps_the_name_others_see() {
        assertThat(only("async function onUser(event) { await run(event); }\nexport { onUser as handler };")
                        .handler())
                .isEqualTo("handler");
    }

    @Test
    void an_empty_body_and_a_barrel_are_no_work() {
        assertThat(only("export async function handler() { /* later */ }").empty())
                .isTrue();
        assertThat(only("export const handler = dedupe(['event_id'], async () => {});")
                        .empty())
                .isTrue();
        SourceFixture barrel =
                SourceFixture.of("src/events/index.ts", "export { handler as userDeleted } from '@elsewhere/x';");
        assertThat(barrel.facts(EventHandler.class)).isEmpty();
    }

    @Test
    void a_name_that_is_computed_is_shown_and_leaves_a_gap() {
        SourceFixture fixture =
                SourceFixture.of("src/start.ts", "onEvent(process.argv[2], async (event) => run(event));");
        assertThat(fixture.only(EventHandler.class).resolved()).isFalse();
        assertThat(fixture.coverage("events", EventHandler.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void maps_and_lists_of_handlers_register_them() {
        SourceFixture fixture = SourceFixture.of("src/events/index.ts", """
                export const handlers = {
                  'user.deleted.v1': async (event) => { await forget(event); },
                  'user.left.v1': { handler: leave },
                };
                export const eventHandlers = [{ event: 'user.came.v1', handler: come }];
                async function leave(event) { await run(event); }
                async function come(event) { await run(event); }
                """);
        assertThat(fixture.facts(EventHandler.class))
                .extracting(EventHandler::event, EventHandler::registered)
                .containsExactlyInAnyOrder(
                        tuple("user.deleted.v1", true), tuple("user.left.v1", true), tuple("user.came.v1", true));
    }

    @Test
    void decorated_methods_handle_events() {
        SourceFixture fixture = SourceFixture.of("src/users/users.consumer.ts", """
                export class UsersConsumer {
                  @EventPattern('user.deleted.v1')
                  async deleted(event: UserDeleted) { await this.service.forget(event.id); }
                  @OnEvent(['user.left.v1', 'user.came.v1'])
                  moved(event: Moved) { return this.service.move(event); }
                }
                """);
        assertThat(fixture.facts(EventHandler.class))
                .extracting(EventHandler::event, EventHandler::handler)
                .containsExactlyInAnyOrder(
                        tuple("user.deleted.v1", "UsersConsumer.deleted"),
                        tuple("user.left.v1", "UsersConsumer.moved"),
                        tuple("user.came.v1", "UsersConsumer.moved"));
    }

    @Test
    void a_recorded_delivery_is_evidence_and_memory_is_none() {
        EventHandler recorded = only("""
                export const handler = async (event, tx) => {
                  const fresh = await tx.insert(processedEvents).values({ eventId: event.id, consumer: 'billing' }).onConflictDoNothing().returning();
                  if (!fresh.length) return;
                  await forget(event.payload.userId, tx);
                };
                """);
        assertThat(recorded.idempotent()).isTrue();
        assertThat(recorded.dedupe()).containsExactly("event.id", "billing");

        EventHandler remembered = only("""
                const seen = new Set<string>();
                export const handler = async (event) => {
                  if (seen.has(event.id)) return;
                  seen.add(event.id);
                  await forget(event.payload.userId);
                };
                """);
        assertThat(remembered.idempotent()).isFalse();

        EventHandler wrapped = only("""
                const seen = new Set<string>();
                function dedupe(parts: string[], work) {
                  return async (event) => { if (seen.has(event.id)) return; seen.add(event.id); await work(event); };
                }
                export const handler = dedupe(['event_id'], async (event) => { await forget(event); });
                """);
        assertThat(wrapped.idempotent()).isFalse();
    }

    @Test
    void the_key_says_which_id_it_is() {
        EventHandler payload =
                only("export const handler = dedupe([event => event.payload.id, 'billing'], async (e) => run(e));");
        assertThat(payload.dedupe()).contains("billing");
        assertThat(only("""
                export async function handler(event, tx) {
                  if (await alreadyProcessed(tx, event.payload.id)) return;
                  await run(event, tx);
                }
                """).dedupe()).containsExactly("event.payload.id");
    }

    @Test
    void a_wrapper_of_the_repository_is_looked_into() {
        SourceFixture fixture = SourceFixture.of(
                "src/lib/consumer.ts",
                """
                export function consumer(scope: string, work) {
                  return async (event, tx) => {
                    await tx.insert(inboxMessages).values({ id: event.id, scope }).onConflictDoNothing();
                    await work(event, tx);
                  };
                }
                """,
                FILE,
                "import { consumer } from '../lib/consumer';\nexport const handler = consumer('billing', async (e) => run(e));");
        EventHandler handler = fixture.only(EventHandler.class);
        assertThat(handler.idempotent()).isTrue();
        assertThat(handler.dedupeKnown()).isTrue();
    }

    @Test
    void everyday_names_are_not_taken_for_subscriptions() {
        SourceFixture fixture = SourceFixture.of("src/a.ts", """
                observable.subscribe((value) => show(value));
                process.on('exit', () => stop());
                button.on('click', () => go());
                server.on('error', (e) => log(e));
                // onEvent('comment.v1', run);
                """);
        assertThat(fixture.facts(EventHandler.class)).isEmpty();
    }
}
