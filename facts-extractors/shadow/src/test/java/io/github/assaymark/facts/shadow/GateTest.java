package io.github.assaymark.facts.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GateTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "copy t to program 'touch /tmp/x' | REFUSED null COPY with PROGRAM starts programs of the server",
                "create extension dblink | REFUSED null extension dblink is not one that a shadow database installs",
                "create language plperl | REFUSED null a language is not installed in a shadow database",
                "create function f() returns int language c as 'libc' | REFUSED null functions in c are not run in a shadow database",
                "do $$ begin execute 'copy t to program ''touch /tmp/x'''; end $$ | FAILED 42501 permission denied to COPY to or from an external program",
                "do $$ begin execute 'copy t from ''/etc/passwd'''; end $$ | FAILED 42501 permission denied to COPY from a file",
                "select pg_read_file('/etc/passwd') | FAILED 42501 permission denied for function pg_read_file",
                "select pg_ls_dir('/') | FAILED 42501 permission denied for function pg_ls_dir",
                "select lo_import('/etc/passwd') | FAILED 42501 permission denied for function lo_import",
                "do $$ begin execute 'create extension dblink'; end $$ | FAILED 42501 permission denied to create extension \"dblink\"",
                "alter role assay_migrator superuser | FAILED 42501 permission denied to alter role",
                "alter system set fsync = on | FAILED 42501 permission denied to set parameter \"fsync\"",
                "set session_replication_role = replica | FAILED 42501 permission denied to set parameter \"session_replication_role\"",
                "select * from pg_authid | FAILED 42501 permission denied for table pg_authid",
                "create or replace function assay_shadow.seen() returns int language sql as 'select 1' | FAILED 42501 permission denied for schema assay_shadow",
                "set role assay_admin | FAILED 42501 permission denied to set role \"assay_admin\"",
            })
    void a_migration_reaches_nothing_beyond_its_database(String statement, String error) throws Exception {
        assertThat(Postgres.last("create table t (a text)", statement)).containsExactly(error);
    }
}
