package io.github.assaymark.facts.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionsTest {
    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(strings = {"14", "15", "16", "17", "18"})
    void a_history_runs_on_each_version_whose_programs_are_there(String version) throws Exception {
        PostgresServer server = Postgres.start(version);
        try (server;
                ShadowDatabase database = ShadowDatabase.create(server, 20)) {
            try (Connection connection = server.admin("postgres");
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("show server_version")) {
                row.next();
                assertThat(row.getString(1)).startsWith(version + ".");
            }
            List<Outcome> outcomes = new ArrayList<>();
            new ShadowRun(database, 7)
                    .apply(
                            GooseHistory.of(
                                    "create table t (id bigint primary key, a int)",
                                    "alter table t add column x uuid default gen_random_uuid()",
                                    "alter table t alter a set not null",
                                    "create index t_a on t (a)"),
                            done -> {})
                    .migrations()
                    .forEach(migration -> outcomes.addAll(migration.statements()));

            assertThat(outcomes).extracting(Outcome::lost).containsExactly(false, false, false, false);
            assertThat(touches(outcomes.get(1)))
                    .contains("t ACCESS_EXCLUSIVE REWRITE", "t_pkey ACCESS_EXCLUSIVE INDEX_BUILD");
            assertThat(touches(outcomes.get(2))).contains("t ACCESS_EXCLUSIVE SCAN");
            assertThat(touches(outcomes.get(3))).contains("t SHARE INDEX_BUILD");
        }
    }

    private static List<String> touches(Outcome outcome) {
        return outcome.touches().stream()
                .map(touch -> touch.relation().key() + " " + touch.mode() + " " + touch.work())
                .toList();
    }
}
