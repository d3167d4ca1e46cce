package io.github.assaymark.facts.migrations;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;

/**
 * A set as it was recognised, and what its files say. Immutable, as long as nobody changes the draft or the map.
 *
 * @param scripts by the parts of the draft they were read from
 */
record BuiltHistory(
        String owner, Draft draft, MigrationHistory history, IdentityHashMap<Draft.Entry, MigrationScript> scripts) {

    /** {@code keys} are those of the sets before. */
    static BuiltHistory of(MigrationFiles files, String owner, Draft draft, Set<String> keys) {
        return built(
                owner,
                draft,
                new HistoryBuilder(files, owner, draft, key(draft, keys), new IdentityHashMap<>()).build());
    }

    private static BuiltHistory built(String owner, Draft draft, MigrationHistory history) {
        IdentityHashMap<Draft.Entry, MigrationScript> scripts = new IdentityHashMap<>();
        for (int i = 0; i < draft.entries.size(); i++)
            scripts.put(draft.entries.get(i), history.migrations().get(i));
        return new BuiltHistory(owner, draft, history, scripts);
    }

    /** The same set in a later state of its files, in which it would be recognised just so. */
    BuiltHistory in(MigrationFiles before, MigrationFiles later) {
        IdentityHashMap<Draft.Entry, MigrationScript> same = new IdentityHashMap<>(scripts);
        for (Draft.Entry entry : draft.entries) if (!unchanged(entry, before, later)) same.remove(entry);
        if (same.size() == scripts.size()) return this;
        return built(owner, draft, new HistoryBuilder(later, owner, draft, history.key(), same).build());
    }

    private static boolean unchanged(Draft.Entry entry, MigrationFiles before, MigrationFiles later) {
        Draft.Part down = entry.down();
        return before.sameText(later, entry.up().file().path())
                && (down == null || before.sameText(later, down.file().path()));
    }

    /** Two tools may share a directory. */
    private static String key(Draft draft, Set<String> sets) {
        String base = draft.directory.isEmpty() ? "." : draft.directory;
        String own = base;
        if (!sets.add(own)) own = base + " " + draft.tool.name().toLowerCase(Locale.ROOT);
        for (int i = 2; !own.equals(base) && !sets.add(own); i++) own = base + " " + i;
        return own;
    }
}
