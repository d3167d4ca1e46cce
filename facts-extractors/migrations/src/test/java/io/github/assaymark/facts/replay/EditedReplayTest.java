package io.github.assaymark.facts.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going on from an earlier replay gives what starting again gives. */
final class EditedReplayTest {
    private record Step(String up, @Nullable String down) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333, 4444})
    void after_every_edit_a_replay_is_the_one_from_scratch(long seed) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 24; i++) steps.add(step(random, i));
        ReplayResult earlier = null;
        for (int round = 0; round < 250; round++) {
            edit(steps, random);
            History history = History.of();
            for (Step step : steps) history.migration(step.up(), step.down());
            ReplayResult anew = Replay.of(history.history());
            ReplayResult further = Replay.of(history.history(), earlier);
            assertThat(said(further)).as("round " + round).isEqualTo(said(anew));
            assertThat(further.schema()).isEqualTo(anew.schema());
            assertThat(further.baseline()).isEqualTo(anew.baseline());
            for (int i = 0; i < anew.history().migrations().size(); i++)
                assertThat(further.destructive(i)).isEqualTo(anew.destructive(i));
            earlier = further;
        }
    }

    @Test
    void what_no_later_migration_asks_for_makes_none_be_replayed() {
        String table = "create table seed (id int);\n";
        ReplayResult before = edited(table, table);
        ReplayResult after = edited("-- the first table\n" + table, table + "alter table seed add weight int;");

        assertThat(before.checkpoints().get(2).footprint())
                .isSameAs(after.checkpoints().get(2).footprint());
        assertThat(before.checkpoints().get(3).footprint())
                .isNotSameAs(after.checkpoints().get(3).footprint());
        assertThat(after.facts()).isEqualTo(Replay.of(after.history()).facts());
    }

    /** The second is one more state of the first. */
    private ReplayResult edited(String first, String second) {
        ReplayResult result = Replay.of(history(first, second), earlier);
        earlier = result;
        return result;
    }

    private @Nullable ReplayResult earlier;

    private static MigrationHistory history(String first, String second) {
        return History.of(
                        first.replace("seed", "root"),
                        second,
                        "alter table root add depth int; create table leaf (id int, root_id int)",
                        "create index on seed (id)")
                .history();
    }

    private static void edit(List<Step> steps, Random random) {
        int at = random.nextInt(steps.size());
        switch (random.nextInt(12)) {
            case 0 -> steps.add(at, step(random, at));
            case 1 -> {
                if (steps.size() > 8) steps.remove(at);
            }
            case 2 -> steps.add(step(random, steps.size()));
            case 3, 4 ->
                steps.set(
                        at,
                        new Step(
                                "-- " + random.nextInt() + "\n" + steps.get(at).up(),
                                steps.get(at).down()));
            case 5, 6 -> {
                Step old = steps.get(at);
                steps.set(at, new Step(old.up() + ";\n" + statement(random, at), old.down()));
            }
            case 7 -> {
                steps.set(at, step(random, at));
                int other = random.nextInt(steps.size());
                steps.set(other, step(random, other));
            }
            default -> steps.set(at, step(random, at));
        }
    }

    /** Everything a replay says, in order. */
    private static List<Object> said(ReplayResult result) {
        List<Object> said = new ArrayList<>(result.facts());
        for (Checkpoint checkpoint : result.checkpoints()) {
            said.addAll(checkpoint.doubts());
            said.add(checkpoint.errors());
            said.add(checkpoint.missing());
        }
        List<Fact> left = new ArrayList<>();
        ReplayGaps gaps = new ReplayGaps("services/loom", left::add);
        gaps.of(result);
        said.addAll(left);
        for (String type : Doubt.SCHEMA) said.add(gaps.of(type));
        return said;
    }

    private static Step step(Random random, int i) {
        List<String> up = new ArrayList<>();
        for (int n = random.nextInt(3); n >= 0; n--) up.add(statement(random, i + n));
        return new Step(String.join(";\n", up), random.nextInt(3) == 0 ? null : statement(random, i));
    }

    private static String statement(Random random, int i) {
        String t = "t" + random.nextInt(5);
        String u = "t" + random.nextInt(5);
        String c = "c" + random.nextInt(4);
        String d = "c" + random.nextInt(4);
        String k = "k" + random.nextInt(3);
        return switch (random.nextInt(44)) {
            case 0, 1, 2, 3 -> "create table " + t + " (id int primary key, " + c + " text, c0x serial)";
            case 4 -> "create table " + t + " (id int, " + c + " int references " + u + ")";
            case 5 -> "create table " + t + " (id int, at date) partition by range (at)";
            case 6 ->
                "create table p" + i + " partition of " + t + " for values from ('2020-01-0" + (1 + i % 9)
                        + "') to ('2021-01-01')";
            case 7 -> "create table h" + i + " () inherits (" + t + ")";
            case 8, 9, 10 -> "alter table " + t + " add column " + c + " int not null default " + i;
            case 11 -> "alter table " + t + " drop column if exists " + c + " cascade";
            case 12 -> "alter table " + t + " rename to " + u;
            case 13 -> "alter table " + t + " rename " + c + " to " + d;
            case 14 -> "alter table " + t + " add foreign key (" + c + ") references " + u + " (id)";
            case 15 -> "create unique index on " + t + " (" + c + ")";
            case 16 -> "drop table if exists " + t + " cascade";
            case 17 -> "drop table " + t;
            case 18 -> "create type " + k + " as enum ('a" + i + "', 'b')";
            case 19 -> "alter table " + t + " add " + c + " " + k;
            case 20 -> "drop type if exists " + k + " cascade";
            case 21 -> "alter type " + k + " add value 'v" + i + "'";
            case 22 -> "create domain " + k + " as int check (value > " + i + ")";
            case 23 -> "alter domain " + k + " add constraint d" + i + " check (value < 900)";
            case 24 -> "create view v" + random.nextInt(3) + " as select " + c + " from " + t;
            case 25 -> "create materialized view v" + random.nextInt(3) + " as select id from v" + random.nextInt(3);
            case 26 -> "drop view if exists v" + random.nextInt(3) + " cascade";
            case 27 -> "refresh materialized view v" + random.nextInt(3);
            case 28 ->
                "create function f" + random.nextInt(3) + "() returns trigger language plpgsql as $$ begin perform " + i
                        + "; end $$";
            case 29 ->
                "create trigger g" + i + " before insert on " + t + " for each row execute function f"
                        + random.nextInt(3) + "()";
            case 30 -> "drop function if exists f" + random.nextInt(3) + " cascade";
            case 31 ->
                "create policy y" + i + " on " + t + " using (" + c + " > 1); alter table " + t
                        + " enable row level security";
            case 32 -> "grant select, update (" + c + ") on " + t + " to r" + random.nextInt(3);
            case 33 -> "revoke all on " + t + " from r" + random.nextInt(3);
            case 34 -> "grant insert on all tables in schema public to r" + random.nextInt(3);
            case 35 -> "alter default privileges grant delete on tables to r" + random.nextInt(3);
            case 36 ->
                "create role r" + random.nextInt(3) + "; grant r" + random.nextInt(3) + " to r" + random.nextInt(3);
            case 37 -> "alter table " + t + " owner to r" + random.nextInt(3);
            case 38 -> "alter table " + t + " set schema s" + random.nextInt(2);
            case 39 -> "create schema s" + random.nextInt(2) + "; alter schema s0 rename to s1";
            case 40 -> "create temporary table tmp" + i + " (id int); insert into " + t + " (id) select id from " + u;
            case 41 ->
                "do $$ begin if exists (select 1 from pg_class where relname = '" + t + "') then alter table " + t
                        + " add " + c + " int; end if; end $$";
            case 42 -> "do $$ begin execute 'alter table " + t + " ' || 'disable trigger all'; end $$";
            default ->
                "alter table " + t + " alter " + c + " type bigint; alter table " + t + " alter " + c + " set not null";
        };
    }
}
