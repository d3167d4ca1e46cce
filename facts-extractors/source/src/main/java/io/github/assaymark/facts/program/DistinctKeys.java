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

    /**
     * Gives keys again that were given this often before and after; false, with nothing changed, when they were not.
     */
    boolean again(String[] bases, int[] before, int[] after) {
        for (int i = 0; i < bases.length; i++) {
            Integer was = given.put(bases[i], after[i]);
            if ((was == null ? 0 : was) == before[i]) continue;
            for (int j = i; j >= 0; j--) {
                int back = j == i && was != null ? was : before[j];
                if (back == 0) given.remove(bases[j]);
                else given.put(bases[j], back);
            }
            return false;
        }
        return true;
    }
}
