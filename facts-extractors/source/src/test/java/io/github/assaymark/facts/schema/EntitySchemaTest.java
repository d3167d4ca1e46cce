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
            "import { TableInheritance, ChildEntity, Entity, Column, PrimaryGeneratedColumn, PrimaryColumn, CreateDateColumn, DeleteDateColumn, ManyToOne, OneToMany, OneToOne, ManyToMany, JoinColumn, JoinTable, Index, Unique, BaseEntity, EntitySchema } from 'typeorm';\n";

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
        Snapshot snake = scan(
                entity,
                "import { SnakeNamingStrategy } from 'typeorm-naming-strategies';",
                "export const options = { namingStrategy: new SnakeNamingStrategy() };");
        assertThat(snake.facts(DbColumn.class)).extracting(DbColumn::name).containsExactly("entry_id", "noteText");
        assertThat(snake.facts(DbTable.class)).extracting(DbTable::name).containsExactly("audit_entry");

        for (String strategy : List.of(
                "{ namingStrategy: new HouseStrategy() };",
                "{ namingStrategy: new SnakeNamingStrategy() }; class SnakeNamingStrategy {}",
                "{ namingStrategy };")) {
            Snapshot own = scan(entity, "export const options = " + strategy);
            assertThat(own.facts(DbTable.class)).isEmpty();
            assertThat(gaps(own, "DbTable", ""))
                    .containsExactly(
                            "src/entities.ts:2 its name is no constant, or a naming strategy of the service makes it");
        }
    }

    @Test
    void what_is_not_written_out_is_open() {
        Snapshot snapshot = scan(
                "@Entity('a') @Index((a) => [a.b]) export class A { @PrimaryColumn() id: string; @Column({ ...shared }) b: string; @Column(options()) c: string; }",
                "export const B = new EntitySchema({ ...shared, name: 'b', columns: {} });");

        assertThat(gaps(snapshot, "DbColumn", ""))
                .containsExactly(
                        "src/entities.ts:2 its options are no constants of the repository",
                        "src/entities.ts:2 some of its options are put together when the code runs",
                        "src/entities.ts:3 it is put together when the code runs");
        assertThat(gaps(snapshot, "DbIndex", "")).contains("src/entities.ts:2 they are no properties of the class");
    }

    @Test
    void classes_may_share_a_table() {
        Snapshot snapshot = scan(
                "@Entity('content') @TableInheritance({ column: { type: 'varchar', name: 'kind' } })",
                "export class Content { @PrimaryColumn() id: string; @Column() title: string; @Column(() => Size) size: Size; }",
                "export class Size { @Column() pixelWidth: number; }",
                "export abstract class Media extends Content { @Column() mime: string; }",
                "@ChildEntity('photo') export class Photo extends Media { @Column() width: number; @ManyToOne(() => Author, { nullable: false }) author: Author; }",
                "@ChildEntity() export class Note extends Content { @Index() @Column({ name: 'note_text' }) text: string; }",
                "@Entity('authors') export class Author { @PrimaryColumn() id: string; }",
                "@ChildEntity() export class Lost extends Author { @Column() x: string; }");

        assertThat(snapshot.facts(DbTable.class)).extracting(DbTable::name).containsExactly("authors", "content");
        assertThat(snapshot.facts(DbColumn.class))
                .filteredOn(c -> c.table().equals("content"))
                .extracting(DbColumn::name, DbColumn::nullable, DbColumn::references)
                .containsExactly(
                        tuple("authorId", true, "authors.id"),
                        tuple("id", false, null),
                        tuple("kind", false, null),
                        tuple("mime", true, null),
                        tuple("note_text", true, null),
                        tuple("sizePixelwidth", true, null),
                        tuple("title", false, null),
                        tuple("width", true, null));
        assertThat(snapshot.facts(DbIndex.class))
                .filteredOn(i -> i.table().equals("content"))
                .extracting(DbIndex::columns, DbIndex::unique)
                .containsExactlyInAnyOrder(
                        tuple(List.of("id"), true), tuple(List.of("kind"), false), tuple(List.of("note_text"), false));
        assertThat(gaps(snapshot, "DbColumn", ""))
                .containsExactly("src/entities.ts:9 the class whose table it shares is not known");
    }

    @Test
    void a_shared_table_without_a_written_column_for_the_class_is_open() {
        Snapshot snapshot = scan(
                "@Entity('content') @TableInheritance() export class Content { @PrimaryColumn() id: string; }",
                "@ChildEntity() export class Note extends Content { @Column() text: string; }");

        assertThat(gaps(snapshot, "DbColumn", ""))
                .containsExactly("src/entities.ts:2 which column tells the classes of the table apart is not written");
    }

    @Test
    void tables_between_entities_have_the_names_that_are_written() {
        Snapshot snapshot = scan(
                "@Entity('tags') export class Tag { @PrimaryColumn() id: string; @Column() code: string; }",
                "@Entity('posts') export class Post {",
                "  @PrimaryColumn({ name: 'post_no' }) no: string; @PrimaryColumn() locale: string;",
                "  @ManyToMany(() => Tag) @JoinTable({ name: 'post_tags', joinColumns: [{ name: 'p_no', referencedColumnName: 'no' }, { name: 'p_loc', referencedColumnName: 'locale' }], inverseJoinColumn: { referencedColumnName: 'code' } }) tags: Tag[];",
                "  @ManyToMany(() => Tag) @JoinTable(options()) other: Tag[];",
                "  @ManyToMany(() => Gone) @JoinTable() gone: Gone[];",
                "}",
                "@Entity('friends') export class Friend { @PrimaryColumn() id: string; @ManyToMany(() => Friend) @JoinTable() near: Friend[]; }");

        assertThat(snapshot.facts(DbColumn.class))
                .filteredOn(c -> c.table().equals("post_tags") || c.table().equals("friends_near_friends"))
                .extracting(DbColumn::table, DbColumn::name, DbColumn::references)
                .containsExactly(
                        tuple("friends_near_friends", "friendsId_1", "friends.id"),
                        tuple("friends_near_friends", "friendsId_2", "friends.id"),
                        tuple("post_tags", "p_loc", "posts.locale"),
                        tuple("post_tags", "p_no", "posts.post_no"),
                        tuple("post_tags", "tagsCode", "tags.code"));
        assertThat(snapshot.facts(DbIndex.class))
                .filteredOn(i -> i.table().equals("post_tags"))
                .extracting(DbIndex::columns, DbIndex::unique)
                .containsExactlyInAnyOrder(
                        tuple(List.of("p_no", "p_loc", "tagsCode"), true),
                        tuple(List.of("p_no", "p_loc"), false),
                        tuple(List.of("tagsCode"), false));
        assertThat(gaps(snapshot, "DbTable", ""))
                .containsExactly(
                        "src/entities.ts:6 its name or its columns are not known",
                        "src/entities.ts:7 its name or its columns are not known");
    }

    @Test
    void prefixes_of_embedded_classes_and_of_tables_are_part_of_names() {
        Snapshot snapshot = scan(
                "@Entity('people') export class Person {",
                "  @PrimaryColumn() id: string;",
                "  @Column(() => Name, { prefix: 'full' }) name: Name;",
                "  @Column(() => Name, { prefix: false }) plain: Name;",
                "  @Column(() => Name, { prefix: given() }) open: Name;",
                "}",
                "export class Name { @Column() firstPart: string; @Column({ name: 'last_part' }) last: string; }",
                "@Entity() export class Log { @PrimaryColumn() id: string; }",
                "export const options = { entityPrefix: 'app_' };");

        assertThat(snapshot.facts(DbTable.class)).extracting(DbTable::name).containsExactly("app_log", "app_people");
        assertThat(snapshot.facts(DbColumn.class))
                .filteredOn(c -> c.table().equals("app_people"))
                .extracting(DbColumn::name)
                .containsExactly("firstPart", "fullFirstpart", "fullLast_part", "id", "last_part");
        assertThat(gaps(snapshot, "DbColumn", ""))
                .containsExactly("src/entities.ts:6 its prefix is no constant of the repository");
    }

    @Test
    void entities_may_be_objects() {
        Snapshot snapshot = scan(
                "export const Rate = new EntitySchema({",
                "  name: 'Rate', tableName: 'rates', schema: 'money',",
                "  columns: {",
                "    id: { type: Number, primary: true, generated: true },",
                "    brandId: { type: 'uuid', name: 'brand_id' },",
                "    code: { type: String, unique: true, nullable: true, default: 'x' },",
                "    createdAt: { type: 'timestamp', createDate: true },",
                "    open: given(),",
                "  },",
                "  relations: {",
                "    owner: { type: 'many-to-one', target: 'Owner', joinColumn: { name: 'owner_id' }, nullable: false },",
                "    other: { type: 'many-to-one', target: 'Owner' },",
                "    lines: { type: 'one-to-many', target: 'Line' },",
                "  },",
                "  indices: [{ name: 'by_brand', columns: ['brandId', 'code'], unique: true }, { columns: ['gone'] }],",
                "});",
                "export const Usual = new EntitySchema({ name: 'PriceList', columns: { id: { type: Number, primary: true } } });",
                "export const Later = new EntitySchema({ name: given(), columns: {} });");

        assertThat(snapshot.facts(DbTable.class))
                .extracting(DbTable::key, DbTable::constant)
                .containsExactly(tuple("money.rates", "Rate"), tuple("price_list", "PriceList"));
        assertThat(snapshot.facts(DbColumn.class))
                .filteredOn(c -> c.table().equals("money.rates"))
                .extracting(DbColumn::name, DbColumn::nullable, DbColumn::defaultValue, DbColumn::primaryKey)
                .containsExactly(
                        tuple("brand_id", false, null, false),
                        tuple("code", true, "x", false),
                        tuple("createdAt", false, "now()", false),
                        tuple("id", false, null, true),
                        tuple("owner_id", false, null, false));
        assertThat(snapshot.facts(DbIndex.class))
                .filteredOn(i -> "by_brand".equals(i.name()))
                .singleElement()
                .satisfies(i -> assertThat(i.columns()).containsExactly("brand_id", "code"));
        assertThat(gaps(snapshot, "DbColumn", ""))
                .containsExactly(
                        "src/entities.ts:9 it is put together when the code runs",
                        "src/entities.ts:13 the name of the column it is stored in is not known",
                        "src/entities.ts:19 it is put together when the code runs");
        assertThat(gaps(snapshot, "DbIndex", "")).contains("src/entities.ts:16 they are no properties of the entity");
    }
}
