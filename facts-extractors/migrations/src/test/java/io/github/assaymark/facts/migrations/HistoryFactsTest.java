package io.github.assaymark.facts.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.Baseline;
import io.github.assaymark.model.fact.DownMigration;
import io.github.assaymark.model.fact.Migration;
import io.github.assaymark.model.fact.MigrationSet;
import io.github.assaymark.model.fact.MigrationStatement;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.SeedData;
import io.github.assaymark.model.fact.StatementParse;
import io.github.assaymark.model.fact.TimeoutScope;
import io.github.assaymark.model.fact.TimeoutSetting;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoryFactsTest {
    private static MigrationFixture goose(String up) {
        return MigrationFixture.of(
                "go.mod",
                "require github.com/lib/pq v1.10.9",
                "db/migrations/1_first.sql",
                "-- +goose Up\n" + up + "\n-- +goose Down\ndrop table a;\n");
    }

    @Test
    void a_repository_without_migrations_is_covered_whole() {
        MigrationFixture fixture = MigrationFixture.of("src/a.ts", "export const a = 1;");
        assertThat(fixture.facts(MigrationSet.class)).isEmpty();
        assertThat(fixture.coverage(MigrationSet.class).status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(fixture.coverage(SeedData.class).status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void a_set_its_migrations_and_statements_are_facts() {
        MigrationFixture fixture =
                goose("create table public.a (x jsonb);\n  alter table a drop column x;\ndrop table shop.b;");
        assertThat(fixture.facts(MigrationSet.class))
                .extracting(MigrationSet::key, MigrationSet::supported, MigrationSet::migrations)
                .containsExactly(tuple("db/migrations", true, 1));
        Migration migration = fixture.facts(Migration.class).get(0);
        assertThat(migration.key()).isEqualTo("db/migrations/1_first");
        assertThat(migration.down()).isEqualTo(DownMigration.SQL);
        assertThat(migration.downFile()).isNull();
        assertThat(migration.understood()).isTrue();
        assertThat(migration.checksum()).matches("[0-9a-f]{64}");
        assertThat(fixture.facts(MigrationStatement.class))
                .extracting(
                        MigrationStatement::key,
                        MigrationStatement::kind,
                        MigrationStatement::table,
                        MigrationStatement::destructive)
                .containsExactly(
                        tuple("db/migrations/1_first#1", "create table", "a", false),
                        tuple("db/migrations/1_first#2", "alter table", "a", false),
                        tuple("db/migrations/1_first#3", "drop table", "shop.b", true));
        assertThat(fixture.facts(MigrationStatement.class).get(1).provenance().place())
                .hasToString("File[commit=null, path=db/migrations/1_first.sql, startLine=3, startColumn=3, endLine=3,"
                        + " endColumn=30, blob=null]");
        assertThat(fixture.coverage(MigrationStatement.class).status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void what_is_not_understood_is_said_and_leaves_a_gap() {
        MigrationFixture fixture = goose(
                "frobnicate the table;\ndo $$ begin execute 'drop table a'; end $$;\ndo $$ begin insert into a values (1); end $$;");
        assertThat(fixture.facts(MigrationStatement.class))
                .extracting(MigrationStatement::kind, MigrationStatement::parse, MigrationStatement::dynamic)
                .containsExactly(
                        tuple("frobnicate the", StatementParse.OPAQUE, false),
                        tuple("do", StatementParse.OPAQUE, true),
                        tuple("do", StatementParse.PARTIAL, false));
        assertThat(fixture.coverage(MigrationStatement.class).gaps())
                .extracting(Coverage.Gap::line)
                .containsExactly(2, 3);
        assertThat(fixture.coverage(SeedData.class).gaps())
                .extracting(Coverage.Gap::line)
                .containsExactly(2, 3, 4);
        assertThat(fixture.facts(PartialParse.class))
                .extracting(PartialParse::reason)
                .containsExactly(
                        "line 2: expected a statement before `frobnicate`; line 3: it builds statements while it runs");
        assertThat(fixture.facts(Migration.class).get(0).understood()).isFalse();
        assertThat(fixture.facts(Migration.class).get(0).dynamic()).isTrue();
    }

    @Test
    void another_database_leaves_every_type_incomplete() {
        MigrationFixture fixture =
                MigrationFixture.of("migrations/1_a.sql", "create table `a` (x int auto_increment) engine=InnoDB;");
        assertThat(fixture.facts(MigrationSet.class))
                .extracting(MigrationSet::supported)
                .containsExactly(false);
        assertThat(fixture.coverage(MigrationSet.class).status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(fixture.coverage(TimeoutSetting.class).gaps())
                .extracting(Coverage.Gap::reason)
                .containsExactly("migrations of MySQL are not read");
        assertThat(fixture.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor, Unresolved::file)
                .containsExactly(tuple("statements of migrations", "migrations/1_a.sql"));
    }

    @Test
    void code_is_unresolved_with_its_place() {
        MigrationFixture fixture = MigrationFixture.of(
                "db/migrations/1_a.sql",
                "-- +goose Up\ncreate table a (x jsonb);",
                "db/migrations/2_b.go",
                "package migrations\nfunc init() { goose.AddMigrationContext(up, down) }\n");
        assertThat(fixture.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor, Unresolved::file, Unresolved::factTypes)
                .contains(tuple(
                        "statements of a migration",
                        "db/migrations/2_b.go",
                        List.of("MigrationStatement", "SeedData", "TimeoutSetting")));
        assertThat(fixture.facts(MigrationStatement.class))
                .extracting(MigrationStatement::kind)
                .containsExactly("create table", "code");
        assertThat(fixture.facts(Migration.class).get(1).down()).isEqualTo(DownMigration.CODE);
    }

    @Test
    void time_limits_are_read_with_their_scope() {
        MigrationFixture fixture = goose("""
                set local lock_timeout = '1500ms';
                set statement_timeout to 0;
                set session idle_in_transaction_session_timeout = '2min';
                set lock_timeout = default;
                alter role app set lock_timeout = '3s';
                select set_config('lock_timeout', '4s', true);
                set work_mem = '64MB';
                create table a (x jsonb);""");
        assertThat(fixture.facts(TimeoutSetting.class))
                .extracting(
                        TimeoutSetting::scope,
                        TimeoutSetting::lockTimeout,
                        TimeoutSetting::statementTimeout,
                        TimeoutSetting::idleTimeout,
                        TimeoutSetting::migration)
                .containsExactlyInAnyOrder(
                        tuple(TimeoutScope.STATEMENT, ms(1500), null, null, "db/migrations/1_first"),
                        tuple(TimeoutScope.SESSION, null, ms(0), null, "db/migrations/1_first"),
                        tuple(TimeoutScope.SESSION, null, null, ms(120_000), "db/migrations/1_first"),
                        tuple(TimeoutScope.ROLE, ms(3000), null, null, null),
                        tuple(TimeoutScope.STATEMENT, ms(4000), null, null, "db/migrations/1_first"));
    }

    private static Quantity ms(long amount) {
        return Quantity.of(amount, Quantity.Unit.MILLISECONDS);
    }

    @Test
    void a_local_limit_outside_of_a_transaction_does_nothing() {
        MigrationFixture fixture = MigrationFixture.of(
                "db/migrations/1_a.sql",
                "-- +goose NO TRANSACTION\n-- +goose Up\nset local lock_timeout = '1s';\ncreate index concurrently i on a (x);");
        assertThat(fixture.facts(TimeoutSetting.class)).isEmpty();
    }

    @Test
    void a_limit_of_the_tool_holds_for_all() {
        MigrationFixture fixture = MigrationFixture.of(
                "flyway.conf",
                "flyway.url=jdbc:postgresql://db/app\nflyway.initSql=SET lock_timeout = '5s'\n",
                "db/migration/V1__a.sql",
                "create table a (x int);");
        assertThat(fixture.facts(TimeoutSetting.class))
                .extracting(TimeoutSetting::scope, TimeoutSetting::lockTimeout, TimeoutSetting::file)
                .containsExactly(tuple(TimeoutScope.TOOL, ms(5000), "flyway.conf"));
    }

    @Test
    void rows_of_migrations_and_scripts_are_counted() {
        MigrationFixture fixture = goose("""
                        insert into kinds (id, name) values (1, 'a'), (2, 'b (c), d') on conflict do nothing;
                        insert into copies select * from kinds;
                        insert into one default values;
                        create table a (x jsonb);""")
                .with("db/seed.sql", "insert into users values (1), (2), (3);", "prisma/seed.ts", "export {};");
        assertThat(fixture.facts(SeedData.class))
                .extracting(SeedData::table, SeedData::rows, SeedData::idempotent, SeedData::migration)
                .containsExactlyInAnyOrder(
                        tuple("kinds", 2, true, "db/migrations/1_first"),
                        tuple("copies", -1, false, "db/migrations/1_first"),
                        tuple("one", 1, false, "db/migrations/1_first"),
                        tuple("users", 3, false, null));
        assertThat(fixture.coverage(SeedData.class).gaps())
                .extracting(Coverage.Gap::path)
                .containsExactly("prisma/seed.ts");
    }

    @Test
    void comments_that_switch_a_rule_off_are_kept_with_their_reason() {
        MigrationFixture fixture = goose("""
                -- squawk-ignore ban-drop-column: nobody reads it
                alter table a drop column x;
                alter table a drop column y; -- pgt-ignore lint/safety: fine
                alter table a drop column z;""");
        assertThat(fixture.facts(MigrationStatement.class))
                .extracting(MigrationStatement::suppressed)
                .containsExactly(
                        "squawk-ignore ban-drop-column: nobody reads it", "pgt-ignore lint/safety: fine", null);
    }

    @Test
    void an_unreadable_file_is_an_opaque_migration() {
        MigrationFixture fixture = MigrationFixture.of(
                "db/migrations/1_a.sql", "-- +goose Up\ncreate table a (x jsonb);", "db/migrations/2_b.sql", "\u0000");
        assertThat(fixture.facts(Migration.class)).hasSize(2);
        assertThat(fixture.coverage(MigrationStatement.class).status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void the_configuration_says_what_no_file_gives_away() {
        MigrationFixture fixture =
                MigrationFixture.of("assay.yaml", """
                migrations:
                  - directory: db/changes
                    tool: goose
                    dialect: postgresql
                    transaction: none
                    placeholders: {schema: shop}
                """, "db/changes/first.sql", "create table ${schema}.a (x int);");
        MigrationSet set = fixture.facts(MigrationSet.class).get(0);
        assertThat(set.tool()).isEqualTo(MigrationTool.GOOSE);
        assertThat(set.supported()).isTrue();
        assertThat(set.transaction()).isEqualTo(MigrationTransaction.NONE);
        assertThat(fixture.facts(MigrationStatement.class))
                .extracting(MigrationStatement::table, MigrationStatement::inTransaction)
                .containsExactly(tuple("shop.a", false));
        assertThat(fixture.facts(Unresolved.class))
                .extracting(Unresolved::reason)
                .containsExactly("its name does not begin with a version");
    }

    @Test
    void a_history_that_changes_what_it_never_made_begins_in_its_middle() {
        assertThat(goose("create table a (x jsonb);").facts(MigrationSet.class))
                .extracting(MigrationSet::baseline)
                .containsExactly(Baseline.COMPLETE);
        assertThat(goose("alter table never_made add column y int;").facts(MigrationSet.class))
                .extracting(MigrationSet::baseline)
                .containsExactly(Baseline.MISSING);
    }

    @Test
    void a_configured_directory_without_migrations_is_said() {
        MigrationFixture fixture = MigrationFixture.of("assay.yaml", "migrations:\n  - directory: db/gone\n");
        assertThat(fixture.coverage(MigrationSet.class).gaps())
                .extracting(Coverage.Gap::path, Coverage.Gap::reason)
                .containsExactly(tuple("db/gone", "the configuration speaks of migrations here, but none are found"));
    }
}
