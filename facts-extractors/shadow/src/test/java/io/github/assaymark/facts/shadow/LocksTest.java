package io.github.assaymark.facts.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocksTest {
    private static final String SCHEMA = """
            create table u (id bigint primary key, label text);
            create table t (id bigint primary key, a int, b text, c varchar(20), u_id bigint, d timestamptz);
            create index t_b on t (b);
            create table parent (id bigint, day date) partition by range (day);
            create table child (id bigint, day date);
            create materialized view seen as select id from u;
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table t add column x int | t ACCESS_EXCLUSIVE NONE",
                "alter table t add column x int default 5 not null | t ACCESS_EXCLUSIVE NONE",
                "alter table t add column x uuid default gen_random_uuid() | t ACCESS_EXCLUSIVE REWRITE, t_b ACCESS_EXCLUSIVE INDEX_BUILD, t_pkey ACCESS_EXCLUSIVE INDEX_BUILD",
                "alter table t add column x int check (x > 0) | t ACCESS_EXCLUSIVE SCAN",
                "alter table t alter b set not null | t ACCESS_EXCLUSIVE SCAN",
                "alter table t alter c type varchar(30) | t ACCESS_EXCLUSIVE NONE",
                "alter table t add constraint k check (a > 0) not valid | t ACCESS_EXCLUSIVE NONE",
                "alter table t add constraint f foreign key (u_id) references u | t SHARE_ROW_EXCLUSIVE SCAN, t_b ACCESS_SHARE NONE, t_pkey ACCESS_SHARE NONE, u SHARE_ROW_EXCLUSIVE NONE, u_pkey ACCESS_SHARE NONE",
                "create table n (u_id bigint references u) | u SHARE_ROW_EXCLUSIVE NONE, u_pkey ACCESS_SHARE NONE",
                "create index t_a on t (a) | t SHARE INDEX_BUILD",
                "drop index t_b | t ACCESS_EXCLUSIVE NONE, t_b ACCESS_EXCLUSIVE NONE",
                "truncate u | u ACCESS_EXCLUSIVE REWRITE, u_pkey ACCESS_EXCLUSIVE INDEX_BUILD",
                "create table p1 partition of parent default | parent ACCESS_EXCLUSIVE NONE",
                "refresh materialized view seen | seen ACCESS_EXCLUSIVE REWRITE, u ACCESS_SHARE SCAN, u_pkey ACCESS_SHARE NONE",
                "comment on table t is 'x' | t SHARE_UPDATE_EXCLUSIVE NONE",
            })
    void a_statement_shows_its_locks(String statement, String locks) throws Exception {
        assertThat(String.join(", ", Postgres.last(SCHEMA, statement))).isEqualTo(locks);
    }
}
