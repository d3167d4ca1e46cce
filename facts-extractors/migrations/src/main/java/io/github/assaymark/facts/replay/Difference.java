package io.github.assaymark.facts.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What another schema holds where it differs from one; empty for what only the first has. Immutable, as long as nobody
 * changes the maps. Numbers that come next are not compared.
 *
 * @param cluster whether what is not part of tables differs
 */
record Difference(
        Map<Integer, Optional<Relation>> relations,
        Map<String, Optional<Integer>> names,
        Map<Long, Optional<List<Integer>>> referrers,
        Map<Integer, Optional<UserType>> types,
        Map<String, Optional<Integer>> typeNames,
        Map<String, Optional<Routine>> routines,
        Map<Integer, Optional<List<Privilege>>> privileges,
        boolean cluster) {
    static final Difference NONE =
            new Difference(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), false);

    @SuppressWarnings("ReferenceEquality") // the same object most of the time
    static Difference between(Schema one, Schema other) {
        if (one == other) return NONE;
        return new Difference(
                of(one.relations(), other.relations()),
                of(one.names(), other.names()),
                of(one.referrers(), other.referrers()),
                of(one.types(), other.types()),
                of(one.typeNames(), other.typeNames()),
                of(one.routines(), other.routines()),
                of(one.privileges(), other.privileges()),
                !one.cluster().equals(other.cluster()));
    }

    private static <K extends Comparable<K>, V> Map<K, Optional<V>> of(
            PersistentMap<K, V> one, PersistentMap<K, V> other) {
        if (one.shares(other)) return Map.of();
        Map<K, Optional<V>> found = new HashMap<>();
        other.forEachUnshared(one, (key, value) -> {
            if (!value.equals(one.get(key))) found.put(key, Optional.of(value));
        });
        one.forEachUnshared(other, (key, value) -> {
            if (!other.has(key)) found.put(key, Optional.empty());
        });
        return found;
    }

    boolean none() {
        return relations.isEmpty()
                && names.isEmpty()
                && referrers.isEmpty()
                && types.isEmpty()
                && typeNames.isEmpty()
                && routines.isEmpty()
                && privileges.isEmpty()
                && !cluster;
    }

    /** The other schema, made of the one, so that it shares with it what does not differ. */
    Schema applied(Schema one, Schema.Cluster otherCluster, int nextNumber) {
        if (none() && one.nextNumber() == nextNumber) return one;
        return new Schema(
                nextNumber,
                applied(one.relations(), relations),
                applied(one.names(), names),
                applied(one.referrers(), referrers),
                applied(one.types(), types),
                applied(one.typeNames(), typeNames),
                applied(one.routines(), routines),
                applied(one.privileges(), privileges),
                cluster ? otherCluster : one.cluster());
    }

    private static <K extends Comparable<K>, V> PersistentMap<K, V> applied(
            PersistentMap<K, V> one, Map<K, Optional<V>> changes) {
        PersistentMap<K, V> now = one;
        for (Map.Entry<K, Optional<V>> change : changes.entrySet())
            now = change.getValue().isPresent()
                    ? now.with(change.getKey(), change.getValue().get())
                    : now.without(change.getKey());
        return now;
    }
}
