package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.model.fact.RollbackOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a migration.
 *
 * @param statements on a database without rows where rows made it fail
 * @param failsWithRows statements that failed only because tables had rows
 * @param rollback null when there is nothing that takes it back
 * @param difference of the rollback, or its error; null when there is none
 * @param inTransaction whether all of it ran in one transaction
 */
record MigrationOutcome(
        MigrationScript migration,
        List<Outcome> statements,
        List<Outcome> failsWithRows,
        @Nullable RollbackOutcome rollback,
        @Nullable String difference,
        boolean inTransaction) {
    MigrationOutcome {
        statements = List.copyOf(statements);
        failsWithRows = List.copyOf(failsWithRows);
    }
}
