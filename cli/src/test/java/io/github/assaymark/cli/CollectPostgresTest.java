package io.github.assaymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.catalog.CatalogScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CollectPostgresTest {
    private static final String SECRET = "hunter2-canary";

    private final FakeWorkshop workshop = new FakeWorkshop();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Run run(String... arguments) {
        return Run.of(workshop, directory, Map.of("PGPASSWORD", SECRET, "PGUSER", "reader"), false, arguments);
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private Run export(String url) {
        return run("collect", "postgres", "--url", url, "--out", "postgres-catalog.json");
    }

    @Test
    void script_is_printed_with_the_command_that_runs_it() {
        Run run = run("collect", "postgres", "--print");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("-- Made by: assay collect postgres --print > postgres-catalog.sql\n"
                        + "-- Run by:  psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_ROLLBACK=on"
                        + " --file=postgres-catalog.sql --dbname=DATABASE > state/postgres-catalog.json\n\n")
                .endsWith(CatalogScript.text());
        assertThat(workshop.connections).isEmpty();
    }

    @Test
    void database_is_read_with_the_password_of_the_environment() throws IOException {
        workshop.catalog = "{\"parts\":[]}\n";
        Run run = export("jdbc:postgresql://db/billing");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("wrote postgres-catalog.json\n");
        assertThat(Files.readString(directory.resolve("postgres-catalog.json"))).isEqualTo("{\"parts\":[]}\n");
        assertThat(workshop.connections)
                .singleElement()
                .satisfies(connection ->
                        assertThat(connection).containsEntry("user", "reader").containsEntry("password", SECRET));
    }

    @Test
    void user_of_the_command_line_goes_first_and_no_password_is_made_up() {
        Run.of(
                workshop,
                directory,
                Map.of("PGUSER", "reader"),
                false,
                "collect",
                "postgres",
                "--url",
                "jdbc:postgresql://db/x",
                "--user",
                "auditor",
                "--out",
                "postgres-catalog.json");

        assertThat(workshop.connections.get(0)).containsEntry("user", "auditor").doesNotContainKey("password");
    }

    @Test
    void parts_that_were_denied_are_named() {
        workshop.catalog = "{\"parts\":[\n{\"part\":\"policies\",\"status\":\"denied\",\"sqlState\":\"42501\"},\n"
                + "{\"part\":\"roles\",\"status\":\"failed\",\"sqlState\":\"57014\"}]}";

        assertThat(export("jdbc:postgresql://db/x").err())
                .isEqualTo("wrote postgres-catalog.json; without policies (denied), roles (failed), which it says\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/x?user=a&password=hunter2-canary",
                "jdbc:postgresql://db/x?sslPassword=hunter2-canary",
                "jdbc:postgresql://reader:hunter2-canary@db/x"
            })
    void password_in_the_address_is_refused_and_not_repeated(String url) {
        Run run = export(url);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(lines(
                        "--url: a password does not belong into a command line, where others can read it",
                        "  Maybe set PGPASSWORD, or write it into ~/.pgpass"));
        assertThat(workshop.connections).isEmpty();
    }

    @Test
    void error_of_the_database_says_why_without_the_password() {
        workshop.catalogFails = new SQLException("FATAL: " + SECRET + " failed for user \"reader\"\nmore", "28P01");
        assertThat(export("jdbc:postgresql://db/x").err())
                .isEqualTo(lines(
                        "--url: the catalogue cannot be read: FATAL: [redacted] failed for user \"reader\"",
                        "  Maybe the role or its password is another: see --user, PGPASSWORD and ~/.pgpass"));
        workshop.catalogFails = new SQLException("refused", "08001");
        assertThat(export("jdbc:postgresql://db/x").err()).contains("the server cannot be reached from here");
        workshop.catalogFails = new SQLException("none", "3D000");
        assertThat(export("jdbc:postgresql://db/x").err()).contains("the database has another name");
        workshop.catalogFails = new SQLException("odd");
        assertThat(export("jdbc:postgresql://db/x").err()).contains("run it with psql");
        assertThat(export("jdbc:postgresql://db/x").exitCode()).isEqualTo(2);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void wrong_use_says_what_is_missing() {
        assertThat(run("collect").exitCode()).isEqualTo(2);
        assertThat(run("collect").err()).startsWith("collect takes a system, or --describe");
        assertThat(run("collect", "postgres").err())
                .isEqualTo(lines(
                        "collect postgres takes --print or --url, one of the two",
                        "  Maybe `assay collect postgres --print` for a script that psql runs"));
        assertThat(export("postgresql://db/x").err())
                .isEqualTo(lines(
                        "--url: no address of a PostgreSQL database: postgresql://db/x",
                        "  Maybe jdbc:postgresql://HOST/DATABASE"));
        assertThat(run("collect", "postgres", "--url", "jdbc:postgresql:x").err())
                .isEqualTo(lines("--url: --out is missing", "  Maybe --out state/postgres-catalog.json"));
        assertThat(run("collect", "postgres", "--url", "jdbc:postgresql:x", "--out", "state/catalog.json")
                        .err())
                .isEqualTo(lines(
                        "--out: no name by which it would be found: state/catalog.json",
                        "  Maybe state/postgres-catalog.json"));
        assertThat(run("collect", "postgres", "--url", "jdbc:postgresql:x", "--out", "no/postgres-catalog.json")
                        .err())
                .contains("--out: cannot write ", "no such directory");
    }

    @Test
    void help_names_the_systems_and_their_options() {
        assertThat(run("help", "collect").out()).contains("postgres", "Export the system catalogue");
        assertThat(run("collect", "--help").out()).contains("SYSTEM").contains("postgres");
        assertThat(run("collect", "postgres", "--help").out())
                .contains("--url=URL", "--out=FILE", "The password comes from PGPASSWORD or .pgpass");
        assertThat(run("--help").out()).contains("collect");
        assertThat(run("generate-completion").out()).contains("collect");
    }
}
