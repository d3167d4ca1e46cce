package io.github.assaymark.facts.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.CodeCall;
import io.github.assaymark.model.fact.FileKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CallExtractorTest {
    private static List<CodeCall> calls(String text) {
        return SourceFixture.of("src/orders.ts", text).facts(CodeCall.class);
    }

    private static CodeCall call(String text, String callee) {
        return calls(text).stream()
                .filter(call -> call.callee().equals(callee))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no call of " + callee + " in " + calls(text)));
    }

    @Test
    void a_call_says_what_is_called_with_what_and_where() {
        CodeCall call = call("""
                import { publishEvent as publish } from '@platform/events';
                const NAME = 'order.placed';
                export class OrderService {
                    async place(order: Order) {
                        await publish(NAME, order);
                    }
                }
                """, "publishEvent");
        assertThat(call.name()).isEqualTo("publishEvent");
        assertThat(call.module()).isEqualTo("@platform/events");
        assertThat(call.arguments()).containsExactly("order.placed", "order");
        assertThat(call.enclosingFunction()).isEqualTo("place");
        assertThat(call.enclosingClass()).isEqualTo("OrderService");
        assertThat(call.transaction()).isNull();
        assertThat(call.wrappedBy()).isEmpty();
        assertThat(call.condition()).isNull();
        assertThat(call.kind()).isEqualTo(FileKind.PRODUCTION);
        assertThat(call.file()).isEqualTo("src/orders.ts");
        assertThat(call.key()).isEqualTo("src/orders.ts#OrderService.place:publishEvent");
        assertThat(call.provenance())
                .isInstanceOfSatisfying(
                        Provenance.File.class, at -> assertThat(at.startLine()).isEqualTo(5));
    }

    @Test
    void a_local_function_of_the_same_name_has_no_module() {
        CodeCall call = call("function publishEvent(n: string) {}\npublishEvent('a.b');", "publishEvent");
        assertThat(call.module()).isNull();
    }

    @Test
    void repeated_calls_have_keys_of_their_own() {
        assertThat(calls("function f(c) { c.set('a', 1); c.set('b', 2); }"))
                .extracting(CodeCall::key)
                .containsExactly("src/orders.ts#f:c.set", "src/orders.ts#f:c.set#2");
    }

    @Test
    void the_handle_of_the_transaction_around_a_publication_is_known() {
        String text = """
                import { publishEvent } from '@platform/events';
                async function place(db, order) {
                    await db.transaction(async (tx) => {
                        await tx.insert(order);
                        await publishEvent('order.placed', order, { tx });
                    });
                    await publishEvent('order.late', order);
                }
                """;
        List<CodeCall> published = calls(text).stream()
                .filter(call -> call.name().equals("publishEvent"))
                .toList();
        assertThat(published).extracting(CodeCall::transaction).containsExactly("tx", null);
        assertThat(published.get(0).arguments()).containsExactly("order.placed", "order", "{ tx }");
        assertThat(published.get(0).wrappedBy()).containsExactly("db.transaction");
    }

    @Test
    void a_nested_transaction_hands_over_its_own_handle() {
        CodeCall call = call(
                "db.transaction(async (outer) => { await outer.transaction(async (inner) => { save(inner); }); });",
                "save");
        assertThat(call.transaction()).isEqualTo("inner");
        assertThat(call.wrappedBy()).containsExactly("outer.transaction", "db.transaction");
    }

    @Test
    void transactions_of_other_libraries_are_known() {
        assertThat(call("prisma.$transaction(async (p) => { store(p); });", "store")
                        .transaction())
                .isEqualTo("p");
        assertThat(call("dataSource.transaction('SERIALIZABLE', async (manager) => { store(manager); });", "store")
                        .transaction())
                .isEqualTo("manager");
        assertThat(call("unit.withTransaction(async ({ trx, log }) => { store(trx); });", "store")
                        .transaction())
                .isEqualTo("trx");
        assertThat(call("session.withTransaction(async () => { store(1); });", "store")
                        .transaction())
                .isEqualTo("session");
        assertThat(call("db.transaction().setIsolationLevel('x').execute(async (k) => { store(k); });", "store")
                        .transaction())
                .isEqualTo("k");
        assertThat(call("class A { @Transactional() async m() { store(7); } }", "store")
                        .transaction())
                .isEqualTo("@Transactional");
    }

    @Test
    void a_function_handed_to_a_transaction_by_name_runs_in_it() {
        CodeCall call = call("async function work(tx2) { keep(tx2); }\ndb.transaction(work);", "keep");
        assertThat(call.transaction()).isEqualTo("tx2");
        assertThat(call.wrappedBy()).containsExactly("db.transaction");
    }

    @Test
    void the_array_form_of_prisma_opens_no_transaction_for_later_calls() {
        assertThat(call("prisma.$transaction([a, b]); later(3);", "later").transaction())
                .isNull();
    }

    @Test
    void what_a_call_depends_on_is_shown() {
        String text = """
                function handle(c, created, kind) {
                    if (created) { c.set('audit_event_type', 'order.created'); } else { c.drop(11); }
                    created && c.one(12);
                    created || c.two(13);
                    created ? c.three(14) : c.four(15);
                    switch (kind) { case 'x': c.five(16); break; default: c.six(17); }
                    if (kind === 'y') [1].forEach(() => { c.seven(18); });
                    c.eight(19);
                }
                """;
        assertThat(call(text, "c.set").condition()).isEqualTo("created");
        assertThat(call(text, "c.drop").condition()).isEqualTo("!created");
        assertThat(call(text, "c.one").condition()).isEqualTo("created");
        assertThat(call(text, "c.two").condition()).isEqualTo("!created");
        assertThat(call(text, "c.three").condition()).isEqualTo("created");
        assertThat(call(text, "c.four").condition()).isEqualTo("!created");
        assertThat(call(text, "c.five").condition()).isEqualTo("kind === 'x'");
        assertThat(call(text, "c.six").condition()).isEqualTo("no case of kind");
        assertThat(call(text, "c.seven").condition()).isEqualTo("kind === 'y'");
        assertThat(call(text, "c.eight").condition()).isNull();
    }

    @Test
    void a_condition_around_a_named_function_is_none_of_the_calls_in_it() {
        assertThat(call("if (flag) { function inner() { go(5); } }", "go").condition())
                .isNull();
    }

    @Test
    void the_functions_around_a_call_are_listed_from_the_inside() {
        CodeCall call = call(
                "breaker.fire(() => withRetry('sms', async () => { await twilio.messages.create({ to: 'x' }); }));",
                "twilio.messages.create");
        assertThat(call.wrappedBy()).containsExactly("withRetry", "breaker.fire");
    }

    @Test
    void calls_on_the_result_of_a_call_are_left_out_but_not_the_call_they_stand_on() {
        assertThat(calls("const rows = db.select().from(orders).where(eq(orders.id, 4));"))
                .extracting(CodeCall::callee)
                .containsExactly("db.select", "eq");
    }

    @Test
    void what_the_language_brings_along_is_left_out_unless_it_is_imported() {
        assertThat(calls("""
                        import _ from 'lodash';
                        items.map(x => x); text.trim(); Object.keys(o); Number('3'); new Map();
                        _.map(items, 4);
                        repo.find(8); JSON.parse(body); Date.now();
                        """))
                .extracting(CodeCall::callee)
                .containsExactlyInAnyOrder("_.map", "repo.find", "JSON.parse", "Date.now");
    }

    @Test
    void a_construction_is_a_call_with_new_in_front() {
        CodeCall call =
                call("import { OrderService } from './service';\nconst s = new OrderService(db);", "new OrderService");
        assertThat(call.name()).isEqualTo("OrderService");
        assertThat(call.arguments()).containsExactly("db");
    }

    @Test
    void decorators_and_calls_in_tests_are_no_calls() {
        SourceFixture fixture = SourceFixture.of(
                "src/a.ts", "@Controller('x') export class A { @Get() m() {} }",
                "tests/a.test.ts", "import { publishEvent } from '@platform/events';\npublishEvent('t');");
        assertThat(fixture.facts(CodeCall.class)).isEmpty();
    }

    @Test
    void a_secret_among_the_arguments_is_not_shown() {
        CodeCall call = call("connect('sk_live_51HxQ2eKzJ8vN3mT7yWcB4dF6gH9');", "connect");
        assertThat(call.arguments().toString()).doesNotContain("51HxQ2eKzJ8vN3mT7yWcB4dF6gH9");
    }

    @Test
    void handlers_held_by_constants_and_objects_give_their_names() {
        assertThat(call("export const POST = withAuth(async (c) => { audit(c); });", "audit")
                        .enclosingFunction())
                .isEqualTo("POST");
        assertThat(call("const jobs = { purge: async () => { wipe(2); } };", "wipe")
                        .enclosingFunction())
                .isEqualTo("purge");
        assertThat(call("export default async () => { boot(1); };", "boot").enclosingFunction())
                .isEqualTo("default");
        assertThat(call("function list() { const all = rows.map((r) => shape(r)); }", "shape")
                        .enclosingFunction())
                .isEqualTo("list");
    }
}
