package io.github.assaymark.facts.prisma;

import static io.github.assaymark.facts.schema.MemoryRepository.coverage;
import static io.github.assaymark.facts.schema.MemoryRepository.gaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.schema.MemoryRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.SchemaSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PrismaExtractorTest {
    private static final String POSTGRES = "datasource db {\n  provider = \"postgresql\"\n  url = env(\"DB_URL\")\n}\n";

    private static Snapshot scan(String... lines) {
        return new MemoryRepository()
                .with("prisma/schema.prisma", POSTGRES + String.join("\n", lines))
                .facts(new PrismaExtractor());
    }

    private static DbColumn column(Snapshot snapshot, String name) {
        return snapshot.facts(DbColumn.class).stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_model_is_a_table_with_its_names_in_the_database() {
        Snapshot snapshot = scan(
                "/// An invoice.",
                "model Invoice {",
                "  id        Int      @id @default(autoincrement())",
                "  brandId   String   @map(\"brand_id\") @db.VarChar(40)",
                "  note      String?  // free text with a } in it",
                "  state     State    @default(OPEN)",
                "  tags      String[]",
                "  area      Unsupported(\"circle\")?",
                "  changedAt DateTime @updatedAt @map(name: \"changed_at\")",
                "",
                "  @@map(\"invoices\")",
                "}",
                "enum State {",
                "  OPEN",
                "  PAID @map(\"paid\")",
                "}");

        assertThat(snapshot.facts(DbTable.class)).singleElement().satisfies(table -> {
            assertThat(table.key()).isEqualTo("invoices");
            assertThat(table.name()).isEqualTo("invoices");
            assertThat(table.schema()).isNull();
            assertThat(table.constant()).isEqualTo("Invoice");
            assertThat(table.api()).isEqualTo(QueryApi.PRISMA);
            assertThat(table.source()).isEqualTo(SchemaSource.CODE);
            assertThat(table.provenance())
                    .isEqualTo(new Provenance.File(null, "prisma/schema.prisma", 6, 0, 16, 0, null));
        });
        assertThat(snapshot.facts(DbColumn.class))
                .extracting(
                        DbColumn::key,
                        DbColumn::property,
                        DbColumn::type,
                        DbColumn::nullable,
                        DbColumn::defaultValue,
                        DbColumn::primaryKey)
                .containsExactly(
                        tuple("invoices.area@CODE", "area", "Unsupported(\"circle\")", true, null, false),
                        tuple("invoices.brand_id@CODE", "brandId", "String @db.VarChar(40)", false, null, false),
                        tuple("invoices.changed_at@CODE", "changedAt", "DateTime", false, null, false),
                        tuple("invoices.id@CODE", "id", "Int", false, "autoincrement()", true),
                        tuple("invoices.note@CODE", "note", "String", true, null, false),
                        tuple("invoices.state@CODE", "state", "State", false, "OPEN", false),
                        tuple("invoices.tags@CODE", "tags", "String[]", true, null, false));
        assertThat(coverage(snapshot, "DbTable", "").status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(coverage(snapshot, "DbColumn", "").gaps()).isEmpty();
        assertThat(snapshot.facts(PartialParse.class)).isEmpty();
    }

    @Test
    void relations_are_references_and_no_columns() {
        Snapshot snapshot = scan(
                "model Account {",
                "  brand String",
                "  code  String",
                "  orders Order[]",
                "  @@id([brand, code])",
                "  @@map(\"accounts\")",
                "}",
                "model Order {",
                "  id          Int     @id",
                "  accountBrand String @map(\"account_brand\")",
                "  accountCode String?",
                "  account     Account? @relation(fields: [accountBrand, accountCode],",
                "                                 references: [brand, code], onDelete: Cascade)",
                "}");

        assertThat(snapshot.facts(DbColumn.class))
                .extracting(DbColumn::table, DbColumn::name, DbColumn::references)
                .containsExactly(
                        tuple("Order", "accountCode", "accounts.code"),
                        tuple("Order", "account_brand", "accounts.brand"),
                        tuple("Order", "id", null),
                        tuple("accounts", "brand", null),
                        tuple("accounts", "code", null));
        assertThat(column(snapshot, "code").primaryKey()).isTrue();
        assertThat(column(snapshot, "code").unique()).isFalse();
        assertThat(column(snapshot, "id").unique()).isTrue();
    }

    @Test
    void keys_unique_constraints_and_indexes_are_indexes_in_the_order_of_their_columns() {
        Snapshot snapshot = scan(
                "model Message {",
                "  id      Int    @id(map: \"message_pk\")",
                "  brandId String @map(\"brand_id\")",
                "  slug    String @unique",
                "  sentAt  DateTime",
                "  @@unique([brandId, slug(length: 12)], name: \"inCode\", map: \"message_slug\")",
                "  @@index([",
                "    brandId, // the tenant",
                "    sentAt(sort: Desc),",
                "  ], map: \"message_sent\")",
                "  @@index(fields: [sentAt], type: Brin)",
                "  @@fulltext([slug])",
                "}");

        assertThat(snapshot.facts(DbIndex.class))
                .extracting(DbIndex::key, DbIndex::name, DbIndex::columns, DbIndex::unique, DbIndex::method)
                .containsExactly(
                        tuple(
                                "Message#brand_id,sentAt@CODE",
                                "message_sent",
                                List.of("brand_id", "sentAt"),
                                false,
                                null),
                        tuple("Message#brand_id,slug@CODE", "message_slug", List.of("brand_id", "slug"), true, null),
                        tuple("Message#id@CODE", "message_pk", List.of("id"), true, null),
                        tuple("Message#sentAt@CODE", null, List.of("sentAt"), false, "Brin"),
                        tuple("Message#slug@CODE", null, List.of("slug"), true, null),
                        tuple("Message#slug@CODE#2", null, List.of("slug"), false, "fulltext"));
        assertThat(column(snapshot, "slug").unique()).isTrue();
        assertThat(column(snapshot, "brand_id").unique()).isFalse();
    }

    @Test
    void a_relation_of_many_to_many_makes_a_table_that_no_model_shows() {
        Snapshot snapshot = scan(
                "model Post { ",
                "  id   BigInt @id",
                "  tags Tag[]",
                "  seen Tag[] @relation(\"SeenBy\")",
                "}",
                "model Tag {",
                "  id    String @id @map(\"tag_id\")",
                "  posts Post[]",
                "  sees  Post[] @relation(name: \"SeenBy\")",
                "  up    Tag[]  @relation(\"Tree\")",
                "  down  Tag[]  @relation(\"Tree\")",
                "}");

        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::name)
                .containsExactly("Post", "Tag", "_PostToTag", "_SeenBy", "_Tree");
        assertThat(snapshot.facts(DbColumn.class))
                .filteredOn(c -> c.table().equals("_PostToTag"))
                .extracting(DbColumn::name, DbColumn::type, DbColumn::references, DbColumn::nullable)
                .containsExactly(tuple("A", "BigInt", "Post.id", false), tuple("B", "String", "Tag.tag_id", false));
        assertThat(snapshot.facts(DbIndex.class))
                .filteredOn(i -> i.table().equals("_PostToTag"))
                .extracting(DbIndex::columns)
                .containsExactly(List.of("A", "B"), List.of("B"));
    }

    @Test
    void a_document_database_has_no_tables_of_relations_and_its_parts_are_columns() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "services/shop/schema.prisma",
                        "datasource db { ",
                        "  provider = \"mongodb\"",
                        "}",
                        "type Address {",
                        "  street String",
                        "}",
                        "model Buyer {",
                        "  id      String @id @map(\"_id\") @db.ObjectId",
                        "  home    Address",
                        "  past    Address[]",
                        "  friends Buyer[] @relation(\"F\")",
                        "  liked   Buyer[] @relation(\"F\")",
                        "  @@index([home.street])",
                        "}")
                .facts(new PrismaExtractor());

        assertThat(snapshot.facts(DbTable.class)).extracting(DbTable::name).containsExactly("Buyer");
        assertThat(snapshot.facts(DbColumn.class))
                .extracting(DbColumn::name, DbColumn::type, DbColumn::nullable)
                .containsExactly(
                        tuple("_id", "String @db.ObjectId", false),
                        tuple("home", "Address", false),
                        tuple("past", "Address[]", false));
        assertThat(snapshot.facts(DbIndex.class)).extracting(DbIndex::columns).contains(List.of("home.street"));
        assertThat(coverage(snapshot, "DbIndex", "services/shop").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void the_usual_schema_is_no_schema() {
        Snapshot snapshot = scan(
                "model Key {",
                "  id Int @id",
                "  @@schema(\"auth\")",
                "  @@map(\"keys\")",
                "}",
                "model Plain {",
                "  id    Int @id",
                "  keyId Int",
                "  key   Key @relation(fields: [keyId], references: [id])",
                "  @@schema(\"public\")",
                "}");

        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::key, DbTable::schema, DbTable::name)
                .containsExactly(tuple("Plain", null, "Plain"), tuple("auth.keys", "auth", "keys"));
        assertThat(column(snapshot, "keyId").references()).isEqualTo("auth.keys.id");
    }

    @Test
    void files_below_a_datasource_are_one_schema() {
        Snapshot snapshot = new MemoryRepository()
                .with("services/a/db/main.prisma", POSTGRES)
                .with("services/a/db/models/one.prisma", "model One {", "  id Int @id", "  kind Kind", "}")
                .with("services/a/db/models/kind.prisma", "enum Kind {", "  BIG", "}")
                .with("services/b/schema.prisma", POSTGRES, "model One {", "  id Int @id", "  kind Kind", "}")
                .facts(new PrismaExtractor());

        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::owner, DbTable::key, DbTable::file)
                .containsExactly(
                        tuple("services/a", "One", "services/a/db/models/one.prisma"),
                        tuple("services/b", "One", "services/b/schema.prisma"));
        assertThat(coverage(snapshot, "DbColumn", "services/a").status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(coverage(snapshot, "DbColumn", "services/a").matched()).isEqualTo(3);
        assertThat(gaps(snapshot, "DbColumn", "services/b"))
                .containsExactly("services/b/schema.prisma:8 the type Kind of One.kind is not declared in this schema");
        assertThat(coverage(snapshot, "DbTable", "services/b").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void two_complete_schemas_side_by_side_are_two() {
        Snapshot snapshot = new MemoryRepository()
                .with("schema.prisma", POSTGRES, "model One {", "  id Int @id", "  kind Kind", "}", "enum Kind {", "}")
                .with("sqlite.prisma", POSTGRES, "model One {", "  id Int @id", "  kind Int?", "}")
                .facts(new PrismaExtractor());

        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::key, DbTable::file)
                .containsExactly(tuple("One", "schema.prisma"), tuple("One#2", "sqlite.prisma"));
        assertThat(snapshot.facts(DbColumn.class))
                .extracting(DbColumn::key)
                .containsExactly("One#2.id@CODE", "One#2.kind@CODE", "One.id@CODE", "One.kind@CODE");
    }

    @Test
    void what_is_not_understood_is_a_gap_and_the_rest_is_kept() {
        Snapshot snapshot = scan(
                "model Good {",
                "  id Int @id @vendor.thing(x: 1) @unknown",
                "  @@strange(1)",
                "}",
                "model Bad {",
                "  id Int @id",
                "  old: String",
                "  @@index([missing])",
                "  @@index(",
                "}",
                "table Other {",
                "}",
                "loose words",
                "}",
                "model Open {",
                "  id Int @id @default(\"never",
                "model Last {",
                "  id Int @id",
                "}");

        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::name)
                .containsExactly("Bad", "Good", "Last", "Open");
        assertThat(gaps(snapshot, "DbColumn", ""))
                .containsExactly(
                        "prisma/schema.prisma:11 a field that is not understood",
                        "prisma/schema.prisma:12 the index names missing, which Bad does not have",
                        "prisma/schema.prisma:13 a bracket that is never closed",
                        "prisma/schema.prisma:13 an attribute that is not understood",
                        "prisma/schema.prisma:15 an unknown kind of block: table",
                        "prisma/schema.prisma:17 no block begins here",
                        "prisma/schema.prisma:18 a block that was not opened",
                        "prisma/schema.prisma:19 a block that is never closed",
                        "prisma/schema.prisma:20 a field that is not understood",
                        "prisma/schema.prisma:20 a text that never ends");
        assertThat(coverage(snapshot, "DbTable", "").status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(snapshot.facts(PartialParse.class)).singleElement().satisfies(partial -> {
            assertThat(partial.key()).isEqualTo("prisma/schema.prisma");
            assertThat(partial.reason()).contains("a bracket that is never closed");
        });
    }

    @Test
    void a_file_that_cannot_be_read_is_a_gap_of_everything() {
        Snapshot snapshot = new MemoryRepository()
                .with("a.prisma", "model A {", "  id Int @id", "}")
                .limited(new Limits(5, 10, 10, Duration.ofSeconds(5)))
                .facts(new PrismaExtractor());

        assertThat(coverage(snapshot, "DbTable", "").failed()).isEqualTo(1);
        assertThat(gaps(snapshot, "DbIndex", "")).singleElement().asString().startsWith("a.prisma:0 larger than");
        assertThat(gaps(snapshot, "PartialParse", "")).hasSize(1);
    }

    @Test
    void deep_brackets_are_a_gap() {
        Snapshot snapshot =
                scan("model A {", "  id Int @id @default(" + "[".repeat(9_000) + "]".repeat(9_000) + ")", "}");

        assertThat(gaps(snapshot, "DbColumn", "")).contains("prisma/schema.prisma:6 nested too deeply");
    }

    @Test
    void tests_templates_and_generated_copies_are_left_out() {
        Snapshot snapshot = new MemoryRepository()
                .with("services/_template/schema.prisma", "model A {", "  id Int @id", "}")
                .with("test/fixtures/schema.prisma", "model B {", "  id Int @id", "}")
                .with("src/generated/schema.prisma", "model C {", "  id Int @id", "}")
                .with("views.prisma", "view D {", "  id Int @unique", "}")
                .facts(new PrismaExtractor());

        assertThat(snapshot.facts(DbTable.class)).isEmpty();
        assertThat(coverage(snapshot, "DbTable", "").matched()).isEqualTo(1);
    }
}
