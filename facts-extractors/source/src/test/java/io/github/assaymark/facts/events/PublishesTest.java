package io.github.assaymark.facts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.EventPublish;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishesTest {
    private static final String NAMES =
            "export const EVENT_NAMES = { PLACED: 'orders.placed.v1', VOIDED: 'orders.voided.v1' } as const;";
    private static final String IMPORTS = """
            import { publishEvent } from '@platform/events';
            import { EVENT_NAMES } from './names';
            """;

    private static SourceFixture service(String text) {
        return SourceFixture.of("src/names.ts", NAMES, "src/order.service.ts", IMPORTS + text);
    }

    private static EventPublish only(String text) {
        return service(text).only(EventPublish.class);
    }

    private static Coverage.Status status(SourceFixture fixture) {
        return fixture.coverage("events", EventPublish.class, "").status();
    }

    @Test
    void a_publication_in_its_transaction_is_told_apart_part_by_part() {
        SourceFixture fixture = service("""
                export class OrderService {
                  place(input: Input, brandId: string) {
                    return this.repo.db().transaction(async (tx) => {
                      const row = await this.repo.create(input, tx);
                      await publishEvent(EVENT_NAMES.PLACED, { id: row.id, brand_id: brandId }, { tx });
                    });
                  }
                }
                """);
        EventPublish publish = fixture.only(EventPublish.class);
        assertThat(publish.event()).isEqualTo("orders.placed.v1");
        assertThat(publish.constant()).isEqualTo("EVENT_NAMES.PLACED");
        assertThat(publish.resolved()).isTrue();
        assertThat(publish.api()).isEqualTo("publishEvent");
        assertThat(publish.module()).isEqualTo("@platform/events");
        assertThat(publish.transactionArgument()).isEqualTo("tx");
        assertThat(publish.enclosingTransaction()).isEqualTo("tx");
        assertThat(publish.inTransaction()).isTrue();
        assertThat(publish.transactionKnown()).isTrue();
        assertThat(publish.payloadKeys()).containsExactly("brand_id", "id");
        assertThat(publish.payloadKnown()).isTrue();
        assertThat(publish.enclosingFunction()).isEqualTo("place");
        assertThat(publish.provenance().place()).extracting("startLine").isEqualTo(7);
        assertThat(status(fixture)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void without_the_handle_it_is_not_in_the_transaction() {
        assertThat(only("const f = () => db.transaction(async (tx) => publishEvent('a.b.v1', { x: 1 }));"))
                .extracting(
                        EventPublish::transactionArgument,
                        EventPublish::enclosingTransaction,
                        EventPublish::inTransaction,
                        EventPublish::transactionKnown)
                .containsExactly(null, "tx", false, true);
        assertThat(
                        only(
                                "const f = () => db.transaction(async (tx) => publishEvent('a.b.v1', { x: 1 }, { tx: undefined }));"))
                .extracting(EventPublish::transactionArgument, EventPublish::inTransaction)
                .containsExactly(null, false);
    }

    @Test
    void after_the_callback_there_is_no_transaction() {
        assertThat(only("""
                async function f() {
                  const row = await db.transaction(async (tx) => insert(tx));
                  await publishEvent('a.b.v1', { id: row.id });
                }
                """))
                .extracting(EventPublish::enclosingTransaction, EventPublish::inTransaction)
                .containsExactly(null, false);
    }

    @Test
    void the_handle_of_an_outer_transaction_is_another_one() {
        assertThat(only("""
                const f = () => db.transaction(async (tx) => {
                  await tx.transaction(async (inner) => publishEvent('a.b.v1', { x: 1 }, { tx }));
                });
                """))
                .extracting(
                        EventPublish::transactionArgument,
                        EventPublish::enclosingTransaction,
                        EventPublish::inTransaction,
                        EventPublish::transactionKnown)
                .containsExactly("tx", "inner", false, true);
        assertThat(only("""
                const f = () => db.transaction(async (tx) => {
                  await tx.transaction(async (inner) => publishEvent('a.b.v1', { x: 1 }, { tx: inner }));
                });
                """).inTransaction()).isTrue();
    }

    @Test
    void a_handle_that_is_passed_on_once_is_followed_to_every_call() {
        String passing = """
                async function announce(tx: Tx, id: string) { await publishEvent(tx, EVENT_NAMES.PLACED, { id }); }
                """;
        assertThat(only(passing + "const a = () => db.transaction(async (t) => announce(t, 'x'));\n"))
                .extracting(
                        EventPublish::transactionArgument, EventPublish::inTransaction, EventPublish::transactionKnown)
                .containsExactly("tx", true, true);
        assertThat(
                        only(
                                passing
                                        + "const a = () => db.transaction(async (t) => announce(t, 'x'));\nconst b = () => announce(db, 'y');\n"))
                .extracting(EventPublish::inTransaction, EventPublish::transactionKnown)
                .containsExactly(false, true);
        assertThat(only("export " + passing))
                .extracting(EventPublish::inTransaction, EventPublish::transactionKnown)
                .containsExactly(false, false);
    }

    @Test
    void a_transaction_nobody_names_is_not_known() {
        assertThat(only("class S { @Transactional() async place() { await publishEvent('a.b.v1', { x: 1 }); } }"))
                .extracting(
                        EventPublish::enclosingTransaction, EventPublish::inTransaction, EventPublish::transactionKnown)
                .containsExactly("@Transactional", false, false);
    }

    @Test
    void a_name_that_is_computed_is_shown_and_leaves_a_gap() {
        SourceFixture fixture = service("publishEvent(`orders.${process.argv[2]}.v1`, { id: 1 });");
        EventPublish publish = fixture.only(EventPublish.class);
        assertThat(publish.resolved()).isFalse();
        assertThat(publish.event()).contains("orders.");
        assertThat(status(fixture)).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void names_of_another_repository_are_not_known() {
        SourceFixture fixture = SourceFixture.of(
                "src/a.ts",
                "import { EVENT_NAMES } from '@elsewhere/contracts';\npublishEvent(EVENT_NAMES.PLACED, { id: 1 });");
        assertThat(fixture.only(EventPublish.class).resolved()).isFalse();
        assertThat(status(fixture)).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void a_function_that_publishes_what_it_is_given_publishes_what_its_callers_name() {
        SourceFixture fixture = service("""
                function announce(name: string, payload: object, tx: Tx) { return publishEvent(name, payload, { tx }); }
                const a = () => db.transaction(async (tx) => announce(EVENT_NAMES.PLACED, { id: 1 }, tx));
                const b = () => announce('orders.voided.v1', { id: 2, why: 'x' });
                """);
        assertThat(fixture.facts(EventPublish.class))
                .extracting(
                        EventPublish::event,
                        EventPublish::constant,
                        EventPublish::inTransaction,
                        EventPublish::payloadKeys)
                .containsExactly(
                        tuple("orders.placed.v1", "EVENT_NAMES.PLACED", true, List.of("id")),
                        tuple("orders.voided.v1", null, false, List.of("id", "why")));
        assertThat(status(fixture)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void the_implementation_of_the_outbox_publishes_nothing_itself() {
        SourceFixture fixture = SourceFixture.of(
                "packages/events/src/publish.ts", """
                export async function publishEvent(name: string, payload: object, { tx }: { tx: Tx }) {
                  await tx.insert(outbox).values({ name, payload });
                }
                """,
                "packages/events/src/relay.ts",
                        "export const drain = (rows) => rows.map((row) => nats.publish(row.subject, row.payload));");
        assertThat(fixture.facts(EventPublish.class)).isEmpty();
        assertThat(status(fixture)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void other_ways_to_publish_are_known_by_their_api() {
        SourceFixture fixture = SourceFixture.of("src/a.ts", """
                import { connect } from 'nats';
                import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
                const nc = connect();
                export const a = () => db.transaction(async (tx) => {
                  await tx.insert(outbox).values({ type: 'a.one.v1', payload: { id: 1 } });
                  await outbox.add(tx, { type: 'a.two.v1', data: { id: 2, at: 3 } });
                  await tx.outboxEvent.create({ data: { type: 'a.three.v1', payload: { id: 3 } } });
                });
                export const b = () => events.publish({ name: 'a.four.v1', payload: { id: 4 } });
                export const c = (natsClient) => natsClient.publish('a.five.v1', JSON.stringify({ id: 5 }));
                export const d = (client) => client.send(new PutEventsCommand({ Entries: [
                  { DetailType: 'a.six.v1', Detail: JSON.stringify({ id: 6 }) },
                  { DetailType: 'a.seven.v1', Detail: '{}' },
                ] }));
                export const e = () => kafka.producer.send({ topic: 'a.eight.v1', messages: [] });
                """);
        assertThat(fixture.facts(EventPublish.class))
                .extracting(
                        EventPublish::event, EventPublish::api, EventPublish::inTransaction, EventPublish::payloadKeys)
                .containsExactlyInAnyOrder(
                        tuple("a.one.v1", "tx.insert().values", true, List.of("id")),
                        tuple("a.two.v1", "outbox.add", true, List.of("at", "id")),
                        tuple("a.three.v1", "tx.outboxEvent.create", true, List.of("id")),
                        tuple("a.four.v1", "events.publish", false, List.of("id")),
                        tuple("a.five.v1", "natsClient.publish", false, List.of("id")),
                        tuple("a.six.v1", "PutEventsCommand", false, List.of("id")),
                        tuple("a.seven.v1", "PutEventsCommand", false, List.of()),
                        tuple("a.eight.v1", "kafka.producer.send", false, List.of()));
    }

    @Test
    void what_stays_in_the_process_and_what_has_another_meaning_is_no_publication() {
        SourceFixture fixture = SourceFixture.of("src/a.ts", """
                // publishEvent('comment.v1', {});
                emitter.emit('ready', 1);
                this.eventEmitter.emit('ready', 2);
                socket.emit('hello');
                items.add('x');
                response.send('x');
                const text = "publishEvent('text.v1', {})";
                """);
        assertThat(fixture.facts(EventPublish.class)).isEmpty();
    }

    @Test
    void a_function_of_that_name_beside_the_call_has_no_module_and_an_alias_has_one() {
        assertThat(SourceFixture.of(
                                "src/a.ts",
                                "const publishEvent = (a: string, b: object) => log(a, b);\npublishEvent('a.b.v1', { x: 1 });")
                        .only(EventPublish.class)
                        .module())
                .isNull();
        EventPublish aliased = SourceFixture.of(
                        "src/a.ts", "import { publishEvent as say } from '@platform/events';\nsay('a.b.v1', { x: 1 });")
                .only(EventPublish.class);
        assertThat(aliased.api()).isEqualTo("publishEvent");
        assertThat(aliased.module()).isEqualTo("@platform/events");
    }

    @Test
    void a_helper_that_is_exported_on_keeps_its_origin() {
        SourceFixture fixture = SourceFixture.of(
                "src/events.ts",
                "export { publishEvent } from '@platform/events';",
                "src/a.ts",
                "import { publishEvent } from './events';\npublishEvent('a.b.v1', { x: 1 });");
        assertThat(fixture.only(EventPublish.class).module()).isEqualTo("@platform/events");
    }

    @Test
    void a_payload_that_is_built_elsewhere_is_not_known() {
        SourceFixture fixture =
                service("publishEvent('a.b.v1', toPayload(row));\npublishEvent('a.c.v1', { ...row, id: 1 });");
        assertThat(fixture.facts(EventPublish.class))
                .extracting(EventPublish::event, EventPublish::payloadKnown)
                .containsExactly(tuple("a.b.v1", false), tuple("a.c.v1", false));
        assertThat(status(fixture)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void an_event_class_names_itself() {
        SourceFixture fixture = SourceFixture.of("src/a.ts", """
                class OrderPlaced { static readonly type = 'orders.placed.v1'; constructor(readonly id: string) {} }
                eventBus.publish(new OrderPlaced('x'));
                """);
        assertThat(fixture.only(EventPublish.class).event()).isEqualTo("orders.placed.v1");
    }

    @Test
    void tests_and_templates_publish_nothing() {
        SourceFixture fixture = SourceFixture.of(
                "assay.yaml", "templates: [services/_template]\n",
                "tests/a.test.ts", "publishEvent('a.b.v1', { x: 1 });",
                "services/_template/src/a.ts", "publishEvent('a.c.v1', { x: 1 });");
        assertThat(fixture.facts(EventPublish.class)).isEmpty();
    }
}
