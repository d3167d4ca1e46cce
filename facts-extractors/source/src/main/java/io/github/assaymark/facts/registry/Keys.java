package io.github.assaymark.facts.registry;

import java.util.HashMap;
import java.util.Map;

/** Keeps the keys of facts of one type apart. Used by one thread. */
public final class Keys {
    private final Map<String, Integer> taken = new HashMap<>();

    /** {@code base} the first time, then {@code base#2} and so on. */
    public String of(String base) {
        int number = taken.merge(base, 1, Integer::sum);
        return number == 1 ? base : base + "#" + number;
    }
}
