package io.github.assaymark.facts.schema;

import java.util.HashMap;
import java.util.Map;

/** Makes keys distinct in the order they are asked for. Used by one thread. */
public final class DistinctKeys {
    private final Map<String, Integer> seen = new HashMap<>();

    /** The key itself at its first use, then with {@code #2}, {@code #3} and so on behind it. */
    public String key(String base) {
        int count = seen.merge(base, 1, Integer::sum);
        return count == 1 ? base : base + "#" + count;
    }
}
