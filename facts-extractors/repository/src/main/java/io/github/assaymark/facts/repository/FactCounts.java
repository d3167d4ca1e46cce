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
    private final Map<Fact, Integer> counts = new HashMap<>();
    private final Map<Fact, Integer> before = new HashMap<>();

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

    private void change(Fact fact, int by) {
        int count = counts.getOrDefault(fact, 0);
        before.putIfAbsent(fact, count);
        if (count + by == 0) counts.remove(fact);
        else counts.put(fact, count + by);
    }

    /** The facts that somebody says. */
    Set<Fact> facts() {
        return counts.keySet();
    }

    /** What changed since this was asked before. */
    FactDelta take() {
        List<Fact> removed = new ArrayList<>();
        List<Fact> added = new ArrayList<>();
        before.forEach((fact, count) -> {
            boolean is = counts.containsKey(fact);
            if (count > 0 && !is) removed.add(fact);
            if (count == 0 && is) added.add(fact);
        });
        before.clear();
        return sorted(removed, added);
    }

    /** What turns these facts into others. */
    FactDelta deltaTo(FactCounts next) {
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
