package io.github.assaymark.facts.migrations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A set as it was recognised, and what its files say. Immutable, as long as nobody changes the draft or the map.
 *
 * @param scripts by the parts of the draft they were read from
 * @param byPath the parts of the draft by the files they are read from
 */
record BuiltHistory(
        String owner,
        Draft draft,
        MigrationHistory history,
        IdentityHashMap<Draft.Entry, MigrationScript> scripts,
        Map<String, List<Draft.Entry>> byPath) {

    /** {@code keys} are those of the sets before. */
    static BuiltHistory of(MigrationFiles files, String owner, Draft draft, Set<String> keys) {
        Map<String, List<Draft.Entry>> byPath = new HashMap<>();
        for (Draft.Entry entry : draft.entries) {
            byPath.computeIfAbsent(entry.up().file().path(), path -> new ArrayList<>(1))
                    .add(entry);
            Draft.Part down = entry.down();
            if (down != null)
                byPath.computeIfAbsent(down.file().path(), path -> new ArrayList<>(1))
                        .add(entry);
        }
        return built(
                owner,
                draft,
                new HistoryBuilder(files, owner, draft, key(draft, keys), new IdentityHashMap<>()).build(draft.dialect),
                byPath);
    }

    private static BuiltHistory built(
            String owner, Draft draft, MigrationHistory history, Map<String, List<Draft.Entry>> byPath) {
        IdentityHashMap<Draft.Entry, MigrationScript> scripts = new IdentityHashMap<>();
        for (int i = 0; i < draft.entries.size(); i++)
            scripts.put(draft.entries.get(i), history.migrations().get(i));
        return new BuiltHistory(owner, draft, history, scripts, byPath);
    }

    /** The same set in a later state of its files, in which it would be recognised just so. */
    BuiltHistory in(MigrationFiles later) {
        List<Draft.Entry> changed = new ArrayList<>();
        for (String path : later.changed()) changed.addAll(byPath.getOrDefault(path, List.of()));
        if (changed.isEmpty()) return this;
        IdentityHashMap<Draft.Entry, MigrationScript> same = new IdentityHashMap<>(scripts);
        changed.forEach(same::remove);
        HistoryBuilder builder = new HistoryBuilder(later, owner, draft, history.key(), same);
        return built(owner, draft, builder.build(history.dialect()), byPath);
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
