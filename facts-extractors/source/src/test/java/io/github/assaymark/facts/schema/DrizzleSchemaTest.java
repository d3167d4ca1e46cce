package io.github.assaymark.facts.schema;

import static io.github.assaymark.facts.schema.MemoryRepository.coverage;
import static io.github.assaymark.facts.schema.MemoryRepository.gaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DrizzleSchemaTest {
    private static final String IMPORTS = """
            import { pgTable, pgSchema, pgTableCreator, pgEnum, customType, text, uuid, integer } from 'drizzle-orm/pg-core';
            import { serial, timestamp, varchar, index, uniqueIndex, unique, primaryKey, foreignKey } from 'drizzle-orm/pg-core'; import { sql } from 'drizzle-orm';
            """;

    private static Snapshot scan(String... lines) {
        return new MemoryRepository()
                .with("services/loop/src/db/schema.ts", IMPORTS + String.join("\n", lines))
                .facts(new SchemaExtractor());
    }

    @Test
    void a_table_has_its_columns_with_their_names_in_the_database() {
        Snapshot snapshot = scan(
                "const state = pgEnum('state', ['open', 'paid']);",
                "const money = customType<{ data: number }>({ dataType() { return 'numeric(12,2)'; } });",
                "export const invoices = pgTable('invoices', {",
                "  id: uuid('id').defaultRandom().primaryKey(),",
                "  brandId: uuid('brand_id').notNull(),",
                "  number: varchar('number', { length: 20 }).notNull().unique('invoice_number'),",
                "  note: text(),",
                "  status: state('status').default('open').notNull(),",
                "  total: money('total').notNull(),",
                "  counter: serial('counter'),",
                "  tags: text('tags').array(),",
                "  createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),",
                "});");

        assertThat(snapshot.facts(DbTable.class)).singleElement().satisfies(table -> {
            assertThat(table.key()).isEqualTo("invoices");
            assertThat(table.owner()).isEqualTo("services/loop");
            assertThat(table.api()).isEqualTo(QueryApi.DRIZZLE);
            assertThat(table.constant()).isEqualTo("invoices");
            assertThat(table.file()).isEqualTo("services/loop/src/db/schema.ts");
        });
        assertThat(snapshot.facts(DbColumn.class))
                .extracting(
                        DbColumn::name,
                        DbColumn::property,
                        DbColumn::nullable,
                        DbColumn::defaultValue,
                        DbColumn::unique)
                .containsExactly(
                        tuple("brand_id", "brandId", false, null, false),
                        tuple("counter", "counter", false, null, false),
                        tuple("created_at", "createdAt", false, "now()", false),
                        tuple("id", "id", false, "gen_random_uuid()", true),
                        tuple("note", "note", true, null, false),
                        tuple("number", "number", false, null, true),
                        tuple("status", "status", false, "open", false),
                        tuple("tags", "tags", true, null, false),
                        tuple("total", "total", false, null, false));
        assertThat(snapshot.facts(DbColumn.class))
                .extracting(DbColumn::type)
                .contains("varchar({ length: 20 })", "text[]", "money", "state", "uuid");
        assertThat(snapshot.facts(DbIndex.class))
                .extracting(DbIndex::name, DbIndex::columns, DbIndex::unique)
                .containsExactly(tuple(null, List.of("id"), true), tuple("invoice_number", List.of("number"), true));
        assertThat(coverage(snapshot, "DbTable", "services/loop").status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(coverage(snapshot, "DbColumn", "services/loop").gaps()).isEmpty();
    }

    @Test
    void columns_are_found_in_spread_objects_and_functions_of_other_files() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "packages/columns/index.ts",
                        "import { uuid, timestamp } from 'drizzle-orm/pg-core';",
                        "export const tenant = { brandId: uuid('brand_id').notNull() };",
                        "export const dates = () => ({ createdAt: timestamp('created_at').notNull() });",
                        "export const key = (name: string) => uuid('id').primaryKey();")
                .with(
                        "src/schema.ts",
                        "import { pgTable, text } from 'drizzle-orm/pg-core';",
                        "import { tenant, dates, key } from '../packages/columns';",
                        "export const a = pgTable('a', { id: key('x'), ...tenant, ...dates(), note: text('note') });",
                        "export const b = pgTable('b', (t) => ({ id: t.uuid('id').notNull(), ...tenant }));")
                .facts(new SchemaExtractor());

        assertThat(snapshot.facts(DbColumn.class))
                .extracting(DbColumn::table, DbColumn::name, DbColumn::nullable, DbColumn::primaryKey)
                .containsExactly(
                        tuple("a", "brand_id", false, false),
                        tuple("a", "created_at", false, false),
                        tuple("a", "id", false, true),
                        tuple("a", "note", true, false),
                        tuple("b", "brand_id", false, false),
                        tuple("b", "id", false, false));
        assertThat(coverage(snapshot, "DbColumn", "").gaps()).isEmpty();
    }

    @Test
    void what_is_spread_from_something_open_leaves_the_columns_of_that_table_open() {
        Snapshot snapshot = scan(
                "import { shared, column } from '@platform/columns';",
                "export const a = pgTable('a', { ...shared, id: uuid('id').primaryKey() });",
                "export const b = pgTable('b', { id: uuid('id').primaryKey(), brand: column('brand_id') });",
                "export const c = pgTable(name(), { id: uuid('id').primaryKey() });");

        assertThat(snapshot.facts(DbTable.class)).extracting(DbTable::name).containsExactly("a", "b");
        assertThat(snapshot.facts(DbColumn.class))
                .extracting(DbColumn::table, DbColumn::name)
                .containsExactly(tuple("a", "id"), tuple("b", "id"));
        assertThat(snapshot.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor, Unresolved::reason)
                .containsExactlyInAnyOrder(
                        tuple("columns of a", "some of them are put together when the code runs"),
                        tuple("column of b", "it is made by something that is not in the repository"),
                        tuple("name of a table", "its name, or that of its schema, is no constant"));
        assertThat(gaps(snapshot, "DbColumn", "services/loop")).hasSize(3);
        assertThat(gaps(snapshot, "DbTable", "services/loop"))
                .containsExactly("services/loop/src/db/schema.ts:6 its name, or that of its schema, is no constant");
    }

    @Test
    void the_third_argument_holds_indexes_and_keys() {
        Snapshot snapshot = scan(
                "export const users = pgTable('users', { id: uuid('id').primaryKey(), no: integer('no') });",
                "export const a = pgTable('a', {",
                "  brandId: uuid('brand_id').notNull().references(() => users.id, { onDelete: 'cascade' }),",
                "  userNo: integer('user_no'),",
                "  email: text('email'),",
                "  slug: text('slug'),",
                "}, (t) => [",
                "  primaryKey({ name: 'a_pk', columns: [t.brandId, t.slug] }),",
                "  index('a_email').on(t.brandId, t.email.desc()),",
                "  index().using('gin', t.slug),",
                "  uniqueIndex('a_lower').on(sql`lower(${t.email})`),",
                "  uniqueIndex('a_part').on(t.email).where(sql`${t.slug} is null`),",
                "  unique('a_no').on(t.userNo),",
                "  foreignKey({ columns: [t.userNo], foreignColumns: [users.no] }),",
                "]);",
                "export const old = pgTable('old', { id: uuid('id') }, (t) => ({ byId: index('old_id').on(t.id) }));",
                "export const open = pgTable('open', { id: uuid('id') }, (t) => extras(t));");

        assertThat(snapshot.facts(DbIndex.class))
                .filteredOn(i -> i.table().equals("a"))
                .extracting(
                        DbIndex::name,
                        DbIndex::columns,
                        DbIndex::leading,
                        DbIndex::unique,
                        DbIndex::method,
                        DbIndex::predicate)
                .containsExactlyInAnyOrder(
                        tuple("a_pk", List.of("brand_id", "slug"), "brand_id", true, null, null),
                        tuple("a_email", List.of("brand_id", "email"), "brand_id", false, null, null),
                        tuple(null, List.of("slug"), "slug", false, "gin", null),
                        tuple("a_lower", List.of("sql`lower(${t.email})`"), null, true, null, null),
                        tuple("a_part", List.of("email"), "email", true, null, "sql`${t.slug} is null`"),
                        tuple("a_no", List.of("user_no"), "user_no", true, null, null));
        assertThat(snapshot.facts(DbIndex.class)).extracting(DbIndex::name).contains("old_id");
        assertThat(snapshot.facts(DbColumn.class))
                .filteredOn(c -> c.table().equals("a"))
                .extracting(
                        DbColumn::name,
                        DbColumn::nullable,
                        DbColumn::primaryKey,
                        DbColumn::unique,
                        DbColumn::references)
                .containsExactly(
                        tuple("brand_id", false, true, false, "users.id"),
                        tuple("email", true, false, false, null),
                        tuple("slug", false, true, false, null),
                        tuple("user_no", true, false, true, "users.no"));
        assertThat(snapshot.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor)
                .containsExactly("indexes of open");
    }

    @Test
    void schemas_and_creators_are_part_of_the_name() {
        Snapshot snapshot = scan(
                "const auth = pgSchema('auth');",
                "const createTable = pgTableCreator((name) => `shop_${name}`);",
                "export const keys = auth.table('keys', { id: uuid('id') });",
                "export const items = createTable('items', { id: uuid('id'), key: uuid('key').references(() => keys.id) });");

        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::key, DbTable::schema)
                .containsExactly(tuple("auth.keys", "auth"), tuple("shop_items", null));
        assertThat(snapshot.facts(DbColumn.class))
                .extracting(DbColumn::references)
                .contains("auth.keys.id");
    }

    @Test
    void casing_of_the_connection_names_columns_without_a_name() {
        Snapshot snapshot = scan(
                "import { drizzle } from 'drizzle-orm/node-postgres';",
                "export const a = pgTable('a', { brandId: uuid().notNull(), userURL: text() });",
                "export const db = drizzle(url, { casing: 'snake_case' });",
                "export const words = { casing: 'camelCase' };");

        assertThat(snapshot.facts(DbColumn.class)).extracting(DbColumn::name).containsExactly("brand_id", "user_url");
    }

    @Test
    void an_expression_of_a_column_is_not_the_column() {
        Snapshot snapshot = scan(
                "import { asc, sql as raw } from 'drizzle-orm';",
                "const lower = (column) => raw`lower(${column})`;",
                "export const a = pgTable('a', { mail: text('mail'), brand: text('brand_id') }, (t) => [",
                "  index('by_lower').on(lower(t.mail), t.brand),",
                "  index('by_order').on(t.brand.desc().nullsLast(), asc(t.mail)),",
                "]);");

        assertThat(snapshot.facts(DbIndex.class))
                .extracting(DbIndex::name, DbIndex::leading, DbIndex::columns)
                .containsExactlyInAnyOrder(
                        tuple("by_lower", null, List.of("lower(t.mail)", "brand_id")),
                        tuple("by_order", "brand_id", List.of("brand_id", "mail")));
    }

    @Test
    void casing_of_the_tool_counts_where_no_connection_says_another() {
        String table = "export const a = pgTable('a', { brandId: uuid(), given: text('givenName') });";
        String tool =
                "import { defineConfig } from 'drizzle-kit';\nexport default defineConfig({ casing: 'snake_case' });";
        String connection =
                "import { drizzle } from 'drizzle-orm/node-postgres';\nexport const db = drizzle(url, { casing: 'camelCase' });";
        MemoryRepository alone =
                new MemoryRepository().with("src/a.ts", IMPORTS + table).with("drizzle.config.ts", tool);
        assertThat(alone.facts(new SchemaExtractor()).facts(DbColumn.class))
                .extracting(DbColumn::name)
                .containsExactly("brand_id", "givenName");
        MemoryRepository other = alone.with("src/db.ts", connection);
        assertThat(other.facts(new SchemaExtractor()).facts(DbColumn.class))
                .extracting(DbColumn::name)
                .containsExactly("brandId", "givenName");
        Snapshot several = other.with("src/db2.ts", connection.replace("'camelCase'", "given()"))
                .facts(new SchemaExtractor());
        assertThat(several.facts(DbColumn.class)).extracting(DbColumn::name).containsExactly("givenName");
        assertThat(gaps(several, "DbColumn", ""))
                .singleElement()
                .asString()
                .endsWith("how names are made of properties is not known");
    }

    @Test
    void tests_and_others_of_that_name_make_no_tables() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "src/a.ts",
                        "import { pgTable } from './own';\nexport const a = pgTable('a', { id: uuid('id') });")
                .with("src/schema.test.ts", IMPORTS + "const b = pgTable('b', { id: uuid('id') });")
                .facts(new SchemaExtractor());

        assertThat(snapshot.facts(DbTable.class)).isEmpty();
    }
}
