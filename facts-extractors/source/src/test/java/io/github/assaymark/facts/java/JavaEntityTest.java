package io.github.assaymark.facts.java;

import static io.github.assaymark.facts.schema.MemoryRepository.gaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.schema.MemoryRepository;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.QueryApi;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaEntityTest {
    private static Snapshot scan(String... lines) {
        return new MemoryRepository()
                .with(
                        "src/main/java/shop/A.java",
                        "package shop;\nimport jakarta.persistence.*;\n" + String.join("\n", lines))
                .facts(new JavaExtractor());
    }

    private static Snapshot boot(String... lines) {
        return scan(
                ("import org.springframework.boot.SpringApplication;\n" + String.join("\n", lines)).split("\n", -1));
    }

    private static List<String> columns(Snapshot snapshot, String table) {
        return snapshot.facts(DbColumn.class).stream()
                .filter(c -> c.table().equals(table))
                .map(c -> c.name() + (c.nullable() ? "?" : ""))
                .toList();
    }

    @Test
    void an_entity_is_a_table() {
        Snapshot snapshot = scan(
                "@Entity @Table(name = \"invoices\", schema = \"billing\",",
                "    indexes = @Index(name = \"by_brand\", columnList = \"brand_id, createdAt DESC\"),",
                "    uniqueConstraints = {@UniqueConstraint(columnNames = {\"brand_id\", \"code\"})})",
                "class Invoice {",
                "  @Id @GeneratedValue Long id;",
                "  @Column(name = \"brand_id\", nullable = false) String brandId;",
                "  @Column(unique = true) String code;",
                "  @NotNull Instant createdAt;",
                "  @ColumnDefault(\"0\") int retries;",
                "  @Column(columnDefinition = \"text NOT NULL\") String note;",
                "  @Transient String scratch;",
                "  transient String other;",
                "  static String shared;",
                "}");

        assertThat(snapshot.facts(DbTable.class)).singleElement().satisfies(table -> {
            assertThat(table.key()).isEqualTo("billing.invoices");
            assertThat(table.schema()).isEqualTo("billing");
            assertThat(table.api()).isEqualTo(QueryApi.JPA);
            assertThat(table.constant()).isEqualTo("Invoice");
        });
        assertThat(snapshot.facts(DbColumn.class))
                .extracting(
                        DbColumn::name, DbColumn::type, DbColumn::nullable, DbColumn::defaultValue, DbColumn::unique)
                .containsExactly(
                        tuple("brand_id", "String", false, null, false),
                        tuple("code", "String", true, null, true),
                        tuple("createdAt", "Instant", false, null, false),
                        tuple("id", "Long", false, null, true),
                        tuple("note", "text NOT NULL", false, null, false),
                        tuple("retries", "int", false, "0", false));
        assertThat(snapshot.facts(DbIndex.class))
                .extracting(DbIndex::name, DbIndex::columns, DbIndex::unique)
                .containsExactly(
                        tuple(null, List.of("brand_id", "code"), true),
                        tuple("by_brand", List.of("brand_id", "createdAt"), false),
                        tuple(null, List.of("code"), true),
                        tuple(null, List.of("id"), true));
    }

    @Test
    void spring_boot_writes_names_with_underscores() {
        Snapshot snapshot = boot(
                "@Entity class OrderLine {",
                "  @Id Long id;",
                "  String unitPrice;",
                "  @ManyToOne(optional = false) ProductGroup productGroup;",
                "  @ManyToOne @JoinColumn(name = \"buyerRef\") Person buyer;",
                "}",
                "@Entity class ProductGroup { @Id @Column(name = \"group_no\") Long no; }",
                "@Entity class Person { @Id Long id; }");

        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::name)
                .containsExactly("order_line", "person", "product_group");
        assertThat(snapshot.facts(DbColumn.class))
                .filteredOn(c -> c.table().equals("order_line"))
                .extracting(DbColumn::name, DbColumn::nullable, DbColumn::references)
                .containsExactly(
                        tuple("buyer_ref", true, "person.id"),
                        tuple("id", false, null),
                        tuple("product_group_group_no", false, "product_group.group_no"),
                        tuple("unit_price", true, null));
    }

    @Test
    void columns_come_from_superclasses_and_embedded_parts() {
        Snapshot snapshot = scan(
                "@MappedSuperclass abstract class Base { @Id Long id; @Column(nullable = false) String brand; }",
                "@Embeddable class Address { String street; int zip; }",
                "@Entity class Buyer extends Base {",
                "  @Embedded @AttributeOverride(name = \"street\", column = @Column(name = \"home_street\")) Address home;",
                "  Address usual;",
                "}",
                "@Entity class Odd extends vendor.Auditable { @Id Long id; }");

        assertThat(columns(snapshot, "Buyer")).containsExactly("brand", "home_street?", "id", "street?", "zip?");
        assertThat(gaps(snapshot, "DbColumn", ""))
                .containsExactly("src/main/java/shop/A.java:9 its superclass is not in the repository");
    }

    @Test
    void classes_of_one_entity_share_a_table_or_have_their_own() {
        Snapshot single = scan(
                "@Entity class Payment { @Id Long id; }",
                "@Entity class CardPayment extends Payment { @Column(nullable = false) String card; }");
        assertThat(single.facts(DbTable.class)).extracting(DbTable::name).containsExactly("Payment");
        assertThat(columns(single, "Payment")).containsExactly("DTYPE", "card?", "id");

        Snapshot joined = scan(
                "@Entity @Inheritance(strategy = InheritanceType.JOINED) class Payment { @Id Long id; String note; }",
                "@Entity class CardPayment extends Payment { @Column(nullable = false) String card; }");
        assertThat(columns(joined, "CardPayment")).containsExactly("card", "id");
        assertThat(columns(joined, "Payment")).containsExactly("id", "note?");

        Snapshot each = scan(
                "@Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) class Payment { @Id Long id; String note; }",
                "@Entity class CardPayment extends Payment { String card; }");
        assertThat(columns(each, "CardPayment")).containsExactly("card?", "id", "note?");
    }

    @Test
    void relations_make_columns_on_the_other_side_and_tables_between() {
        Snapshot snapshot = scan(
                "@Entity class Team {",
                "  @Id Long id;",
                "  @OneToMany @JoinColumn(name = \"team_id\", nullable = false) List<Player> players;",
                "  @OneToMany(mappedBy = \"team\") List<Game> games;",
                "  @ManyToMany @JoinTable(name = \"team_fan\", joinColumns = @JoinColumn(name = \"team_id\"),",
                "      inverseJoinColumns = @JoinColumn(name = \"fan_id\")) Set<Fan> fans;",
                "  @ElementCollection List<String> colours;",
                "}",
                "@Entity class Player { @Id Long id; }",
                "@Entity class Game { @Id Long id; @OneToOne Team team; }",
                "@Entity class Fan { @Id Long id; @ManyToMany(mappedBy = \"fans\") Set<Team> teams; }");

        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::name)
                .containsExactly("Fan", "Game", "Player", "Team", "Team_colours", "team_fan");
        assertThat(columns(snapshot, "Player")).containsExactly("id", "team_id");
        assertThat(columns(snapshot, "Team")).containsExactly("id");
        assertThat(columns(snapshot, "Team_colours")).containsExactly("Team_id", "colours?");
        assertThat(snapshot.facts(DbColumn.class))
                .filteredOn(c -> c.table().equals("team_fan"))
                .extracting(DbColumn::name, DbColumn::references, DbColumn::primaryKey)
                .containsExactly(tuple("fan_id", "Fan.id", true), tuple("team_id", "Team.id", true));
        assertThat(snapshot.facts(DbColumn.class))
                .filteredOn(c -> c.name().equals("team_id") && c.table().equals("Game"))
                .extracting(DbColumn::unique)
                .containsExactly(true);
    }

    @Test
    void annotations_may_stand_on_getters() {
        Snapshot snapshot = scan(
                "@Entity class Old {",
                "  private Long id;",
                "  @Id public Long getId() { return id; }",
                "  @Column(name = \"full_name\") public String getName() { return null; }",
                "  public boolean isOpen() { return true; }",
                "  @Transient public String getScratch() { return null; }",
                "}");

        assertThat(columns(snapshot, "Old")).containsExactly("full_name?", "id", "open");
    }

    @Test
    void names_that_a_strategy_of_the_service_makes_are_open() {
        Snapshot snapshot = scan(
                "class Prefixing extends CamelCaseToUnderscoresNamingStrategy {}",
                "@Entity class Plain { @Id Long id; }",
                "@Entity @Table(name = \"named\") class Named { @Id @Column(name = \"id\") Long id; String note; }");

        assertThat(snapshot.facts(DbTable.class)).extracting(DbTable::name).containsExactly("named");
        assertThat(gaps(snapshot, "DbTable", ""))
                .containsExactly(
                        "src/main/java/shop/A.java:4 its name is no constant, or a naming strategy of the service makes it");
        assertThat(gaps(snapshot, "DbColumn", ""))
                .contains("src/main/java/shop/A.java:5 a naming strategy of the service makes its name");
    }
}
