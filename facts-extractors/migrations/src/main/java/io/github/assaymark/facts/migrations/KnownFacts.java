package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.repository.work.Places;
import java.util.Collections;
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
            MigrationHistory.Kind history, @Nullable String commit, Set<String> destructive, MigrationFacts facts) {
        boolean isOf(MigrationHistory.Kind kind, @Nullable String sha, Set<String> keys) {
            return history.equals(kind) && Objects.equals(commit, sha) && destructive.equals(keys);
        }
    }

    /** {@code destructive} are keys of its statements; {@code taken} keys that others took. */
    MigrationFacts of(
            Places places,
            MigrationHistory.Kind kind,
            MigrationHistory history,
            MigrationScript migration,
            Set<String> destructive,
            Map<String, Integer> taken) {
        String commit = places.source().commit();
        Kept kept = last.get(migration);
        boolean same = kept != null && kept.isOf(kind, commit, destructive) && isAlone(kept, taken);
        if (kept == null || !same) {
            kept = new Kept(
                    kind,
                    commit,
                    destructive,
                    new MigrationFacts(places, history, migration, destructive, Map.copyOf(taken)));
            same = isAlone(kept, taken);
        }
        if (same) now.put(migration, kept);
        return kept.facts();
    }

    private static boolean isAlone(Kept kept, Map<String, Integer> taken) {
        Map<String, Integer> keys = kept.facts().keys();
        return keys.isEmpty() || Collections.disjoint(keys.keySet(), taken.keySet());
    }

    /** All are told. */
    void done() {
        last = now;
        now = new IdentityHashMap<>();
    }
}
