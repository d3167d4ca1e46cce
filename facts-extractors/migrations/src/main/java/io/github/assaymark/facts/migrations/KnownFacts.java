package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.repository.work.Places;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts about the migrations of one owner as they were said last: those of a migration that did not change are said
 * again. Used by one thread.
 */
final class KnownFacts {
    private IdentityHashMap<MigrationScript, Kept> last = new IdentityHashMap<>();
    private IdentityHashMap<MigrationScript, Kept> now = new IdentityHashMap<>();

    /** What facts follow from besides the migration itself, and the facts. */
    private record Kept(
            MigrationHistory.Kind history, @Nullable String commit, Set<String> destructive, MigrationFacts facts) {}

    /** {@code destructive} are keys of statements of any migration; {@code taken} keys that others took. */
    MigrationFacts of(
            Places places,
            MigrationHistory history,
            MigrationScript migration,
            Set<String> destructive,
            Map<String, Integer> taken) {
        Set<String> own = new HashSet<>();
        for (ScriptStatement statement : migration.up().statements())
            if (destructive.contains(statement.key())) own.add(statement.key());
        String commit = places.source().commit();
        Kept kept = last.get(migration);
        boolean same = kept != null
                && kept.history().equals(history.kind())
                && Objects.equals(kept.commit(), commit)
                && kept.destructive().equals(own)
                && Collections.disjoint(kept.facts().keys().keySet(), taken.keySet());
        if (kept == null || !same)
            kept = new Kept(
                    history.kind(),
                    commit,
                    own,
                    new MigrationFacts(places, history, migration, own, Map.copyOf(taken)));
        boolean alone = Collections.disjoint(kept.facts().keys().keySet(), taken.keySet());
        if (alone) now.put(migration, kept);
        return kept.facts();
    }

    /** All are told. */
    void done() {
        last = now;
        now = new IdentityHashMap<>();
    }
}
