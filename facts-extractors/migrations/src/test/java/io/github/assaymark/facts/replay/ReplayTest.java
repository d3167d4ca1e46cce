package io.github.assaymark.facts.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.Baseline;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbConstraint;
import io.github.assaymark.model.fact.DbGrant;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbOwner;
import io.github.assaymark.model.fact.DbPolicy;
import io.github.assaymark.model.fact.DbRole;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.DownCheck;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.RollbackOutcome;
import io.github.assaymark.model.fact.RowSecurity;
import io.github.assaymark.model.fact.SchemaChange;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What histories lead to. */
final class ReplayTest {
    @Test
    void names_carry_everything_along() {
        History history = History.of(
                "create table account (id int primary key, mail text not null)",
                "create table bill (id int, payer int references account, check (payer > 1)); create index on bill"
                        + " (payer)",
                "alter table account rename to customer; alter table bill rename payer to customer_id");
        assertThat(history.facts(DbTable.class)).extracting(DbTable::key).containsExactly("customer", "bill");
        assertThat(history.facts(DbColumn.class))
                .filteredOn(column -> column.name().equals("customer_id"))
                .singleElement()
                .satisfies(column -> {
                    assertThat(column.references()).isEqualTo("customer.id");
                    assertThat(column.addedIn()).isEqualTo("db/2");
                });
        assertThat(history.facts(DbIndex.class))
                .filteredOn(index -> index.table().equals("bill"))
                .singleElement()
                .satisfies(index -> assertThat(index.columns()).containsExactly("customer_id"));
        assertThat(history.facts(DbConstraint.class))
                .extracting(DbConstraint::name, DbConstraint::expression, DbConstraint::references)
                .contains(
                        tuple("bill_payer_fkey", null, "customer"), tuple("bill_payer_check", "customer_id > 1", null));
    }

    @Test
    void a_column_knows_which_migration_last_set_its_nullability() {
        History history = History.of(
                "create table ledger (id int, brand_id text)",
                "alter table ledger add note text",
                "alter table ledger alter brand_id set not null");
        assertThat(history.facts(DbColumn.class))
                .filteredOn(column -> column.name().equals("brand_id"))
                .singleElement()
                .satisfies(column -> {
                    assertThat(column.nullable()).isFalse();
                    assertThat(column.addedIn()).isEqualTo("db/1");
                    assertThat(column.nullabilitySetIn()).isEqualTo("db/3");
                });
    }

    @Test
    void privileges_are_what_is_left_after_all_grants_and_revokes() {
        History history = History.of("""
            create role clerk login;
            create role staff;
            grant staff to clerk;
            create table ledger (id int);
            alter table ledger owner to keeper;
            grant all on ledger to staff;
            revoke update, delete, truncate, trigger, references on ledger from staff;
            grant update (note) on ledger to auditor;
            alter default privileges grant select on tables to reader;
            create table invoice (id int);
            """);
        assertThat(history.facts(DbGrant.class))
                .extracting(
                        grant -> grant.table() + " " + grant.role() + " " + grant.privilege() + " " + grant.through())
                .contains(
                        "ledger staff select null",
                        "ledger staff insert null",
                        "ledger clerk insert membership of staff",
                        "ledger keeper delete ownership",
                        "ledger auditor update columns note",
                        "invoice reader select default privileges")
                .doesNotContain("ledger staff update null", "ledger clerk delete membership of staff");
        assertThat(history.facts(DbOwner.class)).extracting(DbOwner::role).containsExactly("keeper");
        assertThat(history.facts(DbRole.class))
                .extracting(DbRole::name, DbRole::login, DbRole::memberOf)
                .containsExactly(tuple("clerk", true, List.of("staff")), tuple("staff", false, List.of()));
    }

    @Test
    void row_security_and_policies_that_protect_nothing_are_seen() {
        History history = History.of("""
            create table ledger (id int, brand_id text);
            alter table ledger enable row level security;
            alter table ledger force row level security;
            create policy own on ledger using (brand_id = current_setting('app.brand'));
            create policy all_of_it on ledger for select to reader using ((true or id = 7));
            """);
        assertThat(history.facts(RowSecurity.class))
                .extracting(RowSecurity::enabled, RowSecurity::forced)
                .containsExactly(tuple(true, true));
        assertThat(history.facts(DbPolicy.class))
                .extracting(DbPolicy::name, DbPolicy::alwaysTrue, DbPolicy::roles)
                .containsExactly(tuple("own", false, List.of("public")), tuple("all_of_it", true, List.of("reader")));
    }

