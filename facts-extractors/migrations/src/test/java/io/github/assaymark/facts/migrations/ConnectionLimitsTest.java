package io.github.assaymark.facts.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.StatementParse;
import io.github.assaymark.model.fact.TimeoutScope;
import io.github.assaymark.model.fact.TimeoutSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits on waiting that the settings of a tool give each connection. */
final class ConnectionLimitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection: { host: 'db', lock_timeout: 4_000 }",
                "connection: { options: '-c lock_timeout=4s' }",
                "connection: { 'lock_timeout': 4000 }",
                "pool: { afterCreate: (c, done) => c.query(\"SET lock_timeout = '4s'\", done) }"
            })
    void a_limit_of_the_connection_holds_for_every_migration(String settings) {
        MigrationFixture fixture = knex("client: 'pg', " + settings);

        assertThat(fixture.facts(TimeoutSetting.class))
                .extracting(TimeoutSetting::scope, TimeoutSetting::migration, TimeoutSetting::lockTimeout)
                .containsExactly(tuple(TimeoutScope.TOOL, null, Quantity.of(4000, Quantity.Unit.MILLISECONDS)));
        assertThat(fixture.facts(LockFact.class)).isNotEmpty().allMatch(LockFact::bounded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client: 'pg', connection: { lock_timeout: 0 }",
                "client: 'pg', connection: { statement_timeout: 4000 }",
                "client: 'pg', // connection: { lock_timeout: 4000 }",
                "client: 'pg', /* connection: { lock_timeout: 4000 } */",
                "client: 'pg', connection: { lock_timeout: LIMIT }",
                "test: { client: 'pg', connection: { lock_timeout: 4000 } }, live: { client: 'pg', connection: {} }"
            })
    void what_is_no_limit_of_each_connection_bounds_nothing(String settings) {
        assertThat(knex(settings).facts(LockFact.class)).isNotEmpty().noneMatch(LockFact::bounded);
    }

    @Test
    void a_data_source_limits_too_and_a_migration_may_lift_it() {
        MigrationFixture fixture = MigrationFixture.of(
                "src/data-source.ts",
                "export default new DataSource({ type: 'postgres', extra: { lock_timeout: 2500 } });\n",
                "src/migrations/1700000000001-First.ts",
                typeorm("1700000000001", "await q.query('create table a (x int)');"),
                "src/migrations/1700000000002-Second.ts",
                typeorm(
                        "1700000000002",
                        "await q.query('create index on a (x)'); await q.query('set lock_timeout = 0');"
                                + " await q.query('alter table a add y int');"));

        assertThat(fixture.facts(LockFact.class))
                .filteredOn(LockFact::preExisting)
                .extracting(lock -> lock.mode().name(), LockFact::bounded)
                .containsExactlyInAnyOrder(tuple("SHARE", true), tuple("ACCESS_EXCLUSIVE", false));
    }

    @Test
    void what_flyway_sends_first_limits_every_migration() {
        MigrationFixture fixture = MigrationFixture.of(
                "flyway.conf",
                "flyway.url=jdbc:postgresql://db/x\nflyway.initSql=SET lock_timeout = '3s'\n",
                "db/migration/V1__first.sql",
                "create table a (x int);\n",
                "db/migration/V2__second.sql",
                "create index on a (x);\n");

        assertThat(fixture.facts(LockFact.class)).isNotEmpty().allMatch(LockFact::bounded);
    }

    @Test
    void a_constant_stands_for_its_text() {
        MigrationHistory history = MigrationFixture.of(
                        "src/data-source.ts",
                        "export default new DataSource({ type: 'postgres' });\n",
                        "src/migrations/1700000000003-Third.ts",
                        "const FIRST = `create table a (x int)`;\n"
                                + typeorm(
                                        "1700000000003",
                                        "await q.query(FIRST);\n const second = 'alter table a ' + 'add y int';\n"
                                                + " await q.query(second);"))
                .history();

        assertThat(history.migrations().get(0).up().statements())
                .extracting(
                        ScriptStatement::parse, statement -> statement.text().replaceAll("[\\s'+]+", " "))
                .containsExactly(
                        tuple(StatementParse.FULL, "create table a (x int)"),
                        tuple(StatementParse.FULL, "alter table a add y int"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let one = 'create table a (x int)'; one = 'drop table b'; await q.query(one);",
                "const one = `create table ${name} (x int)` + more; await q.query(one);",
                "const one = 'create table a (x int)'; await q.query('drop table b'); await q.query(one);",
                "const one = 'create table a (x int)'; { const one = 'drop table b'; } await q.query(one);",
                "const one = 'create table a (x int)'; await q.query(one); await q.query(one);",
                "await q.query(elsewhere);"
            })
    void a_name_that_may_stand_for_something_else_is_open(String body) {
        MigrationHistory history = MigrationFixture.of(
                        "src/data-source.ts",
                        "export default new DataSource({ type: 'postgres' });\n",
                        "src/migrations/1700000000004-Fourth.ts",
                        typeorm("1700000000004", body))
                .history();

        assertThat(history.migrations().get(0).up().statements())
                .extracting(ScriptStatement::parse)
                .contains(StatementParse.OPAQUE);
    }

    private static MigrationFixture knex(String settings) {
        return MigrationFixture.of(
                "knexfile.js",
                "module.exports = {\n" + settings + "\n};\n",
                "migrations/20240101000001_first.js",
                "exports.up = (knex) => knex.raw('create table a (x int)');\n",
                "migrations/20240101000002_second.js",
                "exports.up = (knex) => knex.raw('create index on a (x)');\n");
    }

    private static String typeorm(String version, String body) {
        return "import { MigrationInterface, QueryRunner } from 'typeorm';\nexport class M" + version
                + " implements MigrationInterface {\n  async up(q: QueryRunner) {\n " + body
                + "\n  }\n  async down(q: QueryRunner) {}\n}\n";
    }
}
