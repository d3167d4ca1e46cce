package io.github.assaymark.facts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class CatalogScriptTest {
    @Test
    void script_has_a_part_for_everything_that_is_asked_for() {
        assertThat(CatalogScript.parts())
                .extracting(CatalogScript.Part::name)
                .containsExactly(
                        "head",
                        "schemas",
                        "roles",
                        "members",
                        "extensions",
                        "tables",
                        "columns",
                        "indexes",
                        "constraints",
                        "policies",
                        "grants",
                        "defaults",
                        "settings",
                        "end");
    }

    @Test
    void script_reads_only() {
        assertThat(CatalogScript.preamble().get(0))
                .isEqualTo("begin transaction isolation level repeatable read, read only");
        assertThat(CatalogScript.preamble().subList(1, CatalogScript.preamble().size()))
                .allMatch(statement -> statement.startsWith("set local "));
        assertThat(CatalogScript.parts()).allMatch(part -> part.sql().startsWith("select "));
        assertThat(CatalogScript.text()).endsWith("\nrollback;\n");
    }

    @Test
    void script_names_nothing_that_holds_secrets() {
        assertThat(CatalogScript.text().toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "pg_authid",
                        "pg_shadow",
                        "rolpassword",
                        "rolconfig",
                        "prosrc",
                        "pg_user_mapping",
                        "umoptions",
                        "srvoptions",
                        "subconninfo",
                        "pg_stat",
                        "obj_description",
                        "pg_description",
                        "select *");
    }

    @Test
    void command_for_psql_names_the_script_and_the_result_but_no_password() {
        assertThat(CatalogScript.command("catalog.sql", "state/postgres-catalog.json"))
                .isEqualTo("psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_ROLLBACK=on"
                        + " --file=catalog.sql --dbname=DATABASE > state/postgres-catalog.json");
    }
}
