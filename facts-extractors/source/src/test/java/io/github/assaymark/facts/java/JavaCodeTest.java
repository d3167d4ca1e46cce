package io.github.assaymark.facts.java;

import static io.github.assaymark.facts.schema.MemoryRepository.coverage;
import static io.github.assaymark.facts.schema.MemoryRepository.gaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.schema.MemoryRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.fact.AssertedOutcome;
import io.github.assaymark.model.fact.ClassDecl;
import io.github.assaymark.model.fact.ClassRole;
import io.github.assaymark.model.fact.CodeCall;
import io.github.assaymark.model.fact.EnvVarUse;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.LogStatement;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.TestBucket;
import io.github.assaymark.model.fact.TestCase;
import io.github.assaymark.model.fact.TestFramework;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaCodeTest {
    private static Snapshot scan(String... lines) {
        return new MemoryRepository().with("src/main/java/shop/A.java", lines).facts(new JavaExtractor());
    }

    private static CodeCall call(Snapshot snapshot, String callee) {
        return snapshot.facts(CodeCall.class).stream()
                .filter(c -> c.callee().equals(callee))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void calls_are_named_as_written_with_what_stands_around_them() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "src/main/java/shop/Billing.java",
                        "package shop;",
                        "import com.vendor.pay.PayClient;",
                        "class Billing {",
                        "  private static final String CURRENCY = \"EUR\";",
                        "  private final PayClient pay;",
                        "  private final Ledger ledger;",
                        "  void charge(Order order) {",
                        "    if (order.open()) pay.charge(CURRENCY, order.total());",
                        "    else this.ledger.skip(\"sk_live_0123456789abcdef\");",
                        "    transactionTemplate.execute(status -> ledger.book(order, \"a\" + 1));",
                        "    String text = order.name() == null ? Names.none() : order.name().strip();",
                        "    new PayClient(text).close();",
                        "    new ArrayList<String>();",
                        "    java.util.List.of(1).stream().map(x -> x);",
                        "  }",
                        "}")
                .with("src/main/java/shop/Ledger.java", "package shop;", "interface Ledger {}")
                .facts(new JavaExtractor());

        assertThat(snapshot.facts(CodeCall.class))
                .extracting(CodeCall::callee)
                .containsExactlyInAnyOrder(
                        "order.open",
                        "pay.charge",
                        "order.total",
                        "this.ledger.skip",
                        "transactionTemplate.execute",
                        "ledger.book",
                        "Names.none",
                        "new PayClient",
                        "java.util.List.of");
        assertThat(call(snapshot, "pay.charge")).satisfies(c -> {
            assertThat(c.key()).isEqualTo("src/main/java/shop/Billing.java#Billing.charge:pay.charge");
            assertThat(c.name()).isEqualTo("charge");
            assertThat(c.module()).isEqualTo("com.vendor.pay");
            assertThat(c.arguments()).containsExactly("EUR", "order.total()");
            assertThat(c.condition()).isEqualTo("order.open()");
            assertThat(c.enclosingFunction()).isEqualTo("charge");
            assertThat(c.enclosingClass()).isEqualTo("Billing");
            assertThat(c.kind()).isEqualTo(FileKind.PRODUCTION);
            assertThat(c.provenance())
                    .isEqualTo(new Provenance.File(null, "src/main/java/shop/Billing.java", 8, 23, 8, 58, null));
        });
        assertThat(call(snapshot, "this.ledger.skip")).satisfies(c -> {
            assertThat(c.arguments()).containsExactly("[redacted]");
            assertThat(c.module()).isEqualTo("src/main/java/shop/Ledger.java");
            assertThat(c.condition()).isEqualTo("!(order.open())");
        });
        assertThat(call(snapshot, "ledger.book")).satisfies(c -> {
            assertThat(c.wrappedBy()).containsExactly("transactionTemplate.execute");
            assertThat(c.transaction()).isEqualTo("transactionTemplate");
            assertThat(c.arguments()).containsExactly("order", "a1");
        });
        assertThat(call(snapshot, "Names.none").condition()).isEqualTo("order.name() == null");
    }

    @Test
    void classes_have_roles_and_what_is_injected() {
        Snapshot snapshot = scan(
                "package shop;",
                "@Service public class OrderService extends Base implements Orders, Closeable {",
                "  OrderService(OrderRepository orders, Clock clock) {}",
                "  void add() {}",
                "  static class TooManyException extends RuntimeException {}",
                "}",
                "interface OrderRepository extends JpaRepository<Order, Long> { Order findByCode(String code); }",
                "@RequiredArgsConstructor class Lines { private final OrderRepository a; private final int b = 1; }",
                "record Money(long cents) { long half() { return cents / 2; } }");

        assertThat(snapshot.facts(ClassDecl.class))
                .extracting(ClassDecl::key, ClassDecl::role, ClassDecl::aggregate, ClassDecl::injected)
                .containsExactly(
                        tuple("src/main/java/shop/A.java#Lines", ClassRole.OTHER, null, List.of("OrderRepository")),
                        tuple("src/main/java/shop/A.java#Money", ClassRole.OTHER, null, List.of()),
                        tuple("src/main/java/shop/A.java#OrderRepository", ClassRole.REPOSITORY, "Order", List.of()),
                        tuple(
                                "src/main/java/shop/A.java#OrderService",
                                ClassRole.SERVICE,
                                "Order",
                                List.of("OrderRepository", "Clock")),
                        tuple(
                                "src/main/java/shop/A.java#OrderService.TooManyException",
                                ClassRole.ERROR,
                                "TooMany",
                                List.of()));
        assertThat(snapshot.facts(ClassDecl.class))
                .filteredOn(c -> c.name().equals("OrderService"))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.superclass()).isEqualTo("Base");
                    assertThat(c.interfaces()).containsExactly("Orders", "Closeable");
                    assertThat(c.decorators()).containsExactly("Service");
                    assertThat(c.methods()).containsExactly("add");
                    assertThat(c.exported()).isTrue();
                });
    }

    @Test
    void log_statements_say_what_they_log() {
        Snapshot snapshot = scan(
                "package shop;",
                "import org.slf4j.Logger;",
                "@Slf4j class A {",
                "  private final Logger audit = LoggerFactory.getLogger(A.class);",
                "  void a(User user, String code, Exception failure) {",
                "    log.info(\"hello {} {}\", user.getEmail(), code);",
                "    audit.warn(\"x \" + mask(user.getPhone()), user, failure);",
                "    log.atError().addKeyValue(\"tenant\", user.tenant()).log(\"failed\");",
                "    log.log(Level.FINE, () -> code);",
                "    other.info(user);",
                "  }",
                "}");

        assertThat(snapshot.facts(LogStatement.class))
                .extracting(
                        LogStatement::key,
                        LogStatement::level,
                        LogStatement::fields,
                        LogStatement::wrappedFields,
                        LogStatement::wrappedBy,
                        LogStatement::whole)
                .containsExactly(
                        tuple(
                                "src/main/java/shop/A.java#A.a:audit.warn",
                                "warn",
                                List.of(),
                                List.of("phone"),
                                List.of("mask"),
                                List.of("user")),
                        tuple(
                                "src/main/java/shop/A.java#A.a:log.atError().addKeyValue().log",
                                "error",
                                List.of("tenant"),
                                List.of(),
                                List.of(),
                                List.of()),
                        tuple(
                                "src/main/java/shop/A.java#A.a:log.info",
                                "info",
                                List.of("code", "email"),
                                List.of(),
                                List.of(),
                                List.of()),
                        tuple(
                                "src/main/java/shop/A.java#A.a:log.log",
                                "fine",
                                List.of("code"),
                                List.of(),
                                List.of(),
                                List.of()));
    }

    @Test
    void variables_of_the_environment_are_read_by_name() {
        Snapshot snapshot = scan(
                "package shop;",
                "import org.springframework.beans.factory.annotation.Value;",
                "class A {",
                "  static final String KEY = \"PAY_KEY\";",
                "  @Value(\"${MAIL_HOST:localhost}:${MAIL_PORT}\") String mail;",
                "  String a(String name) { return System.getenv(KEY) + System.getenv().get(\"REGION\") + System.getenv(name); }",
                "}");

        assertThat(snapshot.facts(EnvVarUse.class))
                .extracting(EnvVarUse::name, EnvVarUse::via, EnvVarUse::enclosingFunction)
                .containsExactly(
                        tuple("MAIL_HOST", "@Value", null),
                        tuple("MAIL_PORT", "@Value", null),
                        tuple("PAY_KEY", "System.getenv", "a"),
                        tuple("REGION", "System.getenv", "a"));
        assertThat(gaps(snapshot, "EnvVarUse", ""))
                .containsExactly("src/main/java/shop/A.java:6 the name is no constant of the repository");
    }

    @Test
    void assertions_of_tests_name_their_constants() {
        TestCase test = new MemoryRepository()
                .with(
                        "services/shop/src/test/java/shop/RefusedIT.java",
                        "package shop;",
                        "import org.junit.jupiter.api.Test;",
                        "class RefusedIT {",
                        "  @Test void refuses() {",
                        "    assertEquals(404, response.status());",
                        "    assertThat(response.text()).isNotEqualTo(\"secret order\");",
                        "    other(500);",
                        "  }",
                        "}")
                .facts(new JavaExtractor())
                .facts(TestCase.class)
                .get(0);

        assertThat(test.matchers()).containsExactly("assertEquals", "assertThat", "isNotEqualTo");
        assertThat(test.expected()).containsExactly("404", "not secret order");
    }

    @Test
    void a_test_demands_statuses_of_its_one_request_and_exceptions() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "src/test/java/shop/OrderIT.java",
                        "package shop;",
                        "import org.junit.jupiter.api.Test;",
                        "class OrderIT {",
                        "  @Test void a() { mvc.perform(get(\"/orders/7\")).andExpect(status().isNotFound()); }",
                        "  @Test void b() { client.delete().uri(\"/orders/8\").exchange().expectStatus().isEqualTo(409); }",
                        "  @Test void c() { assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.GONE); }",
                        "  @Test void d() { assertEquals(422, answer.statusCode()); assertEquals(500, order.cents()); }",
                        "  @Test void e() { assertThrows(SoldOut.class, () -> orders.place()); }",
                        "  @Test void f() { mvc.perform(post(\"/orders\")).andExpect(status().isCreated()); assertEquals(wanted, answer.status()); }",
                        "  @Test @Disabled void g() { rest.get(\"/orders/9\").then().statusCode(403); }",
                        "}")
                .facts(new JavaExtractor());

        assertThat(snapshot.facts(AssertedOutcome.class))
                .extracting(
                        o -> o.test().substring(o.test().length() - 1),
                        AssertedOutcome::request,
                        AssertedOutcome::status,
                        AssertedOutcome::error,
                        AssertedOutcome::skipped)
                .containsExactlyInAnyOrder(
                        tuple("a", "GET /orders/7", 404, null, false),
                        tuple("b", "DELETE /orders/8", 409, null, false),
                        tuple("c", null, 410, null, false),
                        tuple("d", null, 422, null, false),
                        tuple("e", null, null, "SoldOut", false),
                        tuple("f", "POST /orders", null, null, false),
                        tuple("g", "GET /orders/9", 403, null, true));
    }

    @Test
    void tests_have_names_suites_targets_and_assertions() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "services/shop/src/test/java/shop/OrderIT.java",
                        "package shop;",
                        "import org.junit.jupiter.api.Test;",
                        "@DisplayName(\"Orders\") class OrderIT {",
                        "  @MockitoBean PayClient pay;",
                        "  OrderService service;",
                        "  @Test void adds() throws Exception {",
                        "    mvc.perform(post(\"/orders?x=1\")).andExpect(status().isOk()).andExpect(jsonPath(\"$.id\").exists());",
                        "    service.add(1);",
                        "    same(1);",
                        "  }",
                        "  void same(int n) { assertEquals(n, 1); }",
                        "  @Nested class Empty {",
                        "    @ParameterizedTest @DisplayName(\"gives nothing\") void none() { client.get().uri(\"/orders/7\").exchange().expectStatus().isNotFound(); }",
                        "    @Test @Disabled void later() {}",
                        "    @Test void maybe() { assumeTrue(ready()); }",
                        "  }",
                        "  @Test(expected = IllegalStateException.class) public void old() { throw new IllegalStateException(); }",
                        "}")
                .with(
                        "services/shop/src/main/java/shop/OrderService.java",
                        "package shop;",
                        "class OrderService { void add(int n) {} }")
                .facts(new JavaExtractor());

        assertThat(snapshot.facts(TestCase.class))
                .extracting(
                        TestCase::suite,
                        TestCase::name,
                        TestCase::targets,
                        TestCase::skipped,
                        TestCase::assertions,
                        TestCase::bucket)
                .containsExactly(
                        tuple(
                                "Orders > Empty",
                                "gives nothing",
                                List.of("GET /orders/7"),
                                false,
                                1,
                                TestBucket.INTEGRATION),
                        tuple("Orders > Empty", "later", List.of(), true, 0, TestBucket.INTEGRATION),
                        tuple("Orders > Empty", "maybe", List.of(), true, 0, TestBucket.INTEGRATION),
                        tuple(
                                "Orders",
                                "adds",
                                List.of("OrderService.add", "POST /orders"),
                                false,
                                3,
                                TestBucket.INTEGRATION),
                        tuple("Orders", "old", List.of(), false, 1, TestBucket.INTEGRATION));
        assertThat(snapshot.facts(TestCase.class)).allSatisfy(test -> {
            assertThat(test.framework()).isEqualTo(TestFramework.JUNIT);
            assertThat(test.mocks()).containsExactly("PayClient");
            assertThat(test.owner()).isEqualTo("services/shop");
        });
        assertThat(snapshot.facts(TestCase.class))
                .filteredOn(t -> t.name().equals("adds"))
                .singleElement()
                .satisfies(t -> assertThat(t.texts()).containsExactly("$.id", "/orders?x=1"));
        assertThat(snapshot.facts(CodeCall.class)).isEmpty();
    }

    @Test
    void a_damaged_file_is_a_gap_and_the_rest_of_it_is_kept() {
        Snapshot snapshot = scan(
                "package shop;",
                "import org.springframework.web.bind.annotation.*;",
                "@RestController class A {",
                "  @GetMapping(\"/a\") void a() {}",
                "  @GetMapping(\"/b\") void b() { int x = ; }",
                "}");

        assertThat(snapshot.facts(Route.class)).extracting(Route::key).contains("GET /a");
        assertThat(snapshot.facts(PartialParse.class)).singleElement().satisfies(p -> {
            assertThat(p.path()).isEqualTo("src/main/java/shop/A.java");
            assertThat(p.reason()).startsWith("line 5: a part that was not understood");
        });
        assertThat(coverage(snapshot, "Route", "").status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(coverage(snapshot, "TestCase", "").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void hostile_files_cost_themselves_only() {
        Snapshot snapshot = new MemoryRepository()
                .with("Deep.java", "class Deep { int x = " + "(".repeat(60_000) + "1" + ")".repeat(60_000) + "; }")
                .with("Long.java", "class Long { String x = " + "\"a\" + ".repeat(20_000) + "\"b\"; }")
                .with("Fine.java", "class Fine {}")
                .limited(new Limits(1 << 20, 400, 10, Duration.ofSeconds(60)))
                .facts(new JavaExtractor());

        assertThat(snapshot.facts(ClassDecl.class)).extracting(ClassDecl::name).contains("Fine");
        assertThat(gaps(snapshot, "CodeCall", "")).contains("Deep.java:0 nested too deeply");
    }

    @Test
    void new_syntax_is_understood() {
        Snapshot snapshot = scan(
                "import module java.base;",
                "sealed interface Shape permits Circle, Square {}",
                "record Circle(double r) implements Shape {}",
                "record Square(double a) implements Shape {",
                "  Square { if (a < 0) throw new IllegalArgumentException(\"negative\"); }",
                "}",
                "class Area {",
                "  double of(Object o) {",
                "    return switch (o) {",
                "      case Circle(var r) when r > 1 -> Math.pow(r, 2);",
                "      case Square(double a) -> a * a;",
                "      case String _ -> \"\"\"",
                "          text\"\"\".length();",
                "      default -> 0;",
                "    };",
                "  }",
                "}");

        assertThat(snapshot.facts(PartialParse.class)).isEmpty();
        assertThat(call(snapshot, "Math.pow").enclosingFunction()).isEqualTo("of");
    }
}
