package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.facts.migrations.ScriptPart;
import io.github.assaymark.facts.migrations.ScriptStatement;
import io.github.assaymark.facts.sql.DdlGrammar;
import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.DownMigration;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import io.github.assaymark.model.fact.StatementParse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A history of migrations written in a test. */
final class History {
    private final List<MigrationScript> scripts = new ArrayList<>();
    private final MigrationTransaction transaction;

    private History(MigrationTransaction transaction) {
        this.transaction = transaction;
    }

    /** One transaction for each migration. */
    static History of(String... ups) {
        History history = new History(MigrationTransaction.PER_MIGRATION);
        for (String up : ups) history.migration(up, null);
        return history;
    }

    static History in(MigrationTransaction transaction, String... ups) {
        History history = new History(transaction);
        for (String up : ups) history.migration(up, null);
        return history;
    }

    History migration(String up, @Nullable String down) {
        int order = scripts.size() + 1;
        String key = "db/" + order;
        String path = "db/" + order + ".sql";
        ScriptPart back = down == null ? null : part(key + "!", "db/" + order + ".down.sql", down);
        scripts.add(new MigrationScript(
                key,
                String.valueOf(order),
                "",
                order,
                path,
                part(key, path, up),
                down == null ? DownMigration.NONE : DownMigration.SQL,
                back,
                true,
                up + "\0" + down));
        return this;
    }

    private ScriptPart part(String key, String path, String text) {
        SqlScript script = SqlScript.of(text);
        List<ScriptStatement> statements = new ArrayList<>();
        for (SqlStatement statement : script.statements())
            statements.add(new ScriptStatement(
                    key + "#" + (statements.size() + 1),
                    statements.size() + 1,
                    statement,
                    script.text(statement),
                    DdlGrammar.of(script, statement),
                    StatementParse.FULL,
                    null,
                    transaction == MigrationTransaction.NONE ? 0 : 1,
                    null));
        return new ScriptPart(path, script, true, false, statements);
    }

    MigrationHistory history() {
        return new MigrationHistory(
                "db",
                "services/loom",
                "db",
                MigrationTool.PLAIN,
                SqlDialect.POSTGRESQL,
                transaction,
                false,
                false,
                scripts,
                List.of());
    }

    ReplayResult replay() {
        return Replay.of(history());
    }

    <F extends Fact> List<F> facts(Class<F> type) {
        return replay().facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
