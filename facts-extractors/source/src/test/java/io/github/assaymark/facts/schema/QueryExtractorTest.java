package io.github.assaymark.facts.schema;

import static io.github.assaymark.facts.schema.MemoryRepository.coverage;
import static io.github.assaymark.facts.schema.MemoryRepository.gaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.QueryOperation;
import io.github.assaymark.model.fact.QueryUse;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueryExtractorTest {
    private static MemoryRepository drizzle() {
        return new MemoryRepository()
                .with(
                        "src/schema.ts",
                        "import { pgTable, text, uuid } from 'drizzle-orm/pg-core';",
                        "export const orders = pgTable('orders', { id: uuid('id'), brandId: uuid('brand_id'), state: text('state') });",
                        "export const lines = pgTable('order_lines', { id: uuid('id'), orderId: uuid('order_id') });")
                .with(
                        "src/db.ts",
                        "import { drizzle } from 'drizzle-orm/node-postgres';",
                        "import * as schema from './schema';",
                        "export const db = drizzle(process.env.URL, { schema });");
    }

    private static Snapshot drizzle(String... lines) {
        return drizzle()
                .with(
                        "src/repo.ts",
                        "import { and, eq, ne, or, inArray, sql } from 'drizzle-orm';\nimport { db } from './db';\nimport { orders, lines } from './schema';\n"
                                + String.join("\n", lines))
                .facts(new QueryExtractor());
    }

    @Test
    void queries_of_drizzle_have_a_table_and_the_columns_that_must_match() {
        Snapshot snapshot = drizzle(
                "export class Orders {",
                "  async one(brandId: string, id: string) {",
                "    return db.select().from(orders).where(and(eq(orders.brandId, brandId), eq(orders.id, id))).limit(1);",
                "  }",
                "  loose = (b: string) => db.select({ id: orders.id }).from(orders).where(or(eq(orders.brandId, b), eq(orders.state, 'x')));",
                "  all() { return db.select().from(orders); }",
                "  unlike(b: string) { return db.select().from(orders).where(ne(orders.brandId, b)); }",
                "  add(b: string) { return db.insert(orders).values({ id: '1', brandId: b }).onConflictDoNothing(); }",
                "  put(b: string) { return db.insert(orders).values([{ id: '1', brandId: b }, { brandId: b }]).onConflictDoUpdate({ target: orders.id, set: { state: 'x' } }); }",
                "  set(b: string) { return db.update(orders).set({ state: 'x' }).where(eq(orders.brandId, b)); }",
                "  drop(b: string) { return db.delete(orders).where(inArray(orders.brandId, [b])); }",
                "}");

        assertThat(snapshot.facts(QueryUse.class))
                .extracting(
                        QueryUse::enclosingFunction,
                        QueryUse::operation,
                        QueryUse::table,
                        QueryUse::filters,
                        QueryUse::written,
                        QueryUse::filtered)
                .containsExactlyInAnyOrder(
                        tuple("one", QueryOperation.SELECT, "orders", List.of("brand_id", "id"), List.of(), true),
                        tuple("loose", QueryOperation.SELECT, "orders", List.of(), List.of(), true),
                        tuple("all", QueryOperation.SELECT, "orders", List.of(), List.of(), false),
                        tuple("unlike", QueryOperation.SELECT, "orders", List.of(), List.of(), true),
                        tuple("add", QueryOperation.INSERT, "orders", List.of(), List.of("brand_id", "id"), false),
                        tuple("put", QueryOperation.UPSERT, "orders", List.of(), List.of("brand_id"), false),
                        tuple("set", QueryOperation.UPDATE, "orders", List.of("brand_id"), List.of("state"), true),
                        tuple("drop", QueryOperation.DELETE, "orders", List.of("brand_id"), List.of(), true));
        assertThat(snapshot.facts(QueryUse.class)).allSatisfy(query -> {
            assertThat(query.api()).isEqualTo(QueryApi.DRIZZLE);
            assertThat(query.enclosingClass()).isEqualTo("Orders");
            assertThat(query.raw()).isFalse();
        });
        assertThat(coverage(snapshot, "QueryUse", "").status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void joined_tables_are_read_too_and_transactions_are_named() {
        Snapshot snapshot = drizzle(
                "export async function report(brandId: string) {",
                "  await db.transaction(async (work) => {",
                "    await work.select().from(orders).innerJoin(lines, eq(lines.orderId, orders.id)).where(eq(orders.brandId, brandId));",
                "  });",
                "}",
                "export const later = (tx: Tx) => tx.insert(lines).values({ orderId: '1' });");

        assertThat(snapshot.facts(QueryUse.class))
                .extracting(QueryUse::table, QueryUse::filters, QueryUse::transaction)
                .containsExactlyInAnyOrder(
                        tuple("order_lines", List.of("order_id"), "work"),
                        tuple("orders", List.of("brand_id", "id"), "work"),
                        tuple("order_lines", List.of(), "tx"));
        assertThat(snapshot.facts(QueryUse.class))
                .filteredOn(query -> "work".equals(query.transaction()))
                .extracting(QueryUse::query)
                .containsOnly("src/repo.ts#report:select orders");
        assertThat(snapshot.facts(QueryUse.class))
                .filteredOn(query -> "tx".equals(query.transaction()))
                .allMatch(query -> query.query().equals(query.key()));
    }

    @Test
    void query_tells_whether_all_of_its_condition_is_known() {
        Snapshot snapshot = drizzle(
                "import { scoped } from '@platform/db';",
                "export const whole = (b: string) => db.select().from(orders).where(eq(orders.id, b));",
                "export const part = (b: string) => db.select().from(orders).where(and(eq(orders.id, b), scoped(b)));",
                "export const plain = (b: string) => db.execute(sql`select * from orders where id = ${b}`);",
                "export const loose = (b: string) => db.execute(sql`select * from orders where id = ${b} or state = 'x'`);",
                "export const blind = (b: string) => db.execute(sql`insert into orders values (${b})`);");

        assertThat(snapshot.facts(QueryUse.class))
                .extracting(QueryUse::enclosingFunction, QueryUse::filters, QueryUse::known)
                .containsExactlyInAnyOrder(
                        tuple("whole", List.of("id"), true),
                        tuple("part", List.of("id"), false),
                        tuple("plain", List.of("id"), true),
                        tuple("loose", List.of(), false),
                        tuple("blind", List.of(), false));
    }

    @Test
    void relational_queries_find_their_table_by_its_constant() {
        Snapshot snapshot = drizzle(
                "export const a = (b: string) => db.query.orders.findMany({ where: (o, { eq }) => eq(o.brandId, b) });",
                "export const c = (b: string) => db.query.orders.findFirst({ where: eq(orders.id, b), with: { lines: true } });",
                "export const d = () => db.query.missing.findMany();");

        assertThat(snapshot.facts(QueryUse.class))
                .extracting(QueryUse::enclosingFunction, QueryUse::table, QueryUse::filters)
                .containsExactlyInAnyOrder(
                        tuple("a", "orders", List.of("brand_id")), tuple("c", "orders", List.of("id")));
        assertThat(snapshot.facts(Unresolved.class))
                .extracting(Unresolved::reason)
                .containsExactly("no table of this name is imported");
    }

    @Test
    void conditions_put_together_at_run_time_leave_the_query_open() {
        Snapshot snapshot = drizzle(
                "export const a = (where: SQL) => db.select().from(orders).where(where);",
                "export function b() { let q = db.select().from(orders).$dynamic(); return q.where(eq(orders.brandId, '1')); }",
                "export const c = (b: string, more: SQL[]) => db.select().from(orders).where(and(eq(orders.brandId, b), ...more));",
                "export const d = (row: Row) => db.insert(orders).values(row);");

        assertThat(snapshot.facts(QueryUse.class))
                .extracting(QueryUse::enclosingFunction, QueryUse::filters)
                .containsExactly(tuple("c", List.of("brand_id")));
        assertThat(gaps(snapshot, "QueryUse", "")).hasSize(4);
    }

    @Test
    void sql_texts_are_recognised_when_they_are_plain() {
        Snapshot snapshot = drizzle(
                "import { Pool } from 'pg';",
                "const pool = new Pool();",
                "export const a = (b: string) => db.execute(sql`delete from ${orders} where ${orders.brandId} = ${b}`);",
                "export const c = (b: string) => pool.query('SELECT * FROM public.invoices i WHERE i.brand_id = $1 AND i.state = $2', [b]);",
                "export const d = (t: string) => pool.query(`select * from ${t}`);",
                "export const e = () => pool.query('select 1');");

        assertThat(snapshot.facts(QueryUse.class))
                .extracting(
                        QueryUse::enclosingFunction,
                        QueryUse::table,
                        QueryUse::operation,
                        QueryUse::filters,
                        QueryUse::raw)
                .containsExactlyInAnyOrder(
                        tuple("a", "orders", QueryOperation.DELETE, List.of("brand_id"), true),
                        tuple("c", "invoices", QueryOperation.SELECT, List.of("brand_id", "state"), true),
                        tuple("d", null, QueryOperation.OTHER, List.of(), true));
        assertThat(gaps(snapshot, "QueryUse", "")).containsExactly("src/repo.ts:8 the statement is not understood");
    }

    @Test
    void queries_of_prisma_use_the_names_of_the_schema() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "services/a/prisma/schema.prisma",
                        "model Order {",
                        "  id String @id",
                        "  brandId String @map(\"brand_id\")",
                        "  state String",
                        "  @@map(\"orders\")",
                        "}")
                .with(
                        "services/a/src/repo.ts",
                        "import { PrismaClient } from '@prisma/client';",
                        "const prisma = new PrismaClient();",
                        "export const a = (b: string) => prisma.order.findMany({ where: { brandId: b, OR: [{ state: 'x' }] } });",
                        "export const c = (b: string) => prisma.order.create({ data: { brandId: b, state: 'new' } });",
                        "export const d = () => prisma.order.deleteMany();",
                        "export const e = (w: Where) => prisma.order.findMany({ where: w });",
                        "export const f = () => prisma.ghost.findMany();",
                        "export const g = (b: string) => prisma.$transaction(async (tx) => { await tx.order.updateMany({ where: { AND: [{ brandId: b }], state: { not: 'x' } }, data: { state: 'y' } }); });",
                        "export const h = (b: string) => prisma.$queryRaw`select * from orders where brand_id = ${b}`;")
                .facts(new QueryExtractor());

        assertThat(snapshot.facts(QueryUse.class))
                .extracting(
                        QueryUse::enclosingFunction,
                        QueryUse::table,
                        QueryUse::operation,
                        QueryUse::filters,
                        QueryUse::written,
                        QueryUse::transaction)
                .containsExactlyInAnyOrder(
                        tuple("a", "orders", QueryOperation.SELECT, List.of("brand_id"), List.of(), null),
                        tuple("c", "orders", QueryOperation.INSERT, List.of(), List.of("brand_id", "state"), null),
                        tuple("d", "orders", QueryOperation.DELETE, List.of(), List.of(), null),
                        tuple("g", "orders", QueryOperation.UPDATE, List.of("brand_id"), List.of("state"), "tx"),
                        tuple("h", "orders", QueryOperation.SELECT, List.of("brand_id"), List.of(), null));
        assertThat(gaps(snapshot, "QueryUse", "services/a"))
                .containsExactly(
                        "services/a/src/repo.ts:6 a part of it is put together when the code runs",
                        "services/a/src/repo.ts:7 the schema has no such model");
    }

    @Test
    void queries_of_typeorm_are_found_through_their_repositories() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "src/node.ts",
                        "import { Entity, Column, PrimaryColumn } from 'typeorm';",
                        "@Entity('nodes') export class Node { @PrimaryColumn() id: string; @Column({ name: 'brand_id' }) brandId: string; @Column() path: string; }")
                .with(
                        "src/nodes.ts",
                        "import { Repository } from 'typeorm';",
                        "import { InjectRepository } from '@nestjs/typeorm';",
                        "import { Node } from './node';",
                        "export class Nodes {",
                        "  constructor(@InjectRepository(Node) private readonly nodes: Repository<Node>) {}",
                        "  one(b: string) { return this.nodes.findOne({ where: { brandId: b, id: '1' } }); }",
                        "  by(b: string) { return this.nodes.findBy([{ brandId: b, path: 'a' }, { brandId: b }]); }",
                        "  all() { return this.nodes.find(); }",
                        "  put(b: string) { return this.nodes.save({ id: '1', brandId: b }); }",
                        "  set(b: string) { return this.nodes.update({ brandId: b }, { path: 'x' }); }",
                        "  built(b: string) { return this.nodes.createQueryBuilder('n').where('n.brandId = :b', { b }).getMany(); }",
                        "  names() { return this.list.find((n) => n); }",
                        "}")
                .facts(new QueryExtractor());

        assertThat(snapshot.facts(QueryUse.class))
                .extracting(
                        QueryUse::enclosingFunction,
                        QueryUse::table,
                        QueryUse::operation,
                        QueryUse::filters,
                        QueryUse::written)
                .containsExactlyInAnyOrder(
                        tuple("one", "nodes", QueryOperation.SELECT, List.of("brand_id", "id"), List.of()),
                        tuple("by", "nodes", QueryOperation.SELECT, List.of("brand_id"), List.of()),
                        tuple("all", "nodes", QueryOperation.SELECT, List.of(), List.of()),
                        tuple("put", "nodes", QueryOperation.UPSERT, List.of(), List.of("brand_id", "id")),
                        tuple("set", "nodes", QueryOperation.UPDATE, List.of("brand_id"), List.of("path")),
                        tuple("built", "nodes", QueryOperation.SELECT, List.of("brand_id"), List.of()));
    }

    @Test
    void statements_are_plain_or_not_understood() {
        assertThat(SqlText.of("update users set name = ?, age = 3 where id = ? returning id"))
                .containsExactly(new SqlText.Use(
                        "users", QueryOperation.UPDATE, List.of("id"), List.of("name", "age"), true, true));
        assertThat(SqlText.of(
                        "insert into auth.keys (id, \"brand\") values (?, ?) on conflict (id) do update set brand = ?"))
                .containsExactly(new SqlText.Use(
                        "auth.keys", QueryOperation.UPSERT, List.of(), List.of("id", "brand"), false, true));
        assertThat(SqlText.of("select a.x from a join b on b.id = a.id where b.brand = ? and a.z in (?)"))
                .containsExactly(
                        new SqlText.Use("a", QueryOperation.SELECT, List.of("z"), List.of(), true, true),
                        new SqlText.Use("b", QueryOperation.SELECT, List.of("brand"), List.of(), true, true));
        assertThat(SqlText.of("select * from a where brand = ? or x = 1"))
                .containsExactly(new SqlText.Use("a", QueryOperation.SELECT, List.of(), List.of(), true, false));
        assertThat(SqlText.of("with x as (select 1) select * from x")).isNull();
        assertThat(SqlText.of("delete from a; drop table a")).isNull();
        assertThat(SqlText.of("create table a (id int)")).isNull();
        assertThat(SqlText.of("select now()")).isEmpty();
    }
}
