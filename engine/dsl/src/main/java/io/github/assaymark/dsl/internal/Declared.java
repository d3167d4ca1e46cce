package io.github.assaymark.dsl.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Ids of a pack, those of broken items included: what {@code verdictOf} can name. */
final class Declared {
    private final Map<String, List<String>> targets = new LinkedHashMap<>();

    void checklist(String id) {
        targets.putIfAbsent(id, new ArrayList<>());
    }

    /** Notes an item; whether its id is new. */
    boolean item(String checklist, String section, String id) {
        if (targets.containsKey(id)) return false;
        targets.put(id, List.of(id));
        targets.computeIfAbsent(checklist, key -> new ArrayList<>()).add(id);
        targets.computeIfAbsent(checklist + "#" + section, key -> new ArrayList<>())
                .add(id);
        return true;
    }

    boolean knows(String target) {
        return targets.containsKey(target);
    }

    /** Ids of the items a checklist, section or item name stands for. */
    List<String> items(String target) {
        return List.copyOf(targets.getOrDefault(target, List.of()));
    }

    Set<String> targets() {
        return new TreeSet<>(targets.keySet());
    }
}
