package io.github.assaymark.facts.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.model.fact.RollbackOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunTest {
    private static ShadowRun.Result run(MigrationHistory history, int rows) throws Exception {
        try (ShadowDatabase database = ShadowDatabase.create(Postgres.server(), 20)) {
            return new ShadowRun(database, rows).apply(history, done -> {});
        }
    }

    @Test
    void a_rollback_is_compared_with_what_was_there_before() throws Exception {
        ShadowRun.Result result = run(
                new GooseHistory()
                        .add("create table t (a int)", "drop table t")
                        .add("alter table t add b int not null default 3", "alter table t drop b")
                        .add("alter table t alter a type bigint", "alter table t alter a type text")
                        .add("create type colour as enum ('red')", "drop type shade")
                        .add("create index concurrently t_a on t (a)", "drop index t_a")
                        .add("drop table t", null)
                        .build(),
                0);

        assertThat(result.migrations())
                .extracting(MigrationOutcome::rollback)
                .containsExactly(
                        RollbackOutcome.EXACT,
                        RollbackOutcome.EXACT,
                        RollbackOutcome.DIFFERS,
                        RollbackOutcome.FAILS,
                        RollbackOutcome.NOT_RUN,
                        null);
        assertThat(result.migrations())
                .extracting(MigrationOutcome::difference)
                .containsExactly(
                        null,
                        null,
                        "lost: column t.a integer; left over: column t.a text",
                        "db/migrations/0004_m.sql:4: 42704 type \"shade\" does not exist",
                        "the migration does not run in one transaction",
                        null);
    }

    @Test
    void a_statement_that_only_rows_make_fail_is_told_apart() throws Exception {
        MigrationHistory history = GooseHistory.of(
                "create table t (id bigint primary key, kind text); create table child (t_id bigint references t)",
                "alter table t add column owner text not null; alter table t add column later int",
                "alter table t add check (kind <> 'v7'); select 1 / 0");

        ShadowRun.Result result = run(history, 30);

        List<MigrationOutcome> migrations = result.migrations();
        assertThat(migrations.get(1).failsWithRows())
                .extracting(outcome -> outcome.statement().key() + " " + outcome.state())
                .containsExactly("db/migrations/0002_m#1 23502");
        assertThat(migrations.get(1).statements()).extracting(Outcome::how).containsOnly(Outcome.How.OBSERVED);
        assertThat(migrations.get(2).failsWithRows())
                .extracting(outcome -> outcome.statement().key() + " " + outcome.state())
                .containsExactly("db/migrations/0003_m#1 23514");
        assertThat(migrations.get(2).statements())
                .extracting(Outcome::state)
                .as("what fails without rows too")
                .containsExactly(null, "22012");
        assertThat(run(history, 0).migrations())
                .allMatch(migration -> migration.failsWithRows().isEmpty());
    }

    @Test
    void roles_and_schemas_somebody_else_makes_are_made_up_and_written_down() throws Exception {
        ShadowRun.Result result = run(
                GooseHistory.of(
                        "create table billing.t (a int)",
                        "grant select on billing.t to reader; alter table billing.t owner to keeper",
                        "do $$ begin create role \"App Role\"; end $$",
                        "create role app login; create role bypasser bypassrls",
                        "create extension pgstattuple"),
                0);

        assertThat(result.migrations())
                .flatExtracting(MigrationOutcome::statements)
                .filteredOn(Outcome::lost)
                .isEmpty();
        assertThat(result.assumptions())
                .containsExactly(
                        new Assumption("schema", "billing", "db/migrations/0001_m.sql", 2),
                        new Assumption("role", "reader", "db/migrations/0002_m.sql", 2),
                        new Assumption("role", "keeper", "db/migrations/0002_m.sql", 2),
                        new Assumption("role", "bypasser", "db/migrations/0004_m.sql", 2),
                        new Assumption("extension", "pgstattuple", "db/migrations/0005_m.sql", 2));
        assertThat(run(GooseHistory.of("grant all on schema public to reader"), 0)
                        .assumptions())
                .as("the next history starts with nothing")
                .containsExactly(new Assumption("role", "reader", "db/migrations/0001_m.sql", 2));
    }

    @Test
    void a_failing_statement_does_not_stop_those_after_it() throws Exception {
        List<Outcome> outcomes = Postgres.outcomes(
                "create table t (a int); alter table missing add b int; begin; alter table t add c int; commit",
                "alter table t alter c set not null");

        assertThat(outcomes)
                .extracting(Outcome::how)
                .containsExactly(
                        Outcome.How.OBSERVED,
                        Outcome.How.FAILED,
                        Outcome.How.SKIPPED,
                        Outcome.How.OBSERVED,
                        Outcome.How.SKIPPED,
                        Outcome.How.OBSERVED);
        assertThat(outcomes.get(1).state()).isEqualTo("42P01");
    }

    @Test
    void a_value_of_an_enum_that_is_used_at_once_is_tried_statement_by_statement() throws Exception {
        List<Outcome> outcomes = Postgres.outcomes(
                "create type colour as enum ('red'); create table t (c colour)",
                "alter type colour add value 'green'; insert into t values ('green')");

        assertThat(outcomes).extracting(Outcome::how).containsOnly(Outcome.How.OBSERVED);
    }

    @Test
    void each_type_has_made_up_values() throws Exception {
        ShadowRun.Result result = run(GooseHistory.of("""
                        create extension citext; create extension ltree; create extension hstore;
                        create type colour as enum ('red', 'blue');
                        create domain amount as numeric(10, 2) check (value >= 0);
                        create table t (a smallint not null, b int not null, c bigint not null, d real not null,
                            e double precision not null, f numeric(10, 2) not null, g boolean not null, h uuid not null,
                            i text not null, j varchar(2) not null, k char(3) not null, l citext not null,
                            m date not null, n timestamp not null, o timestamptz not null, p time not null,
                            q interval not null, r json not null, s jsonb not null, t int[] not null,
                            u bytea not null, v inet not null, w tsvector not null, x ltree not null,
                            y hstore not null, z colour not null, aa amount not null, ab int4range not null,
                            ac bigint generated always as identity, ad int generated always as (b * 2) stored);
                        """, "alter table t add column missing int not null"), 10);

        assertThat(result.unfilled()).isEmpty();
        assertThat(result.migrations().get(1).failsWithRows()).hasSize(1);
    }
}
