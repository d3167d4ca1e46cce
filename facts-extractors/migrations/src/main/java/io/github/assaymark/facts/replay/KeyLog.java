package io.github.assaymark.facts.replay;

import java.util.HashSet;
import java.util.Set;

/** Which keys a map was asked for, or was given. Used by one thread. */
final class KeyLog<K> {
    private final Set<K> keys = new HashSet<>();
    private boolean all;

    void key(K key) {
        keys.add(key);
    }

    /** The map as a whole was looked at. */
    void all() {
        all = true;
    }

    /** Whether what is kept of some keys may matter to whoever asked. */
    boolean asks(Set<K> others) {
        if (others.isEmpty()) return false;
        if (all) return true;
        for (K key : others) if (keys.contains(key)) return true;
        return false;
    }
}
