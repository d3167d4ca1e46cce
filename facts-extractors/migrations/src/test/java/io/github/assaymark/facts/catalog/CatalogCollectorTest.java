package io.github.assaymark.facts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CatalogCollectorTest {
    @SuppressWarnings("NullAway.Init")
    private static LocalPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = LocalPostgres.start();
        server.execute("postgres", LocalPostgres.resource("platform.sql"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) server.close();
    }

    @Test
    void psql_and_jdbc_give_the_same_document() throws Exception {
        String byPsql = server.psql("postgres", LocalPostgres.SUPERUSER, CatalogScript.text());
        String byJdbc;
        try (Connection connection = server.connect("postgres", LocalPostgres.SUPERUSER)) {
            byJdbc = CatalogCollector.collect(connection);
        }

        assertThat(byJdbc.replaceFirst("\"observedAt\" : \"[^\"]*\"", ""))
                .isEqualTo(byPsql.replaceFirst("\"observedAt\" : \"[^\"]*\"", ""));
        LocatedTree tree = LocatedTree.json(byPsql, Limits.DEFAULT);
        assertThat(tree.problems()).isEmpty();
        assertThat(parts(tree)).hasSize(13).last().isEqualTo("end null");
    }

    @Test
    void connection_is_as_it_was_and_nothing_was_changed() throws Exception {
        try (Connection connection = server.connect("postgres", LocalPostgres.SUPERUSER)) {
            connection.setAutoCommit(false);
            CatalogCollector.collect(connection);
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isReadOnly()).isFalse();
        }
    }

    @Test
    void part_that_is_denied_costs_itself_only() throws Exception {
        server.execute("postgres", "create database guarded");
        server.execute("guarded", "revoke select on pg_policy from public");
        String byJdbc;
        try (Connection connection = server.connect("guarded", "nested")) {
            byJdbc = CatalogCollector.collect(connection);
        }
        LocatedTree tree = LocatedTree.json(byJdbc, Limits.DEFAULT);
        assertThat(tree.problems()).isEmpty();
        assertThat(parts(tree)).contains("policies denied", "grants complete", "end null");
        assertThat(byJdbc).contains("{\"part\":\"policies\",\"status\":\"denied\",\"sqlState\":\"42501\"},");

        LocatedTree printed = LocatedTree.json(server.psql("guarded", "nested", CatalogScript.text()), Limits.DEFAULT);
        assertThat(printed.problems()).isEmpty();
        assertThat(parts(printed)).contains("grants complete", "end null").doesNotContain("policies complete");
        assertThat(Objects.requireNonNull(printed.root()).find(List.of("readable", "pg_policy")))
                .hasToString("SCALAR@1:" + column(printed) + " false");
    }

    private static int column(LocatedTree tree) {
        return Objects.requireNonNull(Objects.requireNonNull(tree.root()).find(List.of("readable", "pg_policy")))
                .span()
                .startColumn();
    }

    @Test
    void no_password_and_no_long_text_of_a_default_is_in_it() throws Exception {
        String document = server.psql("postgres", LocalPostgres.SUPERUSER, CatalogScript.text());

        assertThat(document)
                .doesNotContain("Zq9182hh", "sk_live", "work_mem")
                .contains("'[redacted]'::text", "'app.current_brand_id_of_the_session'::text", "lock_timeout");
    }

    private static List<String> parts(LocatedTree tree) {
        LocatedNode parts =
                Objects.requireNonNull(Objects.requireNonNull(tree.root()).get("parts"));
        return parts.items().stream()
                .map(part -> text(part, "part") + " " + text(part, "status"))
                .toList();
    }

    private static String text(LocatedNode part, String key) {
        LocatedNode value = part.get(key);
        return value == null ? "null" : value.text();
    }
}
