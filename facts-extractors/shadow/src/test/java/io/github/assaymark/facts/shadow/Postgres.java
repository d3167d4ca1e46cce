package io.github.assaymark.facts.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One server for all tests of a class; where there are no programs of PostgreSQL the tests are skipped, loudly. */
final class Postgres {
    private static @Nullable PostgresServer server;

    private Postgres() {}

    static synchronized PostgresServer server() {
        if (server == null) {
            server = start(PostgresVersion.DEFAULT.major() + "");
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    static PostgresServer start(String version) {
        requirePrograms(version);
        return PostgresServer.start(version, PostgresBinaries.ofProcess());
    }

    static void requirePrograms(String version) {
        try {
            PostgresBinaries.ofProcess().jar(PostgresVersion.of(version), Platform.current());
        } catch (ShadowException e) {
            System.err.println("SKIPPED, nothing of the shadow database is tested: " + e.getMessage());
            assertThat(System.getenv("ASSAY_REQUIRE_POSTGRES"))
                    .as("PostgreSQL is required here")
                    .isNull();
            Assumptions.abort(String.valueOf(e.getMessage()));
        }
    }

    /** What comes of migrations, without rows. */
    static List<Outcome> outcomes(String... ups) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        try (ShadowDatabase database = ShadowDatabase.create(server(), 20)) {
            new ShadowRun(database, 0)
                    .apply(GooseHistory.of(ups), done -> {})
                    .migrations()
                    .forEach(migration -> outcomes.addAll(migration.statements()));
        }
        return outcomes;
    }

    /** What comes of the last of some migrations, one line for each lock, and one for each error. */
    static List<String> last(String... ups) throws Exception {
        List<Outcome> all = outcomes(ups);
        List<String> lines = new ArrayList<>();
        int statements = GooseHistory.of(ups)
                .migrations()
                .get(ups.length - 1)
                .up()
                .statements()
                .size();
        for (Outcome outcome : all.subList(all.size() - statements, all.size())) {
            for (Touch touch : outcome.touches())
                lines.add(touch.relation().key() + " " + touch.mode() + " " + touch.work());
            if (outcome.lost()) lines.add(outcome.how() + " " + outcome.state() + " " + outcome.message());
        }
        return lines;
    }
}
