package io.github.assaymark.facts.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.LockMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lock table, a row a case: what is there before, the statement, and the locks it takes. */
final class LockTableTest {
    private static final String TABLES = """
            create table u (id int primary key);
            create table t (id int primary key, a int, b varchar(10), c text, n numeric(10, 2), s timestamp, ref int);
            create index t_a on t (a);
            """;

    private static final Map<LockMode, String> SHORT = Map.of(
            LockMode.ACCESS_EXCLUSIVE, "AEL",
            LockMode.EXCLUSIVE, "EL",
            LockMode.SHARE_ROW_EXCLUSIVE, "SREL",
            LockMode.SHARE, "SL",
            LockMode.SHARE_UPDATE_EXCLUSIVE, "SUEL",
            LockMode.ROW_EXCLUSIVE, "RowEL",
            LockMode.ROW_SHARE, "RSL",
            LockMode.ACCESS_SHARE, "ASL");

    private static final String REWRITTEN = "AEL t REWRITE, AEL t_a INDEX_BUILD, AEL t_pkey INDEX_BUILD";

    @ParameterizedTest(name = "{0}")
    @MethodSource({"columns", "types", "constraints", "indexes", "storage", "others"})
    void a_statement_takes_the_locks_of_its_row(String statement, String before, String locks) {
        assertThat(locks(before, statement)).isEqualTo(locks);
    }

    private static String locks(String before, String statement) {
        List<LockFact> facts = History.of(TABLES + before, statement).facts(LockFact.class);
        return String.join(
                ", ",
                facts.stream()
                        .filter(lock -> lock.migration().equals("db/2") && lock.preExisting())
                        .map(lock -> SHORT.get(lock.mode()) + " " + lock.relation() + " " + lock.work())
                        .sorted()
                        .toList());
    }

    private static Arguments row(String statement, String locks) {
        return arguments(statement, "", locks);
    }

