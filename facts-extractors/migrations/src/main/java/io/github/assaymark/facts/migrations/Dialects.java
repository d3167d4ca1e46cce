package io.github.assaymark.facts.migrations;

import io.github.assaymark.model.fact.SqlDialect;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says which database a set is for. */
final class Dialects {
    private static final Map<String, SqlDialect> NAMES = Map.ofEntries(
            Map.entry("postgres", SqlDialect.POSTGRESQL),
            Map.entry("postgresql", SqlDialect.POSTGRESQL),
            Map.entry("pg", SqlDialect.POSTGRESQL),
            Map.entry("psql", SqlDialect.POSTGRESQL),
            Map.entry("mysql", SqlDialect.MYSQL),
            Map.entry("mysql2", SqlDialect.MYSQL),
            Map.entry("mariadb", SqlDialect.MYSQL),
            Map.entry("sqlite", SqlDialect.SQLITE),
            Map.entry("sqlite3", SqlDialect.SQLITE),
            Map.entry("better-sqlite3", SqlDialect.SQLITE),
            Map.entry("libsql", SqlDialect.SQLITE),
            Map.entry("turso", SqlDialect.SQLITE),
            Map.entry("cockroach", SqlDialect.OTHER),
            Map.entry("cockroachdb", SqlDialect.OTHER),
            Map.entry("crdb", SqlDialect.OTHER),
            Map.entry("mssql", SqlDialect.OTHER),
            Map.entry("sqlserver", SqlDialect.OTHER),
            Map.entry("oracle", SqlDialect.OTHER),
            Map.entry("h2", SqlDialect.OTHER),
            Map.entry("db2", SqlDialect.OTHER),
            Map.entry("clickhouse", SqlDialect.OTHER),
            Map.entry("spanner", SqlDialect.OTHER),
            Map.entry("snowflake", SqlDialect.OTHER),
            Map.entry("singlestore", SqlDialect.OTHER),
            Map.entry("mongodb", SqlDialect.OTHER));

    /** Drivers by the words that require them. */
    private static final Map<String, SqlDialect> DRIVERS = Map.ofEntries(
            Map.entry("\"pg\"", SqlDialect.POSTGRESQL),
            Map.entry("\"postgres\"", SqlDialect.POSTGRESQL),
            Map.entry("\"pg-promise\"", SqlDialect.POSTGRESQL),
            Map.entry("\"@neondatabase/serverless\"", SqlDialect.POSTGRESQL),
            Map.entry("\"@vercel/postgres\"", SqlDialect.POSTGRESQL),
            Map.entry("\"slonik\"", SqlDialect.POSTGRESQL),
            Map.entry("github.com/lib/pq", SqlDialect.POSTGRESQL),
            Map.entry("github.com/jackc/pgx", SqlDialect.POSTGRESQL),
            Map.entry("<artifactId>postgresql</artifactId>", SqlDialect.POSTGRESQL),
            Map.entry("org.postgresql:postgresql", SqlDialect.POSTGRESQL),
            Map.entry("psycopg", SqlDialect.POSTGRESQL),
            Map.entry("asyncpg", SqlDialect.POSTGRESQL),
            Map.entry("\"mysql\"", SqlDialect.MYSQL),
            Map.entry("\"mysql2\"", SqlDialect.MYSQL),
            Map.entry("github.com/go-sql-driver/mysql", SqlDialect.MYSQL),
            Map.entry("<artifactId>mysql-connector", SqlDialect.MYSQL),
            Map.entry("<artifactId>mariadb-java-client", SqlDialect.MYSQL),
            Map.entry("\"sqlite3\"", SqlDialect.SQLITE),
            Map.entry("\"better-sqlite3\"", SqlDialect.SQLITE),
            Map.entry("\"@libsql/client\"", SqlDialect.SQLITE),
            Map.entry("github.com/mattn/go-sqlite3", SqlDialect.SQLITE),
            Map.entry("modernc.org/sqlite", SqlDialect.SQLITE));

    private static final List<String> MANIFESTS = List.of(
            "package.json",
            "go.mod",
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "pyproject.toml",
            "requirements.txt",
            "Cargo.toml");

    private Dialects() {}

    /** The database a word names; null when it names none. */
    static @Nullable SqlDialect named(String word) {
        return NAMES.get(word.toLowerCase(Locale.ROOT));
    }

    /**
     * The database of a set whose tool does not say it: by the words of its texts, else by the names of its
     * directories, else by the drivers that are required near it. {@link SqlDialect#OTHER} when all of this says
     * nothing, or contradicts itself.
     */
    static SqlDialect of(MigrationFiles files, String directory, Collection<MigrationText> texts) {
        Map<SqlDialect, Integer> votes = new EnumMap<>(SqlDialect.class);
        int left = texts.size();
        for (MigrationText text : texts) {
            for (SqlDialect dialect : text.dialectMarks().dialects()) votes.merge(dialect, 1, Integer::sum);
            // What is left cannot change the answer any more: each text has one vote for each database.
            if (lead(votes) > --left) break;
        }
        SqlDialect best = best(votes);
        if (best != null) return best;
        SqlDialect ofPlace = ofPlace(directory);
        if (ofPlace != null) return ofPlace;
        SqlDialect driver = driver(files, directory);
        return driver == null ? SqlDialect.OTHER : driver;
    }

    private static int lead(Map<SqlDialect, Integer> votes) {
        int most = 0;
        int second = 0;
        for (int vote : votes.values()) {
            second = Math.max(second, Math.min(most, vote));
            most = Math.max(most, vote);
        }
        return most - second;
    }

    private static @Nullable SqlDialect best(Map<SqlDialect, Integer> votes) {
        SqlDialect best = null;
        int most = 0;
        boolean tied = false;
        for (Map.Entry<SqlDialect, Integer> vote : votes.entrySet()) {
            tied = vote.getValue() == most || (tied && vote.getValue() < most);
            if (vote.getValue() <= most) continue;
            most = vote.getValue();
            best = vote.getKey();
        }
        return tied ? null : best;
    }

    /** By the names of its directories, the last one first. */
    static @Nullable SqlDialect ofPlace(String directory) {
        String[] parts = directory.split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            SqlDialect whole = named(parts[i]);
            if (whole != null) return whole;
            for (String word : parts[i].split("[-_.]", -1)) {
                SqlDialect said = named(word);
                if (said != null) return said;
            }
        }
        return null;
    }

    private static @Nullable SqlDialect driver(MigrationFiles files, String directory) {
        Set<SqlDialect> required = new TreeSet<>();
        for (String manifest : MANIFESTS) {
            MigrationText text = files.above(directory, manifest);
            if (text == null) continue;
            DRIVERS.forEach((word, dialect) -> {
                if (text.text().contains(word)) required.add(dialect);
            });
        }
        return required.size() == 1 ? required.iterator().next() : null;
    }
}
