package io.github.assaymark.facts.shadow;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;

/** A process that starts a server, says where it is, and then runs a query that never ends. */
final class KilledRun {
    private KilledRun() {}

    public static void main(String[] arguments) throws Exception {
        PostgresServer server = PostgresServer.start(arguments[0], PostgresBinaries.ofProcess());
        System.out.write((server.directory() + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        try (Connection connection = server.admin("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_sleep(600)");
        }
    }
}