    @Test
    void a_block_whose_condition_the_schema_answers_is_no_guess() {
        ReplayResult result = History.of("create table t (id int)", """
            do $$ begin
              if not exists (select 1 from pg_type where typname = 'mood') then
                create type mood as enum ('glad', 'sad');
              end if;
              alter table t add column how mood;
            exception when duplicate_column then null;
            end $$;
            """).replay();
        assertThat(columns(result)).containsExactly("t.id", "t.how");
        assertThat(result.checkpoints())
                .allSatisfy(one -> assertThat(one.doubts()).isEmpty());
    }

    @Test
    void a_block_whose_condition_nobody_knows_is_marked() {
        ReplayResult result = History.of(
                        "create table t (id int, gone int)",
                        "do $$ begin if (select count(*) from t) > 3 then alter table t drop column gone; end if; end"
                                + " $$")
                .replay();
        assertThat(columns(result)).containsExactly("t.id", "t.gone");
        Checkpoint last = result.checkpoints().get(1);
        assertThat(last.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.reason()).contains("it only happens if (select count(*) from t) > 3");
            assertThat(doubt.types()).contains("DbColumn", "LockFact");
        });
        assertThat(last.facts())
                .filteredOn(LockFact.class::isInstance)
                .extracting(fact -> ((LockFact) fact).dependsOn())
                .containsExactly("a condition of its DO block: (select count(*) from t) > 3");
    }

    @Test
    void statements_built_while_they_run_leave_what_they_name_in_doubt() {
        ReplayResult result = History.of(
                        "create table shard (id int)",
                        "do $$ begin execute format('alter table %I add column x' || 4 || ' int', 'shard'); end $$",
                        "create function grow() returns void language plpgsql as $$ begin execute 'create table"
                                + " shard_' || 5 || ' (like shard)'; end $$; select grow();")
                .replay();
        assertThat(result.checkpoints().get(1).doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.reason()).endsWith("; it names shard"));
        assertThat(result.checkpoints().get(2).doubts()).hasSize(1);
        assertThat(result.baseline()).isEqualTo(Baseline.COMPLETE);
    }

    @Test
    void a_history_that_starts_in_the_middle_is_told() {
        assertThat(History.of("alter table unknown add column x int").replay().baseline())
                .isEqualTo(Baseline.MISSING);
        assertThat(History.of("alter table if exists unknown add column x int")
                        .replay()
                        .baseline())
                .isEqualTo(Baseline.COMPLETE);
        assertThat(History.of("do $$ begin execute 'create ' || 'table unknown (id int)'; end $$", "drop table unknown")
                        .replay()
                        .baseline())
                .isEqualTo(Baseline.UNKNOWN);
    }

    @Test
    void ways_back_are_compared_with_the_schema_before() {
        History history = History.of()
                .migration("create table t (id int, a int)", "drop table t")
                .migration("alter table t add column b int", "alter table t drop column a")
                .migration("create index t_id on t (id)", "drop index t_other")
                .migration("do $$ begin execute 'drop' || ' table t'; end $$", "create table t (id int)");
        assertThat(history.facts(DownCheck.class))
                .extracting(DownCheck::outcome)
                .containsExactly(
                        RollbackOutcome.EXACT, RollbackOutcome.DIFFERS, RollbackOutcome.FAILS, RollbackOutcome.NOT_RUN);
        assertThat(history.facts(DownCheck.class).get(1).difference())
                .isEqualTo("- column t.a integer; + column t.b integer");
        assertThat(history.facts(DownCheck.class).get(2).difference()).isEqualTo("`t_other` does not exist");
    }

    @Test
    void a_lock_is_held_for_what_follows_in_its_transaction() {
        String up = "set lock_timeout = '4s'; alter table t add column x int; create index on t (x); select 1";
        List<LockFact> held = History.of("create table t (id int)", up).facts(LockFact.class);
        assertThat(held)
                .extracting(LockFact::heldForStatements, LockFact::bounded, LockFact::hazard)
                .containsExactly(tuple(2, true, false), tuple(1, true, true));
        assertThat(History.in(MigrationTransaction.NONE, "create table t (id int)", up)
                        .facts(LockFact.class))
                .extracting(LockFact::heldForStatements)
                .containsExactly(0, 0);
        assertThat(History.in(MigrationTransaction.UNKNOWN, "create table t (id int)", up)
                        .facts(LockFact.class))
                .extracting(LockFact::heldForStatements)
                .containsExactly(-1, -1);
    }

    @Test
    void a_weak_lock_is_a_hazard_under_a_strong_one_of_the_same_transaction() {
        String up = "alter table t add constraint k check (a > 5) not valid; alter table t validate constraint k";
        assertThat(History.of("create table t (a int)", up).facts(LockFact.class))
                .extracting(LockFact::hazard)
                .containsExactly(false, true);
        assertThat(History.in(MigrationTransaction.NONE, "create table t (a int)", up)
                        .facts(LockFact.class))
                .extracting(LockFact::hazard)
                .containsExactly(false, false);
    }

    @Test
    void changes_say_whether_running_code_can_go_on() {
        List<SchemaChange> changes = History.of(
                        "create table t (id int, old text)",
                        "alter table t add column x int; alter table t drop column old; alter table t drop column x")
                .facts(SchemaChange.class);
        assertThat(changes)
                .extracting(SchemaChange::phase, SchemaChange::destructive, SchemaChange::createdInSameMigration)
                .containsExactly(
                        tuple(SchemaPhase.EXPAND, false, true),
                        tuple(SchemaPhase.EXPAND, false, false),
                        tuple(SchemaPhase.CONTRACT, true, false),
                        tuple(SchemaPhase.CONTRACT, true, true));
    }

    @Test
    void going_on_from_an_earlier_replay_gives_the_same_as_starting_again() {
        Random random = new Random(20);
        List<String> statements = statements(random);
        ReplayResult earlier = null;
        for (int round = 0; round < 60; round++) {
            int at = random.nextInt(statements.size());
            if (random.nextInt(3) == 0) statements.add(at, statement(random));
            else if (random.nextInt(3) == 0 && statements.size() > 4) statements.remove(at);
            else statements.set(at, statement(random));
            History history = History.of();
            for (String up : statements) history.migration(up, random.nextBoolean() ? null : statement(random));
            ReplayResult anew = Replay.of(history.history());
            ReplayResult further = Replay.of(history.history(), earlier);
            assertThat(further.facts()).isEqualTo(anew.facts());
            assertThat(further.schema()).isEqualTo(anew.schema());
            earlier = further;
        }
    }

    private static List<String> statements(Random random) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < 12; i++) statements.add(statement(random));
        return statements;
    }

    private static String statement(Random random) {
        int t = random.nextInt(4);
        int c = random.nextInt(5);
        int u = random.nextInt(4);
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> "create table t" + t + " (id int primary key, c" + c + " text)";
            case 3, 4 -> "alter table t" + t + " add column c" + c + " int not null default " + u;
            case 5 -> "alter table t" + t + " drop column c" + c;
            case 6 -> "alter table t" + t + " rename to t" + u;
            case 7 -> "alter table t" + t + " rename c" + c + " to c" + u;
            case 8 -> "alter table t" + t + " add foreign key (c" + c + ") references t" + u;
            case 9 -> "create index on t" + t + " (c" + c + ")";
            case 10 -> "drop table if exists t" + t + " cascade";
            case 11 -> "create type e" + u + " as enum ('a" + c + "'); alter table t" + t + " add e" + c + " e" + u;
            case 12 -> "grant select on t" + t + " to r" + u + "; alter table t" + t + " owner to r" + c;
            default -> "do $$ begin execute 'alter table t" + t + " ' || 'disable trigger all'; end $$";
        };
    }

    @Test
    void no_text_makes_it_fail() {
        Random random = new Random(8);
        String[] words = {
            "create",
            "table",
            "alter",
            "t",
            "(",
            ")",
            ",",
            "add",
            "column",
            "check",
            "drop",
            "if",
            "exists",
            "do",
            "$$",
            "begin",
            "end",
            ";",
            "then",
            "execute",
            "'x'",
            "exception",
            "when",
            "references",
            "partition",
            "of",
            "view",
            "as",
            "select",
            "from",
            "grant",
            "on",
            "to",
            "index",
            "case",
            "loop",
            "type",
            "policy",
            "domain",
            "\"",
            "'"
        };
        for (int round = 0; round < 1500; round++) {
            StringBuilder text = new StringBuilder(round % 3 == 0 ? "do $$ begin " : "alter table t ");
            for (int i = 0; i < 30; i++)
                text.append(words[random.nextInt(words.length)]).append(' ');
            List<Fact> facts = History.of("create table t (id int)", text.toString())
                    .replay()
                    .facts();
            assertThat(facts).isNotEmpty();
        }
    }

    private static List<String> columns(ReplayResult result) {
        return result.facts().stream()
                .filter(DbColumn.class::isInstance)
                .map(DbColumn.class::cast)
                .map(column -> column.table() + "." + column.name())
                .toList();
    }
}
