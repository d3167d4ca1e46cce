package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.facts.migrations.ScriptPart;
import io.github.assaymark.model.Provenance;
import java.util.HashSet;
import java.util.Set;

/** Where the statements of a history stand in its files. Used by one thread. */
final class Sites {
    private final MigrationHistory history;
    private final Set<Integer> orders = new HashSet<>();

    Sites(MigrationHistory history) {
        this.history = history;
    }

    Provenance.File file(Site site) {
        orders.add(site.order());
        MigrationScript script = history.migrations().get(site.order() - 1);
        ScriptPart down = script.down();
        ScriptPart part = site.down() && down != null ? down : script.up();
        return site.statement() < 0
                ? Provenance.File.whole(part.path())
                : Replay.place(
                        part.path(), part.statements().get(site.statement()).place());
    }

    Provenance.File file(Origin origin) {
        return file(origin.site());
    }

    /** Of the migrations that were asked for. */
    Set<Integer> orders() {
        return Set.copyOf(orders);
    }
}
