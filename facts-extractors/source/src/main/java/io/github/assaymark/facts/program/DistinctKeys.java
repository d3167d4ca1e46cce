package io.github.assaymark.facts.program;

import java.util.HashMap;
import java.util.Map;

/** Keeps keys apart in the order they are asked for. Used by one thread. */
public final class DistinctKeys {
    private final Map<String, Integer> given = new HashMap<>();

    /** No key is given yet. */
    public DistinctKeys() {}

    /** {@code base} the first time, then {@code base#2}, {@code base#3} and so on. */
    public String key(String base) {
        int number = given.merge(base, 1, Integer::sum);
        return number == 1 ? base : base + "#" + number;
    }

    /** How often a key was given. */
    int given(String base) {
        return given.getOrDefault(base, 0);
    }

    void given(String base, int times) {
        given.put(base, times);
    }
}