    private static Arguments row(String statement, String before, String locks) {
        return arguments(statement, before, locks);
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                row("alter table t add column x int", "AEL t NONE"),
                row("alter table t add column x int default 5", "AEL t NONE"),
                row("alter table t add column x int not null default 5", "AEL t NONE"),
                row("alter table t add column x timestamptz not null default now()", "AEL t NONE"),
                row("alter table t add column x uuid default gen_random_uuid()", REWRITTEN),
                row(
                        "alter table t add column x int default dice()",
                        "create function dice() returns int language sql as 'select 4';",
                        REWRITTEN),
                row(
                        "alter table t add column x int default six()",
                        "create function six() returns int immutable language sql as 'select 6';",
                        "AEL t NONE"),
                row("alter table t add column x serial", REWRITTEN),
                row("alter table t add column x bigint generated always as identity", REWRITTEN),
                row("alter table t add column x int generated always as (a * 2) stored", REWRITTEN),
                row("alter table t add column x int generated always as (a * 3) virtual", "AEL t NONE"),
                row("alter table t add column x int not null", "AEL t FAILS_IF_ROWS"),
                row("alter table t add column x int check (x > 0)", "AEL t SCAN"),
                row("alter table t add column x int unique", "AEL t INDEX_BUILD"),
                row("alter table t add column x int references u", "AEL t NONE, ASL u_pkey NONE, SREL u NONE"),
                row(
                        "alter table t add column x int default 1 references u (id)",
                        "AEL t SCAN, ASL u_pkey NONE, SREL u SCAN"),
                row(
                        "alter table t add column x int default null references u (id)",
                        "AEL t SCAN, ASL u_pkey NONE, SREL u SCAN"),
                row("alter table t add column if not exists a int not null", "AEL t NONE"),
                row(
                        "alter table t add column x positive",
                        "create domain positive as int check (value > 0);",
                        REWRITTEN),
                row("alter table t drop column c", "AEL t NONE"),
                row("alter table t drop column a", "AEL t NONE, AEL t_a NONE"),
                row(
                        "alter table t drop column ref",
                        "alter table t add foreign key (ref) references u;",
                        "AEL t NONE, AEL u NONE"),
                row("alter table t rename column a to z", "AEL t NONE"),
                row("alter table t rename to z", "AEL t NONE"),
                row("alter table t set schema archive", "create schema archive;", "AEL t NONE"),
                row("alter table t alter column a set default 7", "AEL t NONE"),
                row("alter table t alter column a drop default", "AEL t NONE"),
                row("alter table t alter column id drop not null", "AEL t NONE"),
                row("alter table t alter column a set not null", "AEL t SCAN"),
                row(
                        "alter table t alter column a set not null",
                        "alter table t add constraint a_there check (a is not null);",
                        "AEL t NONE"),
                row(
                        "alter table t alter column a set not null",
                        "alter table t add constraint a_there check (a is not null) not valid;",
                        "AEL t SCAN"),
                row(
                        "alter table t alter column a set not null",
                        "alter table t add constraint a_or_b check (a is not null or b is not null);",
                        "AEL t SCAN"),
                row("alter table t alter column a set statistics 500", "SUEL t NONE"));
    }

    static Stream<Arguments> types() {
        return Stream.of(
                row("alter table t alter column ref type bigint", REWRITTEN),
                row(
                        "alter table u alter column id type bigint",
                        "alter table t add foreign key (ref) references u;",
                        "AEL t SCAN, AEL u REWRITE, AEL u_pkey INDEX_BUILD"),
                row("alter table t alter column b type varchar(5)", REWRITTEN),
                row("alter table t alter column c type varchar(50)", REWRITTEN),
                row("alter table t alter column b type varchar(20)", "AEL t NONE"),
                row("alter table t alter column b type varchar", "AEL t NONE"),
                row("alter table t alter column b type text", "AEL t NONE"),
                row("alter table t alter column c type varchar", "AEL t NONE"),
                row("alter table t alter column b type varchar(20) using b::varchar(20)", "AEL t NONE"),
                row("alter table t alter column b type varchar(20) using upper(b)", REWRITTEN),
                row("alter table t alter column n type numeric(12, 2)", "AEL t NONE"),
                row("alter table t alter column n type numeric", "AEL t NONE"),
                row("alter table t alter column n type numeric(12, 4)", REWRITTEN),
                row("alter table t alter column s type timestamptz", REWRITTEN),
                row("set timezone to 'UTC'; alter table t alter column s type timestamptz", "AEL t NONE"),
                row("alter table t alter column b type text", "alter table t add check (b <> '');", "AEL t SCAN"));
    }

    static Stream<Arguments> constraints() {
        String key = "alter table t add constraint t_ref foreign key (ref) references u;";
        return Stream.of(
                row("alter table t add check (a > 0)", "AEL t SCAN"),
                row("alter table t add constraint k check (a > 0) not valid", "AEL t NONE"),
                row("alter table t add constraint k not null a not valid", "AEL t NONE"),
                row(
                        "alter table t validate constraint k",
                        "alter table t add constraint k check (a > 0) not valid;",
                        "SUEL t SCAN"),
                row(
                        "alter table t validate constraint k",
                        "alter table t add constraint k foreign key (ref) references u not valid;",
                        "ASL t_a NONE, ASL t_pkey NONE, ASL u_pkey NONE, RSL u SCAN, SUEL t SCAN"),
                row("alter table t validate constraint t_ref", key, "SUEL t NONE"),
                row("alter table t add foreign key (ref) references u", "ASL u_pkey NONE, SREL t SCAN, SREL u SCAN"),
                row("alter table t add foreign key (ref) references u not valid", "SREL t NONE, SREL u NONE"),
                row("create table n (id int, u_id int references u)", "SREL u NONE"),
                row("create table n (u_id int); alter table n add foreign key (u_id) references u", "SREL u NONE"),
                row("alter table t add unique (a)", "AEL t INDEX_BUILD"),
                row("alter table t add primary key (a)", "alter table t drop constraint t_pkey;", "AEL t INDEX_BUILD"),
                row("alter table t add exclude using gist (a with =)", "AEL t INDEX_BUILD"),
                row(
                        "alter table t add constraint k unique using index t_u",
                        "create unique index t_u on t (a);",
                        "AEL t NONE, SUEL t_u NONE"),
                row(
                        "alter table t drop constraint t_pkey, add primary key using index t_u",
                        "create unique index t_u on t (id);",
                        "AEL t NONE, AEL t_pkey NONE, SUEL t_u NONE"),
                row(
                        "alter table t add primary key using index t_u",
                        "alter table t drop constraint t_pkey; create unique index t_u on t (a);",
                        "AEL t SCAN, SUEL t_u NONE"),
                row("alter table t drop constraint k", "alter table t add constraint k check (a > 0);", "AEL t NONE"),
                row("alter table t drop constraint t_ref", key, "AEL t NONE, AEL u NONE"),
                row("alter table u drop constraint u_pkey cascade", key, "AEL t NONE, AEL u NONE, AEL u_pkey NONE"),
                row("alter table t rename constraint t_pkey to k", "AEL t NONE, SUEL t_pkey NONE"),
                row(
                        "alter domain money add constraint some check (value > 0)",
                        "create domain money as int; alter table t add column price money;",
                        "SL t SCAN"),
                row(
                        "alter domain money add constraint some check (value > 0) not valid",
                        "create domain money as int; alter table t add column price money;",
                        ""));
    }

    static Stream<Arguments> indexes() {
        return Stream.of(
                row("create index on t (c)", "SL t INDEX_BUILD"),
                row("create unique index on t (c)", "SL t INDEX_BUILD"),
                row("create index if not exists t_a on t (a)", "SL t NONE"),
                row("create index concurrently on t (c)", "SUEL t INDEX_BUILD"),
                row("drop index t_a", "AEL t NONE, AEL t_a NONE"),
                row("drop index concurrently t_a", "SUEL t NONE, SUEL t_a NONE"),
                row("reindex table t", "AEL t_a INDEX_BUILD, AEL t_pkey INDEX_BUILD, SL t INDEX_BUILD"),
                row("reindex index t_a", "AEL t_a INDEX_BUILD, SL t INDEX_BUILD"),
                row(
                        "reindex table concurrently t",
                        "SUEL t INDEX_BUILD, SUEL t_a INDEX_BUILD, SUEL t_pkey INDEX_BUILD"),
                row("alter index t_a rename to t_b", "SUEL t_a NONE"),
                row("create table n (c int); create index on n (c)", ""),
                row(
                        "truncate t; create index on t (c)",
                        "AEL t REWRITE, AEL t_a REWRITE, AEL t_pkey REWRITE, SL t NONE"));
    }

    static Stream<Arguments> storage() {
        String parts = "create table pp (id int, d date) partition by range (d);"
                + "create table p1 partition of pp for values from ('2024-01-01') to ('2025-01-01');";
        return Stream.of(
                row("cluster t using t_a", REWRITTEN),
                row("alter table t cluster on t_a", "SUEL t NONE, SUEL t_a NONE"),
                row("vacuum full t", REWRITTEN),
                row("vacuum t", "SUEL t SCAN"),
                row("alter table t set unlogged", REWRITTEN),
                row("alter table t set logged", "AEL t NONE"),
                row("alter table t set (fillfactor = 70)", "SUEL t NONE"),
                row("alter table t set tablespace fast", "AEL t REWRITE"),
                row("alter table t set access method heap2", REWRITTEN),
                row("analyze t", "SUEL t NONE"),
                row("create statistics st (dependencies) on a, b from t", "SUEL t NONE"),
                row("comment on table t is 'x'", "SUEL t NONE"),
                row("comment on column t.a is 'y'", "SUEL t NONE"),
                row("truncate t", "AEL t REWRITE, AEL t_a REWRITE, AEL t_pkey REWRITE"),
                row(
                        "truncate u cascade",
                        "alter table t add foreign key (ref) references u;",
                        "AEL t REWRITE, AEL t_a REWRITE, AEL t_pkey REWRITE, AEL u REWRITE, AEL u_pkey REWRITE"),
                row("lock table t in share mode", "SL t NONE"),
                row("lock t", "AEL t NONE"),
                row("alter table pp add column x int", parts, "AEL p1 NONE, AEL pp NONE"),
                row("alter table pp alter column id set not null", parts, "AEL p1 SCAN, AEL pp SCAN"),
                row("create index on pp (id)", parts, "SL p1 INDEX_BUILD, SL pp INDEX_BUILD"),
                row("create index on only pp (id)", parts, "SL pp NONE"));
    }

    static Stream<Arguments> others() {
        String key = "alter table t add foreign key (ref) references u;";
        String view = "create view v as select id from t;";
        String mv = "create materialized view mv as select id from t; create unique index mv_id on mv (id);";
        String parts = "create table pp (id int, d date) partition by range (d);"
                + "create table p1 partition of pp for values from ('2024-01-01') to ('2025-01-01');"
                + "create table p2 (id int, d date not null);";
        String attach = "alter table pp attach partition p2 for values from ('2025-01-01') to ('2026-01-01')";
        return Stream.of(
                row("drop table t", "AEL t NONE, AEL t_a NONE, AEL t_pkey NONE"),
                row("drop table t", key, "AEL t NONE, AEL t_a NONE, AEL t_pkey NONE, AEL u NONE"),
                row("drop table u cascade", key, "AEL t NONE, AEL u NONE, AEL u_pkey NONE"),
                row("drop table t cascade", view, "AEL t NONE, AEL t_a NONE, AEL t_pkey NONE, AEL v NONE"),
                row("drop table p1", parts, "AEL p1 NONE, AEL pp NONE"),
                row("drop view v", view, "AEL v NONE, ASL t NONE"),
                row("create or replace view v as select id, a from t", view, "AEL v NONE, ASL t NONE"),
                row("alter table t enable row level security", "AEL t NONE"),
                row("create policy p on t using (true)", "AEL t NONE"),
                row("drop policy p on t", "create policy p on t;", "AEL t NONE"),
                row("alter table t replica identity full", "AEL t NONE"),
                row("create rule r as on delete to t do instead nothing", "AEL t NONE"),
                row("alter table t owner to bookkeeper", "AEL t NONE, AEL t_a NONE, AEL t_pkey NONE"),
                row("create trigger g before insert on t for each row execute function f()", "SREL t NONE"),
                row("alter table t disable trigger g", "SREL t NONE"),
                row("alter table t enable trigger all", "SREL t NONE"),
                row(attach, parts, "AEL p2 SCAN, SUEL pp NONE"),
                row(
                        attach,
                        parts + "alter table p2 add check (d >= '2025-01-01' and d < '2026-01-01');",
                        "AEL p2 NONE, SUEL pp NONE"),
                row(
                        attach,
                        parts + "create table rest partition of pp default;",
                        "AEL p2 SCAN, AEL rest SCAN, SUEL pp NONE"),
                row("alter table pp detach partition p1", parts, "AEL p1 NONE, AEL pp NONE"),
                row("alter table pp detach partition p1 concurrently", parts, "SUEL p1 NONE, SUEL pp NONE"),
                row(
                        "create table p3 partition of pp for values from ('2026-01-01') to ('2027-01-01')",
                        parts,
                        "AEL pp NONE"),
                row("refresh materialized view mv", mv, "AEL mv REWRITE, AEL mv_id INDEX_BUILD, ASL t SCAN"),
                row("refresh materialized view concurrently mv", mv, "ASL t SCAN, EL mv SCAN"),
                row("alter type mood add value 'calm'", "create type mood as enum ('glad', 'sad');", ""),
                row("alter type mood rename value 'sad' to 'low'", "create type mood as enum ('glad', 'sad');", ""),
                row("update t set a = 1", "RowEL t SCAN, RowEL t_a NONE, RowEL t_pkey NONE"),
                row("delete from t", "RowEL t SCAN, RowEL t_a NONE, RowEL t_pkey NONE"),
                row("delete from t where id = 4", "RowEL t NONE, RowEL t_a NONE, RowEL t_pkey NONE"),
                row("insert into t (id) values (1)", "RowEL t NONE, RowEL t_a NONE, RowEL t_pkey NONE"),
                row("grant select on t to clerk", "ASL t NONE"),
                row(
                        "drop function f() cascade",
                        "create function f() returns trigger language plpgsql as 'begin return new; end';"
                                + "create trigger g before insert on t for each row execute function f();",
                        "AEL t NONE"));
    }
}
