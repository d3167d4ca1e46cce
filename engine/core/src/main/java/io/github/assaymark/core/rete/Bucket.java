package io.github.assaymark.core.rete;

import io.github.assaymark.core.link.Match;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The present matches of one query in one scope: their number, and the facts of each where judging reads them. */
final class Bucket {
    static final Bucket EMPTY = new Bucket(false);
    static final List<Match> NONE = List.of();

    private final @Nullable Map<Object, Match> tuples;
    private int count;

    Bucket(boolean keepsTuples) {
        this.tuples = keepsTuples ? new IdentityHashMap<>(4) : null;
    }

    int count() {
        return count;
    }

    /** The matches; null when only their number is kept. */
    @Nullable
    Collection<Match> tuples() {
        return tuples == null ? null : tuples.values();
    }

    void add(Object identity, @Nullable Match match) {
        if (tuples != null && match != null) tuples.put(identity, match);
        count++;
    }

    void remove(Object identity) {
        if (tuples != null) tuples.remove(identity);
        count--;
    }
}
