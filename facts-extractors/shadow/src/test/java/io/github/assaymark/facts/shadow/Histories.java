package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.facts.migrations.ScriptPart;
import io.github.assaymark.facts.migrations.ScriptStatement;
import io.github.assaymark.facts.sql.DdlGrammar;
import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.model.fact.DownMigration;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import io.github.assaymark.model.fact.StatementParse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Histories for tests. */
final class Histories {
    private final List<MigrationScript> migrations = new ArrayList<>();

    /** One migration for each text, in one transaction each, without anything that takes it back. */
    static MigrationHistory of(String... ups) {
        Histories histories = new Histories();
        for (String up : ups) histories.add(up, null);
        return histories.build();
    }

    Histories add(String up, @Nullable String down) {
        int order = migrations.size() + 1;
        String key = "db/000" + order;
        String path = "db/000" + order + ".up.sql";
        migrations.add(new MigrationScript(
                key,
                "000" + order,
                "",
                order,
                path,
                part(key, path, up),
                down == null ? DownMigration.NONE : DownMigration.SQL,
                down == null ? null : part(key + ":down", "db/000" + order + ".down.sql", down),
                true,
                "0".repeat(64)));
        return this;
    }

    MigrationHistory build() {
        return new MigrationHistory(
                "db",
                "",
                "db",
                MigrationTool.GOLANG_MIGRATE,
                SqlDialect.POSTGRESQL,
                MigrationTransaction.PER_MIGRATION,
                false,
                migrations);
    }

    private static ScriptPart part(String key, String path, String text) {
        SqlScript script = SqlScript.of(text);
        List<ScriptStatement> statements = new ArrayList<>();
        for (SqlStatement statement : script.statements()) {
            int ordinal = statements.size() + 1;
            statements.add(new ScriptStatement(
                    key + "#" + ordinal,
                    ordinal,
                    statement,
                    script.text(statement).replaceFirst(";\\s*$", ""),
                    DdlGrammar.of(script, statement),
                    StatementParse.FULL,
                    null,
                    null));
        }
        return new ScriptPart(path, script, true, statements);
    }
}
