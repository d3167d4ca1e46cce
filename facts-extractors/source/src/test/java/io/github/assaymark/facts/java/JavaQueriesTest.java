package io.github.assaymark.facts.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.QueryUse;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaQueriesTest {
    private static final String ENTITIES = """
            package shop;
            import jakarta.persistence.Entity;
            @Entity @Table(name = "orders") class Order extends Base {
              @Id Long id;
              String code;
              @Column(name = "brand_id") String brandId;
              @Embedded Address address;
              @ManyToOne Customer customer;
              @OneToMany(mappedBy = "order") List<Line> lines;
            }
            @MappedSuperclass class Base { @Column(name = "state_code") String state; }
            @Embeddable class Address { @Column(name = "city_name") String city; }
            @Entity(name = "Buyer") class Customer { @Id Long id; String name; }
            @Entity class Line { @Id Long id; @ManyToOne Order order; int amount; }
            """;

    private static SourceFixture scan(String text) {
        return SourceFixture.of(
                "src/main/java/shop/Order.java",
                ENTITIES,
                "src/main/java/shop/Orders.java",
                "package shop;\nimport org.springframework.data.jpa.repository.JpaRepository;\n" + text);
    }

    private static SourceFixture repository(String members) {
        return scan("interface Orders extends JpaRepository<Order, Long> {\n" + members + "\n}\n");
    }

    private static SourceFixture calls(String body) {
        return scan("""
                interface Orders extends JpaRepository<Order, Long> { List<Order> findByCode(String code); }
                class Store {
                  private static final String BY_CODE = "select * from orders where code = ?";
                  private final String suffix = " where id = :id";
                  private Orders orders; private EntityManager em; private JdbcTemplate jdbc; private JdbcClient client; private Connection connection;
                  void run(Order order, String given, Specification<Order> spec, Pageable page) {
                %s
                  }
                }
                """.formatted(body));
    }

    private static List<String> uses(SourceFixture fixture) {
        return fixture.facts(QueryUse.class).stream()
                .map(use -> use.operation() + " " + use.table() + " " + use.filters() + " " + use.written()
                        + (use.filtered() ? " filtered" : "") + (use.known() ? "" : " open") + (use.raw() ? " raw" : "")
                        + " " + use.api())
                .toList();
    }

    private static List<String> reasons(SourceFixture fixture) {
        return fixture.facts(Unresolved.class).stream()
                .filter(open -> open.factTypes().contains("QueryUse"))
                .map(Unresolved::reason)
                .toList();
    }

    @Test
    void names_of_methods_are_queries() {
        SourceFixture fixture = repository("""
                  List<Order> findByBrandIdAndCodeIgnoreCaseOrderByIdDesc(String brandId, String code);
                  long countByAddressCityIn(List<String> cities);
                  boolean existsByCustomerIdAndState(Long id, String state);
                  List<Order> findDistinctByCodeOrState(String code, String state);
                  List<Order> findTop3ByCodeNotAndBrandId(String code, String brandId);
                  void deleteByIdLessThanEqual(Long id);
                  List<Order> findAllByOrderByCode();
                  List<Order> findByCustomer_NameStartingWith(String name);
                """);
        assertThat(uses(fixture))
                .containsExactlyInAnyOrder(
                        "SELECT orders [brand_id, code] [] filtered JPA",
                        "SELECT orders [city_name] [] filtered JPA",
                        "SELECT orders [customer_id, state_code] [] filtered JPA",
                        "SELECT orders [] [] filtered open JPA",
                        "SELECT orders [brand_id] [] filtered JPA",
                        "DELETE orders [id] [] filtered JPA",
                        "SELECT orders [] [] JPA",
                        "SELECT orders [] [] filtered JPA",
                        "SELECT buyer [name] [] filtered JPA");
        assertThat(reasons(fixture)).isEmpty();
        assertThat(fixture.coverage("java", QueryUse.class, "").status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(fixture.facts(QueryUse.class))
                .filteredOn(use -> "deleteByIdLessThanEqual".equals(use.enclosingFunction()))
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.key())
                            .isEqualTo("src/main/java/shop/Orders.java#Orders.deleteByIdLessThanEqual:delete orders");
                    assertThat(use.query()).isEqualTo(use.key());
                    assertThat(use.enclosingClass()).isEqualTo("Orders");
                    assertThat(use.provenance().place()).satisfies(place -> {
                        assertThat(place).isNotNull();
                        assertThat(place.startLine()).isEqualTo(9);
                    });
                });
        assertThat(fixture.facts(QueryUse.class))
                .filteredOn(use -> "findByCustomer_NameStartingWith".equals(use.enclosingFunction()))
                .extracting(QueryUse::query)
                .hasSize(2)
                .containsOnly("src/main/java/shop/Orders.java#Orders.findByCustomer_NameStartingWith:select orders");
    }

    @Test
    void written_queries_are_read_in_both_languages() {
        SourceFixture fixture = repository("""
                  @Query("select o from Order o join fetch o.lines l where o.brandId = :brand and l.amount > 3 and o.customer.id = ?2 order by o.code")
                  List<Order> one(String brand, Long id);
                  @Query("from #{#entityName} where code like :#{#code.text}") List<Order> two(Code code);
                  @Modifying @Query("update Order o set o.state = 'x', o.code = :code where o.id in :ids and o.brandId = :b")
                  int three(List<Long> ids, String code, String b);
                  @Modifying @Query("delete from Order") void four();
                  @Query(value = "select * from orders o where o.brand_id = :b limit 3", nativeQuery = true) List<Order> five(String b);
                  @Query("select count(o) from Order o, Buyer b where o.customer = b and b.name is null or o.code = 'a'") long six();
                """);
        assertThat(uses(fixture))
                .containsExactlyInAnyOrder(
                        "SELECT orders [brand_id, customer_id] [] filtered JPA",
                        "SELECT line [amount] [] filtered JPA",
                        "SELECT orders [code] [] filtered JPA",
                        "UPDATE orders [brand_id, id] [code, state_code] filtered JPA",
                        "DELETE orders [] [] JPA",
                        "SELECT orders [brand_id] [] filtered raw JPA",
                        "SELECT orders [] [] filtered open JPA",
                        "SELECT buyer [] [] filtered open JPA");
        assertThat(reasons(fixture)).isEmpty();
    }

    @Test
    void queries_that_are_not_understood_are_there_and_open() {
        SourceFixture fixture = repository("""
                  List<Order> findByNothing(String x);
                  List<Order> custom(String x);
                  @Query("select o from Order o where o.id in (select l.order.id from Line l)") List<Order> inner();
                  @Query("select o from Gone o") List<Order> gone();
                  @Query("select o from Order o where o.gone = 1") List<Order> column();
                  @Query(Vendor.TEXT) List<Order> outside();
                  @Query(name = "Order.none") List<Order> none();
                  @Procedure List<Order> procedure();
                  default List<Order> helper() { return findAll(); }
                """);
        assertThat(reasons(fixture))
                .containsExactlyInAnyOrder(
                        "`Nothing` is no column of Order",
                        "no query follows from its name",
                        "the statement is not understood",
                        "`Gone` is no entity with a known table",
                        "`o.gone` is no column of an entity",
                        "the text is no constant",
                        "the named query is not in the repository",
                        "what a procedure does is not read");
        assertThat(uses(fixture)).hasSize(8).allMatch(use -> use.startsWith("OTHER null [] [] open"));
        assertThat(fixture.coverage("java", QueryUse.class, "").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void calls_that_every_repository_has_are_queries() {
        SourceFixture fixture = calls("""
                orders.findAll();
                orders.findAll(page);
                orders.findAll(PageRequest.of(0, 3));
                orders.findById(7L).orElseThrow();
                this.orders.save(order);
                orders.delete(order);
                orders.deleteAllInBatch();
                orders.findAll(spec, page);
                orders.findByCode("told where it is declared");
                orders.flush();
                """);
        assertThat(uses(fixture))
                .containsExactlyInAnyOrder(
                        "SELECT orders [code] [] filtered JPA",
                        "SELECT orders [] [] JPA",
                        "SELECT orders [] [] JPA",
                        "SELECT orders [] [] JPA",
                        "SELECT orders [id] [] filtered JPA",
                        "UPSERT orders [] [] open JPA",
                        "DELETE orders [id] [] filtered JPA",
                        "DELETE orders [] [] JPA",
                        "SELECT orders [] [] filtered open JPA");
        assertThat(reasons(fixture)).containsExactly("it is put together when the code runs");
    }

    @Test
    void entity_managers_are_read() {
        SourceFixture fixture = calls("""
                em.find(Order.class, 1L);
                em.persist(order);
                em.merge(new Line());
                em.remove(order);
                em.persist(unknown);
                em.createQuery("select o from Order o where o.brandId = :b", Order.class).getResultList();
                em.createQuery(given);
                em.createNativeQuery("update orders set code = ? where id = ?");
                em.createNamedQuery("Order.x");
                """);
        assertThat(uses(fixture))
                .contains(
                        "SELECT orders [id] [] filtered JPA",
                        "INSERT orders [] [] open JPA",
                        "UPSERT line [] [] open JPA",
                        "DELETE orders [id] [] filtered JPA",
                        "SELECT orders [brand_id] [] filtered JPA",
                        "UPDATE orders [id] [code] filtered raw JPA");
        assertThat(reasons(fixture))
                .containsExactlyInAnyOrder(
                        "its type is no entity of the service with a known table",
                        "the text is no constant",
                        "the named query is not in the repository");
    }

    @Test
    void named_queries_of_entities_are_found() {
        SourceFixture fixture = SourceFixture.of("src/main/java/shop/Stock.java", """
                package shop;
                import jakarta.persistence.Entity;
                import org.springframework.data.jpa.repository.JpaRepository;
                @Entity
                @NamedQueries({@NamedQuery(name = "Stock.low", query = "select s from Stock s where s.amount < 5")})
                @NamedNativeQuery(name = "Stock.raw", query = "select * from stock where sku = ?")
                class Stock { @Id String sku; int amount; }
                interface Stocks extends JpaRepository<Stock, String> { List<Stock> low(); @Query(name = "Stock.raw") List<Stock> other(); }
                """);
        assertThat(uses(fixture))
                .containsExactlyInAnyOrder(
                        "SELECT stock [amount] [] filtered JPA", "SELECT stock [sku] [] filtered raw JPA");
    }

    @Test
    void texts_of_sql_are_read_also_from_constants_and_variables() {
        SourceFixture fixture = calls("""
                jdbc.query(BY_CODE, mapper, given);
                String sql = "delete from orders" + suffix;
                jdbc.update(sql);
                client.sql(\"""
                    insert into orders (id, code) values (1, 2)\""").update();
                connection.prepareStatement("select 1 from line where id = ?");
                String changed = "select 1 from line";
                changed = given;
                jdbc.queryForList(changed);
                jdbc.queryForList(given);
                """);
        assertThat(uses(fixture))
                .contains(
                        "SELECT orders [code] [] filtered raw SQL",
                        "DELETE orders [id] [] filtered raw SQL",
                        "INSERT orders [] [code, id] raw SQL",
                        "SELECT line [id] [] filtered raw SQL");
        assertThat(reasons(fixture)).containsExactly("the text is no constant", "the text is no constant");
    }

    @Test
    void transactions_are_named() {
        SourceFixture fixture = scan("""
                interface Orders extends JpaRepository<Order, Long> { @Transactional void deleteByCode(String code); }
                class Store {
                  private Orders orders; private TransactionTemplate transactions;
                  @Transactional void one() { orders.findAll(); }
                  void two() { transactions.execute(status -> orders.count()); }
                  void three() { orders.deleteAll(); }
                }
                """);
        assertThat(fixture.facts(QueryUse.class))
                .extracting(use -> use.enclosingFunction() + " " + use.transaction())
                .containsExactlyInAnyOrder(
                        "deleteByCode @Transactional", "one @Transactional", "two transactions", "three null");
    }

    @Test
    void repositories_of_other_stores_and_of_unknown_types_are_told_apart() {
        SourceFixture fixture = scan("""
                @Document class Note { String id; }
                interface Notes extends CrudRepository<Note, String> { List<Note> findByText(String text); }
                interface Gone extends JpaRepository<vendor.Gone, Long> { List<vendor.Gone> findByX(String x); }
                interface Typed<T> extends JpaRepository<T, Long> {}
                interface Lines extends Typed<Line> { List<Line> findByAmount(int amount); }
                interface Repository { void findByX(); }
                interface Plain extends Repository { void findByY(); }
                """);
        assertThat(uses(fixture))
                .containsExactlyInAnyOrder("SELECT line [amount] [] filtered JPA", "OTHER null [] [] open JPA");
        assertThat(reasons(fixture)).containsExactly("what the repository holds is no entity of the service");
    }

    @Test
    void hostile_texts_end() {
        String deep = "o." + "customer.".repeat(2000) + "id";
        SourceFixture fixture =
                repository("  @Query(\"select o from Order o where " + deep + " = 1\") List<Order> deep();\n"
                        + "  @Query(\"select " + "a ".repeat(9000) + "\") List<Order> words();\n"
                        + "  List<Order> findBy" + "A".repeat(3000) + "();\n");
        assertThat(uses(fixture)).hasSize(3).allMatch(use -> use.startsWith("OTHER null"));
    }
}
