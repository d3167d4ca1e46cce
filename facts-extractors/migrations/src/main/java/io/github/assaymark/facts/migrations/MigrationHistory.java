package io.github.assaymark.facts.migrations;

import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import java.util.List;

/**
 * The migrations of one set in the order they are applied: everything a replay needs. Immutable.
 *
 * @param key of the {@link io.github.assaymark.model.fact.MigrationSet}: directory, and what tells twins apart
 * @param owner directory of the service; empty when there is none
 * @param directory of the migrations; empty for the root of the repository
 * @param dialect other ones than PostgreSQL are only recognised: their migrations hold no statements
 * @param transaction how the tool puts them into transactions
 * @param templated whether places were filled in before they were read
 * @param bounded whether the tool limits how long each of its connections waits for a lock
 * @param migrations in the order they are applied
 * @param problems what is not known of the set as a whole, for example its order; facts about it are not complete then
 */
public record MigrationHistory(
        String key,
        String owner,
        String directory,
        MigrationTool tool,
        SqlDialect dialect,
        MigrationTransaction transaction,
        boolean templated,
        boolean bounded,
        List<MigrationScript> migrations,
        List<HistoryProblem> problems) {
    /** Copies the lists. */
    public MigrationHistory {
        migrations = List.copyOf(migrations);
        problems = List.copyOf(problems);
    }

    /** What facts about one of its migrations follow from besides the migration. */
    record Kind(String key, String owner, boolean supported) {}

    Kind kind() {
        return new Kind(key, owner, supported());
    }

    /** Whether its statements are read at all. */
    public boolean supported() {
        return dialect == SqlDialect.POSTGRESQL;
    }
}
