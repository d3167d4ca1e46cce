package io.github.assaymark.core.facts;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts of both revisions, by type, owner and key. A set: no fact is there twice. Not safe for many threads. */
public final class FactStore {
    private final Side head = new Side();
    private final Side base = new Side();
    private final boolean hasBase;

    /** The facts of a snapshot. */
    public FactStore(Snapshot snapshot) {
        snapshot.facts().forEach(head::add);
        snapshot.baseFacts().forEach(base::add);
        hasBase = snapshot.hasBase();
    }

    /** Whether there is a base revision at all. */
    public boolean hasBase() {
        return hasBase;
    }

    /** The facts of a type, those of each owner together; live and unmodifiable. */
    public Iterable<Fact> facts(Pattern.Side side, String type) {
        Map<String, Set<Fact>> owners = side(side).types.getOrDefault(type, Map.of());
        return () -> owners.values().stream().flatMap(Set::stream).iterator();
    }

    /** The facts of a type and owner; live and unmodifiable. */
    public Collection<Fact> facts(Pattern.Side side, String type, String owner) {
        Set<Fact> facts = side(side).types.getOrDefault(type, Map.of()).get(owner);
        return facts == null ? Set.of() : Collections.unmodifiableSet(facts);
    }

    /** All facts of a side; unmodifiable. */
    public Iterable<Fact> facts(Pattern.Side side) {
        return () -> side(side).types.values().stream()
                .flatMap(owners -> owners.values().stream())
                .flatMap(Set::stream)
                .iterator();
    }

    /** The facts of a type in the judged revision, in the order of snapshots. */
    public List<Fact> sorted(String type) {
        List<Fact> facts = new ArrayList<>();
        facts(Pattern.Side.HEAD, type).forEach(facts::add);
        facts.sort(Snapshot.order());
        return facts;
    }

    /** The facts of a type with that key, whatever their owner, in the order of snapshots. */
    public List<Fact> keyed(Pattern.Side side, String type, String key) {
        List<Fact> found = new ArrayList<>(side(side).keyed(type).getOrDefault(key, Set.of()));
        found.sort(Snapshot.order());
        return found;
    }

    /** How many facts of a type there are. */
    public int count(Pattern.Side side, String type) {
        return side(side).types.getOrDefault(type, Map.of()).values().stream()
                .mapToInt(Set::size)
                .sum();
    }

    /** Whether the judged revision has that fact. */
    public boolean contains(Fact fact) {
        return facts(Pattern.Side.HEAD, type(fact), fact.owner()).contains(fact);
    }

    /**
     * What a change comes to: repetitions, and facts that are removed and added again, left out.
     *
     * @throws IllegalArgumentException when a removed fact is not there; nothing has changed then
     */
    public FactDelta effect(FactDelta delta) {
        Set<Fact> removed = new LinkedHashSet<>(delta.removed());
        for (Fact fact : removed)
            if (!contains(fact))
                throw new IllegalArgumentException("cannot remove " + type(fact) + " `" + fact.key() + "` of owner `"
                        + fact.owner()
                        + "`: no such fact\n  Maybe the change was made from another snapshot, or was applied already");
        Set<Fact> added = new LinkedHashSet<>();
        for (Fact fact : delta.added()) if (!removed.remove(fact) && !contains(fact)) added.add(fact);
        return new FactDelta(List.copyOf(removed), List.copyOf(added));
    }

    /** Changes the judged revision; {@code effect} must come from {@link #effect}. */
    public void apply(FactDelta effect) {
        effect.removed().forEach(head::remove);
        effect.added().forEach(head::add);
    }

    /** The name of a fact's type. */
    public static String type(Fact fact) {
        return fact.getClass().getSimpleName();
    }

    private Side side(Pattern.Side side) {
        return side == Pattern.Side.HEAD ? head : base;
    }

    private static final class Side {
        final Map<String, Map<String, Set<Fact>>> types = new HashMap<>();
        private final Map<String, Map<String, Set<Fact>>> keys = new HashMap<>(); // by type, only of types asked for

        void add(Fact fact) {
            String type = type(fact);
            types.computeIfAbsent(type, t -> new HashMap<>())
                    .computeIfAbsent(fact.owner(), o -> new LinkedHashSet<>(4))
                    .add(fact);
            Map<String, Set<Fact>> index = keys.get(type);
            if (index != null) put(index, fact);
        }

        void remove(Fact fact) {
            String type = type(fact);
            Map<String, Set<Fact>> owners = types.getOrDefault(type, Map.of());
            Set<Fact> facts = owners.getOrDefault(fact.owner(), Set.of());
            facts.remove(fact);
            if (facts.isEmpty()) owners.remove(fact.owner());
            Map<String, Set<Fact>> index = keys.get(type);
            if (index == null) return;
            Set<Fact> keyed = index.getOrDefault(fact.key(), Set.of());
            keyed.remove(fact);
            if (keyed.isEmpty()) index.remove(fact.key());
        }

        Map<String, Set<Fact>> keyed(String type) {
            return keys.computeIfAbsent(type, t -> {
                Map<String, Set<Fact>> index = new HashMap<>();
                for (Set<Fact> facts : types.getOrDefault(t, Map.of()).values())
                    for (Fact fact : facts) put(index, fact);
                return index;
            });
        }

        private static void put(Map<String, Set<Fact>> index, Fact fact) {
            index.computeIfAbsent(fact.key(), k -> new LinkedHashSet<>(2)).add(fact);
        }
    }
}
