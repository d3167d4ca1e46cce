package io.github.assaymark.facts.repository;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many say each fact. Used by one thread. */
final class FactCounts {
    private final Map<Fact, Count> counts = new HashMap<>();
    private final List<Count> changed = new ArrayList<>();

    /** How many say a fact, and said it when this was asked before. */
    private static final class Count {
        private final Fact fact;
        private int now;
        private int before;
        private boolean noted;

        Count(Fact fact) {
            this.fact = fact;
        }
    }

    void add(Collection<Fact> facts) {
        facts.forEach(fact -> change(fact, 1));
    }

    void remove(Collection<Fact> facts) {
        facts.forEach(fact -> change(fact, -1));
    }

    /** Takes facts away and adds others; where both lists are the same at their beginning or end, nothing happens. */
    void replace(List<Fact> old, List<Fact> now) {
        int shorter = Math.min(old.size(), now.size());
        int start = 0;
        while (start < shorter && isSame(old.get(start), now.get(start))) start++;
        int end = 0;
        while (end < shorter - start && isSame(old.get(old.size() - 1 - end), now.get(now.size() - 1 - end))) end++;
        replaceAll(old.subList(start, old.size() - end), now.subList(start, now.size() - end));
    }

    /** What is the very same object in both lists is passed over: whoever reads files keeps what it said of others. */
    private void replaceAll(List<Fact> old, List<Fact> now) {
        if (old.isEmpty() || now.isEmpty()) {
            remove(old);
            add(now);
            return;
        }
        IdentityHashMap<Fact, Integer> same = new IdentityHashMap<>(old.size());
        for (Fact fact : old) same.merge(fact, 1, Integer::sum);
        for (Fact fact : now) {
            Integer times = same.get(fact);
            if (times == null) change(fact, 1);
            else if (times == 1) same.remove(fact);
            else same.put(fact, times - 1);
        }
        same.forEach((fact, times) -> change(fact, -times));
    }

    private static boolean isSame(Fact one, Fact other) {
        return one == other || one.equals(other);
    }

    /** All a fact holds goes into its hash, so that it is looked up once. */
    private void change(Fact fact, int by) {
        Count count = counts.computeIfAbsent(fact, Count::new);
        if (!count.noted) {
            count.noted = true;
            count.before = count.now;
            changed.add(count);
        }
        count.now += by;
    }

    /** The facts that somebody says; to be asked for when {@link #take} was called after the last change. */
    Set<Fact> facts() {
        return counts.keySet();
    }

    /** What changed since this was asked before. */
    FactDelta take() {
        List<Fact> removed = new ArrayList<>();
        List<Fact> added = new ArrayList<>();
        for (Count count : changed) {
            count.noted = false;
            if (count.before > 0 && count.now == 0) removed.add(count.fact);
            if (count.before == 0 && count.now > 0) added.add(count.fact);
            if (count.now == 0) counts.remove(count.fact);
        }
        changed.clear();
        return sorted(removed, added);
    }

    /** What turns these facts into others. */
    FactDelta deltaTo(FactCounts next) {
        // An update that failed left off before it was done.
        take();
        List<Fact> removed = new ArrayList<>(counts.keySet());
        removed.removeIf(next.counts::containsKey);
        List<Fact> added = new ArrayList<>(next.counts.keySet());
        added.removeIf(counts::containsKey);
        return sorted(removed, added);
    }

    private static FactDelta sorted(List<Fact> removed, List<Fact> added) {
        removed.sort(Snapshot.order());
        added.sort(Snapshot.order());
        return new FactDelta(removed, added);
    }
}
