package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.migrations.MigrationHistory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last replays, so that an edited migration is replayed from where it begins. What is taken from it is compared
 * with the history by content: it saves time and changes no result. Safe for use by many threads.
 */
public final class ReplayCache {
    private static final int MAX_KEPT = 64;

    private final Map<String, ReplayResult> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** Keeps nothing yet. */
    public ReplayCache() {}

    /** The replay of a history. */
    @SuppressWarnings("ReferenceEquality") // asked for again
    public ReplayResult replay(MigrationHistory history) {
        String key = history.owner() + "\0" + history.key();
        ReplayResult known = get(key);
        if (known != null && known.history() == history) return known;
        ReplayResult result = Replay.of(history, known);
        put(key, result);
        return result;
    }

    private synchronized @Nullable ReplayResult get(String key) {
        return kept.get(key);
    }

    private synchronized void put(String key, ReplayResult result) {
        kept.put(key, result);
        if (kept.size() > MAX_KEPT) kept.remove(kept.keySet().iterator().next());
    }
}
