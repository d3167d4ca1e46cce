package io.github.assaymark.facts.schema;

import static io.github.assaymark.facts.schema.MemoryRepository.gaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.QueryApi;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EntitySchemaTest {
    private static final String IMPORTS =
            "import { Entity, Column, PrimaryGeneratedColumn, PrimaryColumn, CreateDateColumn, DeleteDateColumn, ManyToOne, OneToMany, OneToOne, ManyToMany, JoinColumn, JoinTable, Index, Unique, BaseEntity, EntitySchema } from 'typeorm';\n";

    private static Snapshot scan(String... lines) {
        return new MemoryRepository()
                .with("src/entities.ts", IMPORTS + String.join("\n", lines))
                .facts(new SchemaExtractor());
    }

    @Test
    void an_entity_is_a_table_with_its_columns() {
        Snapshot snapshot = scan(
                "@Entity({ name: 'nodes', schema: 'config' })",
                "@Index('by_path', ['brandId', 'path'], { unique: true })",
                "@Unique(['path'])",
                "export class Node extends BaseEntity {",
                "  @PrimaryGeneratedColumn('uuid') id: string;",
                "  @Column({ name: 'brand_id' }) brandId: string;",
                "  @Column('varchar', { length: 40, nullable: true, default: '/' }) path?: string;",
                "  @Column({ type: 'int', unique: true }) place: number;",
                "  @Index() @Column() kind: string;",
                "  @CreateDateColumn() createdAt: Date;",
                "  @DeleteDateColumn() deletedAt: Date;",
                "  scratch: string;",
                "}");

        assertThat(snapshot.facts(DbTable.class)).singleElement().satisfies(table -> {
            assertThat(table.key()).isEqualTo("config.nodes");
            assertThat(table.schema()).isEqualTo("config");
            assertThat(table.api()).isEqualTo(QueryApi.TYPEORM);
            assertThat(table.constant()).isEqualTo("Node");
        });
        assertThat(snapshot.facts(DbColumn.class))
                .extracting(
                        DbColumn::name, DbColumn::type, DbColumn::nullable, DbColumn::defaultValue, DbColumn::unique)
                .containsExactly(
                        tuple("brand_id", "string", false, null, false),
                        tuple("createdAt", "Date", false, "now()", false),
                        tuple("deletedAt", "Date", true, null, false),
                        tuple("id", "uuid", false, null, true),
                        tuple("kind", "string", false, null, false),
                        tuple("path", "varchar", true, "/", true),
                        tuple("place", "int", false, null, true));
        assertThat(snapshot.facts(DbIndex.class))
                .extracting(DbIndex::name, DbIndex::columns, DbIndex::unique)
                .containsExactlyInAnyOrder(
                        tuple("by_path", List.of("brand_id", "path"), true),
                        tuple(null, List.of("path"), true),
                        tuple(null, List.of("place"), true),
                        tuple(null, List.of("kind"), false),
                        tuple(null, List.of("id"), true));
    }

    @Test
    void relations_are_columns_and_tables_between() {
        Snapshot snapshot = scan(
                "@Entity() export class UserGroup { @PrimaryColumn() id: number; }",
                "@Entity('people') export class Person {",
                "  @PrimaryGeneratedColumn() id: number;",
                "  @ManyToOne(() => UserGroup, { nullable: false }) group: UserGroup;",
                "  @OneToOne(() => Person) @JoinColumn({ name: 'boss_id' }) boss: Person;",
                "  @OneToMany(() => Person, (p) => p.boss) team: Person[];",
                "  @OneToOne(() => Person, (p) => p.boss) other: Person;",
                "  @ManyToMany(() => UserGroup) @JoinTable() groups: UserGroup[];",
                "}");

        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::name)
                .containsExactly("people", "people_groups_user_group", "user_group");
        assertThat(snapshot.facts(DbColumn.class))
                .filteredOn(c -> c.table().startsWith("people"))
                .extracting(DbColumn::table, DbColumn::name, DbColumn::nullable, DbColumn::references)
                .containsExactly(
                        tuple("people", "boss_id", true, "people.id"),
                        tuple("people", "groupId", false, "user_group.id"),
                        tuple("people", "id", false, null),
                        tuple("people_groups_user_group", "peopleId", false, "people.id"),
                        tuple("people_groups_user_group", "userGroupId", false, "user_group.id"));
    }

    @Test
    void columns_come_from_superclasses_and_embedded_classes() {
        Snapshot snapshot = new MemoryRepository()
                .with(
                        "src/base.ts",
                        "import { Column, PrimaryColumn } from 'typeorm';",
                        "export abstract class Base { @PrimaryColumn() id: string; @Column() brandId: string; }",
                        "export class Money { @Column() cents: number; }")
                .with(
                        "src/order.ts",
                        "import { Entity, Column } from 'typeorm';",
                        "import { Base, Money } from './base';",
                        "import { Audited } from '@platform/entities';",
                        "@Entity('orders') export class Order extends Base { @Column(() => Money) total: Money; }",
                        "@Entity('odd') export class Odd extends Audited { @Column() a: string; }")
                .facts(new SchemaExtractor());

        assertThat(snapshot.facts(DbColumn.class))
                .extracting(DbColumn::table, DbColumn::name)
                .containsExactly(
                        tuple("odd", "a"),
                        tuple("orders", "brandId"),
                        tuple("orders", "id"),
                        tuple("orders", "totalCents"));
        assertThat(gaps(snapshot, "DbColumn", ""))
                .containsExactly("src/order.ts:5 what the class extends is not in the repository");
    }

    @Test
    void naming_strategies_decide_names_that_are_not_written() {
        String entity =
                "@Entity() export class AuditEntry { @PrimaryColumn() entryId: string; @Column('text', { name: 'noteText' }) note: string; }";
        Snapshot snake = scan(entity, "export const options = { namingStrategy: new SnakeNamingStrategy() };");
        assertThat(snake.facts(DbColumn.class)).extracting(DbColumn::name).containsExactly("entry_id", "noteText");
        assertThat(snake.facts(DbTable.class)).extracting(DbTable::name).containsExactly("audit_entry");

        Snapshot own = scan(entity, "export const options = { namingStrategy: new HouseStrategy() };");
        assertThat(own.facts(DbTable.class)).isEmpty();
        assertThat(gaps(own, "DbTable", ""))
                .containsExactly(
                        "src/entities.ts:2 its name is no constant, or a naming strategy of the service makes it");
    }

    @Test
    void what_is_not_written_out_is_open() {
        Snapshot snapshot = scan(
                "@Entity('a') @Index((a) => [a.b]) export class A { @PrimaryColumn() id: string; @Column({ ...shared }) b: string; @Column(options()) c: string; }",
                "export const B = new EntitySchema({ name: 'b', columns: {} });");

        assertThat(gaps(snapshot, "DbColumn", ""))
                .containsExactly(
                        "src/entities.ts:2 its options are no constants of the repository",
                        "src/entities.ts:2 some of its options are put together when the code runs",
                        "src/entities.ts:3 schemas without classes are not read");
        assertThat(gaps(snapshot, "DbIndex", "")).contains("src/entities.ts:2 they are no properties of the class");
    }
}
