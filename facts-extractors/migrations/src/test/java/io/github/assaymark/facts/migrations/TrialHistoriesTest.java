package io.github.assaymark.facts.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.assaymark.model.fact.StatementParse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** With {@code -Dassay.trial=DIR}: what is found in repositories below that directory. */
final class TrialHistoriesTest {
    @Test
    void sets_of_trial_repositories_are_recognised() {
        String trial = System.getProperty("assay.trial");
        assumeTrue(trial != null, "SKIPPED: no -Dassay.trial=DIR");
        assertThat(Path.of(trial)).isDirectory();
        for (String name :
                System.getProperty("assay.trial.names", "hatchet,kratos,auth").split(",", -1)) {
            Path root = Path.of(trial, name);
            if (!Files.isDirectory(root)) continue;
            List<MigrationHistory> histories = Histories.in(root);
            for (MigrationHistory history : histories) {
                System.out.println(name + ": " + history.key() + " " + history.tool() + " " + history.dialect() + " "
                        + history.transaction() + " templated=" + history.templated() + " migrations="
                        + history.migrations().size());
                history.problems().forEach(p -> System.out.println("   problem " + p));
                Map<String, Integer> counts = new TreeMap<>();
                for (MigrationScript migration : history.migrations()) {
                    counts.merge("back " + migration.back(), 1, Integer::sum);
                    counts.merge("transactional " + migration.transactional(), 1, Integer::sum);
                    for (ScriptStatement statement : migration.up().statements()) {
                        counts.merge("parse " + statement.parse(), 1, Integer::sum);
                        if (statement.parse() != StatementParse.FULL)
                            System.out.println("   " + statement.parse() + " " + migration.path() + ":"
                                    + statement.place().line() + " " + statement.reason());
                    }
                }
                System.out.println("   " + counts);
            }
        }
    }
}
