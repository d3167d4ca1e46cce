package io.github.assaymark.core.link;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Patterns that facts hold, compiled once as long as there are few. Safe for use by many threads. */
final class Globs {
    private static final int MAX_KEPT = 500;

    private final Map<String, Glob> kept = new ConcurrentHashMap<>();

    Glob of(String text) {
        Glob known = kept.get(text);
        if (known != null) return known;
        Glob made = Glob.of(text);
        if (kept.size() < MAX_KEPT) kept.put(text, made);
        return made;
    }
}
