package io.github.assaymark.facts.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.fact.DownMigration;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import io.github.assaymark.model.fact.StatementParse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SetsTest {
    private static List<String> names(MigrationHistory history) {
        return history.migrations().stream().map(MigrationScript::key).toList();
    }

    private static List<String> up(MigrationHistory history, int migration) {
        return history.migrations().get(migration).up().statements().stream()
                .map(s -> s.place().line() + ":" + s.place().column() + " " + s.text())
                .toList();
    }

    private static List<String> reasons(MigrationHistory history) {
        return history.problems().stream()
                .map(p -> p.path() + ":" + p.line() + " " + p.reason())
                .toList();
    }

    @Test
    void drizzle_kit_goes_by_its_journal_and_cuts_at_breakpoints() {
        MigrationHistory history = MigrationFixture.of(
                        "packages/db/drizzle/meta/_journal.json",
                        """
                        {"version": "7", "dialect": "postgresql", "entries": [
                          {"idx": 0, "when": 100, "tag": "0000_first"},
                          {"idx": 1, "when": 200, "tag": "0001_second"}
                        ]}
                        """,
                        "packages/db/drizzle/0001_second.sql",
                        "ALTER TABLE \"orders\" ADD COLUMN \"note\" text;",
                        "packages/db/drizzle/0000_first.sql",
                        "CREATE TABLE \"orders\" (\"id\" uuid)\n--> statement-breakpoint\nCREATE INDEX \"by_id\" ON \"orders\" (\"id\");")
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.DRIZZLE);
        assertThat(history.transaction()).isEqualTo(MigrationTransaction.ALL_PENDING);
        assertThat(history.dialect()).isEqualTo(SqlDialect.POSTGRESQL);
        assertThat(names(history)).containsExactly("packages/db/drizzle/0000_first", "packages/db/drizzle/0001_second");
        assertThat(up(history, 0))
                .containsExactly(
                        "1:1 CREATE TABLE \"orders\" (\"id\" uuid)",
                        "3:1 CREATE INDEX \"by_id\" ON \"orders\" (\"id\")");
        assertThat(history.migrations().get(0).back()).isEqualTo(DownMigration.NONE);
        assertThat(reasons(history)).isEmpty();
    }

    @Test
    void a_journal_that_disagrees_with_its_files_is_said() {
        MigrationHistory history = MigrationFixture.of(
                        "drizzle/meta/_journal.json",
                        """
                        {"dialect": "postgresql", "entries": [
                          {"idx": 0, "when": 300, "tag": "0000_a"},
                          {"idx": 1, "when": 200, "tag": "0001_b"},
                          {"idx": 2, "when": 400, "tag": "0002_gone"}
                        ]}
                        """,
                        "drizzle/0000_a.sql",
                        "create table a (x jsonb);",
                        "drizzle/0001_b.sql",
                        "create table b (x jsonb);",
                        "drizzle/0003_alone.sql",
                        "create table c (x jsonb);")
                .history();
        assertThat(reasons(history))
                .containsExactly(
                        "drizzle/meta/_journal.json:3 it is older than an entry before it: databases that have that one"
                                + " never get it",
                        "drizzle/meta/_journal.json:4 there is no file of this entry",
                        "drizzle/0003_alone.sql:0 the journal has no entry of this file");
        assertThat(names(history)).containsExactly("drizzle/0000_a", "drizzle/0001_b");
    }

    @Test
    void a_damaged_journal_leaves_the_order_open() {
        MigrationHistory history = MigrationFixture.of(
                        "drizzle/meta/_journal.json", "[1, {", "drizzle/0000_a.sql", "create table a (x jsonb);")
                .history();
        assertThat(reasons(history)).containsExactly("drizzle/meta/_journal.json:0 the journal has no entries");
        assertThat(history.migrations()).hasSize(1);
    }

    @Test
    void prisma_sends_a_file_in_one_piece() {
        MigrationHistory history = MigrationFixture.of(
                        "prisma/migrations/migration_lock.toml",
                        "# kept by Prisma\nprovider = \"postgresql\"\n",
                        "prisma/migrations/20240102030405_init/migration.sql",
                        "-- CreateTable\nCREATE TABLE \"User\" (\"id\" INTEGER NOT NULL);\nCREATE TABLE \"Post\" (\"id\" INTEGER);\n",
                        "prisma/migrations/20240203040506_index/migration.sql",
                        "CREATE INDEX CONCURRENTLY \"by_id\" ON \"Post\" (\"id\");",
                        "prisma/migrations/20240203040506_index/down.sql",
                        "DROP INDEX \"by_id\";")
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.PRISMA);
        assertThat(history.key()).isEqualTo("prisma/migrations");
        assertThat(names(history))
                .containsExactly("prisma/migrations/20240102030405_init", "prisma/migrations/20240203040506_index");
        assertThat(history.migrations().get(0).up().statements())
                .extracting(ScriptStatement::transaction)
                .containsExactly(1, 1);
        assertThat(history.migrations().get(1).up().statements())
                .extracting(ScriptStatement::transaction)
                .containsExactly(0);
        assertThat(history.migrations().get(0).transactional()).isTrue();
        assertThat(history.migrations().get(1).transactional()).isFalse();
        assertThat(history.migrations().get(1).back()).isEqualTo(DownMigration.SQL);
        assertThat(history.migrations().get(1).downPath()).isEqualTo("prisma/migrations/20240203040506_index/down.sql");
    }

    @Test
    void folders_of_other_databases_are_recognised_and_not_read() {
        MigrationHistory history = MigrationFixture.of(
                        "prisma/migrations/migration_lock.toml",
                        "provider = \"mysql\"",
                        "prisma/migrations/20240102030405_init/migration.sql",
                        "CREATE TABLE `User` (`id` INTEGER NOT NULL AUTO_INCREMENT);")
                .history();
        assertThat(history.dialect()).isEqualTo(SqlDialect.MYSQL);
        assertThat(history.supported()).isFalse();
        assertThat(history.migrations()).hasSize(1);
        assertThat(history.migrations().get(0).up().statements()).isEmpty();
        assertThat(reasons(history))
                .containsExactly(
                        "prisma/migrations/20240102030405_init/migration.sql:0 migrations of MySQL are not read");
    }

    @Test
    void flyway_orders_versions_as_numbers_and_repeatable_ones_last() {
        MigrationHistory history = MigrationFixture.of(
                        "svc/src/main/resources/db/migration/V1_10__ten.sql",
                        "create table ${app}.ten (x jsonb);",
                        "svc/src/main/resources/db/migration/V1_9__nine.sql",
                        "create table nine (x jsonb);\nselect '${missing}';\ncreate index i on ${missing} (x);",
                        "svc/src/main/resources/db/migration/U1.9__nine.sql",
                        "drop table nine;",
                        "svc/src/main/resources/db/migration/R__views.sql",
                        "create or replace view v as select 1;",
                        "svc/src/main/resources/application.yml",
                        """
                        spring:
                          datasource:
                            url: jdbc:postgresql://localhost/app
                          flyway:
                            placeholders:
                              app: shop
                            init-sql: "SET lock_timeout = '7s'"
                        """)
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.FLYWAY);
        assertThat(history.templated()).isTrue();
        assertThat(history.directory()).isEqualTo("svc/src/main/resources/db/migration");
        assertThat(names(history))
                .extracting(n -> n.substring(n.lastIndexOf('/') + 1))
                .containsExactly("1.9_nine", "1.10_ten", "R_views");
        assertThat(up(history, 1)).containsExactly("1:1 create table shop.ten (x jsonb)");
        assertThat(history.migrations().get(0).up().statements())
                .extracting(ScriptStatement::parse)
                .containsExactly(StatementParse.FULL, StatementParse.PARTIAL, StatementParse.PARTIAL);
        assertThat(history.migrations().get(0).up().statements().get(2).reason())
                .isEqualTo("`${missing}` has no value");
        assertThat(history.migrations().get(0).up().statements().get(2).place().column())
                .isEqualTo(1);
        assertThat(history.migrations().get(0).back()).isEqualTo(DownMigration.SQL);
        assertThat(history.migrations().get(1).back()).isEqualTo(DownMigration.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/resources/db/migration/, src/main/resources/db/migration/postgresql/",
        "sql/common/, sql/postgresql/",
        "sql/, sql/postgres/"
    })
    void flyway_applies_what_only_postgresql_gets_together_with_what_all_databases_get(String common, String vendor) {
        MigrationHistory history = MigrationFixture.of(
                        common + "V1__one.sql",
                        "create table one (a int);",
                        vendor + "V2__two.sql",
                        "create index concurrently two on one (a);",
                        common + "V3__three.sql",
                        "drop table one;")
                .history();
        assertThat(names(history))
                .extracting(n -> n.substring(n.lastIndexOf('/') + 1))
                .containsExactly("1_one", "2_two", "3_three");
        assertThat(history.supported()).isTrue();
    }

    @Test
    void flyway_leaves_out_transactions_where_it_must_or_is_told_to() {
        MigrationHistory history = MigrationFixture.of(
                        "db/migration/V1__a.sql",
                        "create table a (x jsonb);",
                        "db/migration/V2__alone.sql",
                        "create index concurrently i on a (x);",
                        "db/migration/V3__mixed.sql",
                        "create index concurrently j on a (x); select 1;",
                        "db/migration/V4__told.sql",
                        "create table b (x jsonb);",
                        "db/migration/V4__told.sql.conf",
                        "executeInTransaction=false",
                        "db/migration/V04__twice.sql",
                        "create table c (x jsonb);")
                .history();
        assertThat(history.migrations())
                .extracting(MigrationScript::version, MigrationScript::transactional)
                .containsExactly(
                        tuple("1", true), tuple("2", false), tuple("3", true), tuple("4", false), tuple("04", true));
        assertThat(reasons(history))
                .containsExactly(
                        "db/migration/V04__twice.sql:0 version 04 stands twice: also db/migration/V4__told.sql");
    }

    @Test
    void liquibase_takes_change_sets_for_migrations() {
        MigrationHistory history =
                MigrationFixture.of("db/changelog/changes.sql", """
                        --liquibase formatted sql
                        --property name:schema value:shop
                        --changeset ann:1
                        create table ${schema}.a (x jsonb);
                        --rollback drop table ${schema}.a;
                        --changeset ann:2 runInTransaction:false dbms:postgresql
                        create index concurrently i on a (x);
                        --rollback empty
                        --changeset bob:3 dbms:mysql
                        create table never (x int);
                        --changeset bob:4 endDelimiter://
                        create function f() returns int language sql as 'select 1'
                        //
                        select 2
                        //
                        --changeset bob:5
                        --preconditions onFail:MARK_RAN
                        drop table a;
                        """).history();
        assertThat(history.tool()).isEqualTo(MigrationTool.LIQUIBASE);
        assertThat(history.migrations())
                .extracting(MigrationScript::version)
                .containsExactly("ann:1", "ann:2", "bob:4", "bob:5");
        assertThat(up(history, 0)).containsExactly("4:1 create table shop.a (x jsonb)");
        assertThat(history.migrations())
                .extracting(MigrationScript::transactional)
                .containsExactly(true, false, true, true);
        assertThat(history.migrations())
                .extracting(MigrationScript::back)
                .containsExactly(DownMigration.SQL, DownMigration.EMPTY, DownMigration.NONE, DownMigration.NONE);
        ScriptPart down = history.migrations().get(0).down();
        assertThat(down).isNotNull();
        assertThat(down.statements()).extracting(ScriptStatement::text).containsExactly("drop table shop.a");
        assertThat(up(history, 2)).hasSize(2);
        assertThat(history.migrations().get(3).up().statements())
                .extracting(ScriptStatement::reason)
                .containsExactly("whether it runs depends on a precondition");
    }

    @Test
    void liquibase_follows_change_logs_and_does_not_read_changes_in_them() {
        MigrationHistory history = MigrationFixture.of(
                        "db/changelog/master.yaml",
                        """
                        databaseChangeLog:
                          - include:
                              file: db/changelog/z.sql
                          - changeSet:
                              id: 1
                              author: ann
                          - include:
                              file: a.sql
                              relativeToChangelogFile: true
                          - include:
                              file: gone.sql
                        """,
                        "db/changelog/a.sql",
                        "--liquibase formatted sql\n--changeset ann:a\ncreate table a (x jsonb);",
                        "db/changelog/z.sql",
                        "--liquibase formatted sql\n--changeset ann:z\ncreate table z (x jsonb);")
                .history();
        assertThat(history.migrations())
                .extracting(MigrationScript::version)
                .containsExactly("ann:z", "master.yaml", "ann:a");
        assertThat(history.migrations().get(1).up().statements())
                .extracting(ScriptStatement::reason)
                .containsExactly("change sets in XML, YAML or JSON are not read");
        assertThat(reasons(history))
                .containsExactly("db/changelog/master.yaml:10 what the change log includes here is not found");
    }

    @Test
    void golang_migrate_pairs_files_and_sends_them_whole() {
        MigrationHistory history = MigrationFixture.of(
                        "migrations/10_ten.up.sql",
                        "create table ten (x jsonb); create index i on ten (x);",
                        "migrations/9_nine.up.sql",
                        "create index concurrently j on nine (x);",
                        "migrations/9_nine.down.sql",
                        "-- nothing to do",
                        "migrations/11_orphan.down.sql",
                        "drop table orphan;")
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.GOLANG_MIGRATE);
        assertThat(names(history)).containsExactly("migrations/9_nine", "migrations/10_ten");
        assertThat(history.migrations())
                .extracting(MigrationScript::transactional)
                .containsExactly(false, true);
        assertThat(history.migrations().get(0).back()).isEqualTo(DownMigration.EMPTY);
        assertThat(reasons(history))
                .containsExactly("migrations/11_orphan.down.sql:0 it takes back what no file applies");
    }

    @Test
    void pop_chooses_twins_for_postgresql_and_fills_templates_from_defaults_of_settings() {
        MigrationHistory history = MigrationFixture.of(
                        "go.mod",
                        "module example.org/app\nrequire github.com/gobuffalo/pop/v6 v6.1.1\n",
                        "internal/conf/settings.go",
                        "package conf\ntype Db struct {\n\tNamespace string `json:\"namespace\" default:\"auth\"`\n}\n",
                        "migrations/1_a.up.sql",
                        "create table {{ index .Options \"Namespace\" }}.a (x jsonb);\n  create table b ({{ .Other }} int);",
                        "migrations/2_b.postgres.autocommit.up.sql",
                        "create index concurrently i on b (x);",
                        "migrations/2_b.mysql.up.sql",
                        "create table `my` (x int);",
                        "migrations/2_b.up.sql",
                        "create table generic (x jsonb);",
                        "migrations/3_c.up.fizz",
                        "create_table(\"c\")")
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.POP);
        assertThat(up(history, 0))
                .containsExactly("1:1 create table auth.a (x jsonb)", "2:3 create table b (place_without_a_value int)");
        assertThat(history.migrations().get(0).up().statements().get(1).parse()).isEqualTo(StatementParse.PARTIAL);
        assertThat(up(history, 1)).containsExactly("1:1 create index concurrently i on b (x)");
        assertThat(history.migrations())
                .extracting(MigrationScript::transactional)
                .containsExactly(true, false, true);
        assertThat(history.migrations().get(2).up().statements().get(0).reason())
                .isEqualTo("migrations in fizz are not read");
    }

    @Test
    void defaults_that_contradict_each_other_fill_nothing() {
        MigrationHistory history = MigrationFixture.of(
                        "conf/a.go",
                        "package conf\ntype A struct {\n\tNamespace string `default:\"one\"`\n}\n",
                        "conf/b.go",
                        "package conf\ntype B struct {\n\tNamespace string `default:\"two\"`\n}\n",
                        "migrations/1_a.up.sql",
                        "create table {{ .Namespace }}.a (x jsonb);")
                .history();
        assertThat(history.migrations().get(0).up().statements().get(0).reason())
                .isEqualTo("`{{ .Namespace }}` has no value");
    }

    @Test
    void goose_cuts_by_its_annotations() {
        MigrationHistory history = MigrationFixture.of(
                        "db/migrations/00002_second.sql",
                        "-- +goose NO TRANSACTION\n-- +goose Up\ncreate index concurrently i on a (x);\n-- +goose Down\n",
                        "db/migrations/00001_first.sql",
                        """
                        -- +goose Up
                        -- +goose StatementBegin
                        create function f() returns int language plpgsql as $$ begin return 1; end $$;
                        -- +goose StatementEnd
                        create table a (x jsonb);

                        -- +goose Down
                        drop table a;
                        """,
                        "db/migrations/00003_code.go",
                        "package migrations\nfunc init() { goose.AddMigrationNoTxContext(up, nil) }\n",
                        "db/migrations/helper.go",
                        "package migrations\n")
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.GOOSE);
        assertThat(up(history, 0)).hasSize(2);
        assertThat(up(history, 0).get(1)).isEqualTo("5:1 create table a (x jsonb)");
        ScriptPart down = history.migrations().get(0).down();
        assertThat(down).isNotNull();
        assertThat(down.statements()).extracting(s -> s.place().line()).containsExactly(8);
        assertThat(history.migrations())
                .extracting(MigrationScript::transactional)
                .containsExactly(true, false, false);
        assertThat(history.migrations())
                .extracting(MigrationScript::back)
                .containsExactly(DownMigration.SQL, DownMigration.EMPTY, DownMigration.NONE);
        assertThat(history.migrations().get(2).up().statements())
                .extracting(ScriptStatement::reason)
                .containsExactly("it is written in Go, and what it sends is not read");
    }

    @Test
    void a_batch_of_several_statements_is_a_transaction_even_where_the_tool_opens_none() {
        MigrationHistory history =
                MigrationFixture.of("db/migrations/1_a.sql", """
                        -- +goose NO TRANSACTION
                        -- +goose Up
                        -- +goose StatementBegin
                        create index concurrently i on a (x);
                        -- +goose StatementEnd
                        -- +goose StatementBegin
                        create index concurrently j on a (x);
                        create index concurrently k on a (x);
                        -- +goose StatementEnd
                        begin;
                        create table z (x jsonb);
                        commit;
                        select 1;
                        """).history();
        assertThat(history.migrations().get(0).up().statements())
                .extracting(ScriptStatement::transaction)
                .containsExactly(0, 1, 1, 2, 2, 2, 0);
    }

    @Test
    void dbmate_cuts_by_its_markers() {
        MigrationHistory history = MigrationFixture.of(
                        "db/migrations/20240101_a.sql",
                        "-- migrate:up transaction:false\ncreate index concurrently i on a (x);\n\n-- migrate:down\n-- irreversible\n",
                        "db/migrations/20240102_b.sql",
                        "-- migrate:up\r\ncreate table b (x jsonb);\r\n-- migrate:down\r\ndrop table b;\r\n",
                        "db/schema.sql",
                        "create table dumped (x jsonb);")
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.DBMATE);
        assertThat(history.migrations())
                .extracting(MigrationScript::transactional)
                .containsExactly(false, true);
        assertThat(history.migrations())
                .extracting(MigrationScript::back)
                .containsExactly(DownMigration.IRREVERSIBLE, DownMigration.SQL);
        assertThat(up(history, 1)).containsExactly("2:1 create table b (x jsonb)");
    }

    @Test
    void typeorm_hands_over_texts_of_sql_and_says_what_else_it_does() {
        MigrationHistory history = MigrationFixture.of(
                        "src/data-source.ts",
                        "export default new DataSource({ type: 'postgres', migrationsTransactionMode: 'each' });",
                        "src/migrations/1700000000001-Second.ts",
                        """
                        import { MigrationInterface, QueryRunner } from "typeorm";
                        export class Second1700000000001 implements MigrationInterface {
                          transaction = false;
                          async up(runner: QueryRunner): Promise<void> {
                            await runner.query("CREATE INDEX CONCURRENTLY \\"i\\" ON \\"a\\" (\\"x\\")");
                          }
                          async down(runner: QueryRunner): Promise<void> {
                            await runner.dropIndex("a", "i");
                          }
                        }
                        """,
                        "src/migrations/1700000000000-First.ts",
                        """
                        import { MigrationInterface, QueryRunner, Table } from "typeorm";
                        export class First1700000000000 implements MigrationInterface {
                          name = "First1700000000000";
                          public async up(queryRunner: QueryRunner): Promise<void> {
                            await queryRunner.query(`CREATE TABLE "ä" ("x" jsonb)`);
                            await queryRunner.query("ALTER TABLE a " + "ADD y int");
                            await queryRunner.createTable(new Table({ name: "b" }));
                            if (process.env.MORE) await queryRunner.query("DROP TABLE c");
                            await queryRunner.query(`CREATE TABLE ${name} (x int)`);
                            await fill(queryRunner);
                          }
                          public async down(): Promise<void> {}
                        }
                        """)
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.TYPEORM);
        assertThat(history.transaction()).isEqualTo(MigrationTransaction.PER_MIGRATION);
        assertThat(history.dialect()).isEqualTo(SqlDialect.POSTGRESQL);
        assertThat(history.migrations())
                .extracting(MigrationScript::version)
                .containsExactly("1700000000000", "1700000000001");
        List<ScriptStatement> first = history.migrations().get(0).up().statements();
        assertThat(first)
                .extracting(s -> s.place().line() + " " + s.parse() + " " + s.reason())
                .containsExactly(
                        "5 FULL null",
                        "6 FULL null",
                        "7 OPAQUE what `queryRunner.createTable` sends is not read",
                        "8 OPAQUE whether it runs is known only when it runs",
                        "9 PARTIAL `${name}` has no value",
                        "10 OPAQUE what `fill` sends is not read");
        assertThat(first.get(0).text()).isEqualTo("CREATE TABLE \"ä\" (\"x\" jsonb)");
        MigrationScript second = history.migrations().get(1);
        assertThat(second.transactional()).isFalse();
        assertThat(second.up().statements()).extracting(ScriptStatement::parse).containsExactly(StatementParse.FULL);
        assertThat(StatementShape.relation(second.up().statements().get(0).ddl()))
                .hasToString("a");
        assertThat(second.back()).isEqualTo(DownMigration.CODE);
    }

    @Test
    void knex_hands_over_raw_texts() {
        MigrationHistory history = MigrationFixture.of(
                        "knexfile.js",
                        "module.exports = { client: 'pg' };",
                        "migrations/20240101000000_first.js",
                        """
                        exports.up = async function (knex) {
                          await knex.raw('CREATE TABLE a (x jsonb)');
                          await knex.schema.raw("CREATE INDEX i ON a (x)");
                          await knex.schema.createTable('b', (t) => { t.increments(); });
                        };
                        exports.down = (knex) => knex.raw('DROP TABLE a');
                        """,
                        "migrations/20240102000000_second.js",
                        "exports.up = function (knex) { return knex('a').insert({}); };\nexports.config = { transaction: false };\n")
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.KNEX);
        assertThat(history.transaction()).isEqualTo(MigrationTransaction.PER_MIGRATION);
        assertThat(history.migrations().get(0).up().statements())
                .extracting(s -> s.place().line() + " " + s.parse())
                .containsExactly("2 FULL", "3 FULL", "4 OPAQUE");
        assertThat(history.migrations().get(0).back()).isEqualTo(DownMigration.SQL);
        assertThat(history.migrations().get(1).transactional()).isFalse();
        assertThat(history.migrations().get(1).up().statements())
                .extracting(ScriptStatement::parse)
                .containsExactly(StatementParse.OPAQUE);
    }

    @Test
    void the_supabase_command_line_has_its_own_place() {
        MigrationHistory history = MigrationFixture.of(
                        "supabase/config.toml",
                        "",
                        "supabase/migrations/20240101000000_a.sql",
                        "create table a (x int);")
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.SUPABASE);
        assertThat(history.transaction()).isEqualTo(MigrationTransaction.UNKNOWN);
        assertThat(history.dialect()).isEqualTo(SqlDialect.POSTGRESQL);
        assertThat(history.migrations().get(0).transactional()).isTrue();
    }

    @Test
    void folders_of_diesel_are_plain_migrations() {
        MigrationHistory history = MigrationFixture.of(
                        "diesel.toml",
                        "",
                        "migrations/2024-01-01-000000_a/up.sql",
                        "create table a (x jsonb);",
                        "migrations/2024-01-01-000000_a/down.sql",
                        "drop table a;",
                        "migrations/2024-01-02-000000_b/up.sql",
                        "create index concurrently i on a (x);",
                        "migrations/2024-01-02-000000_b/metadata.toml",
                        "run_in_transaction = false")
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.PLAIN);
        assertThat(history.transaction()).isEqualTo(MigrationTransaction.PER_MIGRATION);
        assertThat(history.migrations())
                .extracting(MigrationScript::transactional)
                .containsExactly(true, false);
        assertThat(history.migrations())
                .extracting(MigrationScript::back)
                .containsExactly(DownMigration.SQL, DownMigration.NONE);
    }

    @Test
    void numbered_files_without_a_tool_are_plain() {
        MigrationHistory history = MigrationFixture.of(
                        "sql/002_b.sql",
                        "create table b (x jsonb);",
                        "sql/001_a.sql",
                        "create table a (x jsonb);",
                        "sql/001_a.down.sql",
                        "drop table a;",
                        "sql/notes.sql",
                        "select 1;")
                .history();
        assertThat(history.tool()).isEqualTo(MigrationTool.PLAIN);
        assertThat(history.transaction()).isEqualTo(MigrationTransaction.UNKNOWN);
        assertThat(names(history)).containsExactly("sql/notes", "sql/001_a", "sql/002_b");
        assertThat(reasons(history)).containsExactly("sql/notes.sql:0 its name does not begin with a version");
        assertThat(history.migrations().get(1).back()).isEqualTo(DownMigration.SQL);
    }

    @Test
    void a_set_whose_database_nothing_tells_is_not_read() {
        MigrationHistory history = MigrationFixture.of("migrations/1_a.sql", "create table a (x int);")
                .history();
        assertThat(history.dialect()).isEqualTo(SqlDialect.OTHER);
        assertThat(reasons(history))
                .containsExactly(
                        "migrations/1_a.sql:0 it is not known that they are for PostgreSQL, or they are for another database");
    }

    @Test
    void drivers_tell_the_database_where_texts_do_not() {
        MigrationHistory history = MigrationFixture.of(
                        "package.json",
                        "{\"dependencies\": {\"pg\": \"8\"}}",
                        "migrations/1_a.sql",
                        "create table a (x int);")
                .history();
        assertThat(history.dialect()).isEqualTo(SqlDialect.POSTGRESQL);
    }

    @Test
    void migrations_in_languages_that_are_not_read_are_said() {
        List<MigrationHistory> histories = MigrationFixture.of(
                        "db/migrate/20240101000000_create_users.rb",
                        "class CreateUsers < ActiveRecord::Migration[7.0]\nend",
                        "app/migrations/0001_initial.py",
                        "class Migration:\n  pass",
                        "alembic/versions/abc_first.py",
                        "down_revision = None")
                .histories();
        assertThat(histories).extracting(MigrationHistory::supported).containsOnly(false);
        assertThat(histories.stream().flatMap(h -> h.problems().stream()).map(HistoryProblem::reason))
                .containsExactly(
                        "migrations in Python are not read",
                        "migrations in Python are not read",
                        "migrations in Ruby are not read");
    }

    @Test
    void tests_and_stubs_are_no_history() {
        assertThat(MigrationFixture.of(
                                "test/migrations/1_a.sql",
                                "create table a (x jsonb);",
                                "stub/migrations/1_a.sql",
                                "create table a (x jsonb);",
                                "queries/001_users.sql",
                                "select * from users;")
                        .histories())
                .isEmpty();
    }

    @Test
    void two_tools_in_one_directory_have_keys_of_their_own() {
        assertThat(MigrationFixture.of(
                                "migrations/1_a.up.sql",
                                "create table a (x jsonb);",
                                "migrations/20240101000000_b.js",
                                "exports.up = (knex) => knex.raw('create table b (x jsonb)');")
                        .histories())
                .extracting(MigrationHistory::key)
                .containsExactly("migrations", "migrations knex");
    }
}
