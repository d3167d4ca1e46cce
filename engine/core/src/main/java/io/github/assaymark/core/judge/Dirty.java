package io.github.assaymark.core.judge;

import io.github.assaymark.model.verdict.SubjectRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Verdicts that must be judged again, those that others ask for first. */
final class Dirty {
    private final TreeMap<RuledItem, Set<SubjectRef>> byItem;

    /** Nothing yet; {@code ranks} by ordinal give the order. */
    Dirty(int[] ranks) {
        byItem = new TreeMap<>(Comparator.comparingInt(item -> ranks[item.ordinal()]));
    }

    void add(RuledItem item, SubjectRef subject) {
        byItem.computeIfAbsent(item, i -> new HashSet<>(4)).add(subject);
    }

    void add(RuledItem item, Collection<SubjectRef> subjects) {
        if (!subjects.isEmpty())
            byItem.computeIfAbsent(item, i -> new HashSet<>(4)).addAll(subjects);
    }

    boolean isEmpty() {
        return byItem.isEmpty();
    }

    Map.Entry<RuledItem, Set<SubjectRef>> next() {
        return byItem.pollFirstEntry();
    }
}
