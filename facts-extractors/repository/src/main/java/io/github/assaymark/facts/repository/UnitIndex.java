package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.repository.source.Reads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which units asked for what. Used by one thread. */
final class UnitIndex {
    private final Map<String, Set<Unit>> contents = new HashMap<>();
    private final Map<String, Set<Unit>> lookups = new HashMap<>();
    private final Map<String, Set<Unit>> directories = new HashMap<>();
    private final Map<String, Set<Unit>> listed = new HashMap<>();
    private final Set<Unit> listedAll = new LinkedHashSet<>();
    private final Map<String, Set<Unit>> owned = new HashMap<>();
    private final Set<Unit> everywhere = new LinkedHashSet<>();

    void remove(Unit unit) {
        Reads reads = unit.reads();
        reads.contents().forEach(path -> take(contents, path, unit));
        reads.lookups().forEach(path -> take(lookups, path, unit));
        reads.directories().forEach(path -> take(directories, path, unit));
        listedAll.remove(unit);
        everywhere.remove(unit);
        String owner = unit.owner();
        if (owner == null) return;
        take(listed, owner, unit);
        take(owned, owner, unit);
    }

    /** The units that may list a file of an owner. */
    List<Unit> listing(String owner) {
        List<Unit> units = new ArrayList<>(owned.getOrDefault(owner, Set.of()));
        units.addAll(everywhere);
        return units;
    }

    /** The unit asked again; what it asked for before it did not ask for now. */
    void replace(Unit unit, Reads before) {
        Reads now = unit.reads();
        exchange(contents, before.contents(), now.contents(), unit);
        exchange(lookups, before.lookups(), now.lookups(), unit);
        exchange(directories, before.directories(), now.directories(), unit);
        if (now.listedAll()) listedAll.add(unit);
        else listedAll.remove(unit);
        String owner = unit.owner();
        if (owner == null) {
            everywhere.add(unit);
            return;
        }
        put(owned, owner, unit);
        if (now.listed()) put(listed, owner, unit);
        else take(listed, owner, unit);
    }

    /** The unit asked for more. */
    void add(Unit unit, Reads more) {
        more.contents().forEach(path -> put(contents, path, unit));
        more.lookups().forEach(path -> put(lookups, path, unit));
        more.directories().forEach(path -> put(directories, path, unit));
        if (more.listedAll()) listedAll.add(unit);
        String owner = unit.owner();
        if (owner != null && more.listed()) put(listed, owner, unit);
    }

    private static void exchange(Map<String, Set<Unit>> index, Set<String> before, Set<String> now, Unit unit) {
        for (String path : before) if (!now.contains(path)) take(index, path, unit);
        for (String path : now) if (!before.contains(path)) put(index, path, unit);
    }

    /** Who looked at what a file holds. */
    Collection<Unit> ofContent(String path, String owner) {
        Set<Unit> units = new LinkedHashSet<>(contents.getOrDefault(path, Set.of()));
        for (Unit unit : listing(owner)) if (unit.lookedAt(path)) units.add(unit);
        return units;
    }

    /** Who would have seen a file come or go. */
    List<Unit> ofShape(String path, String owner) {
        List<Unit> units = new ArrayList<>(ofContent(path, owner));
        units.addAll(lookups.getOrDefault(path, Set.of()));
        units.addAll(listed.getOrDefault(owner, Set.of()));
        units.addAll(listedAll);
        return units;
    }

    /** Who asked for a directory. */
    Collection<Unit> ofDirectory(String directory) {
        return directories.getOrDefault(directory, Set.of());
    }

    private static void put(Map<String, Set<Unit>> index, String key, Unit unit) {
        index.computeIfAbsent(key, k -> new LinkedHashSet<>(4)).add(unit);
    }

    private static void take(Map<String, Set<Unit>> index, String key, Unit unit) {
        @Nullable Set<Unit> units = index.get(key);
        if (units == null) return;
        units.remove(unit);
        if (units.isEmpty()) index.remove(key);
    }
}
