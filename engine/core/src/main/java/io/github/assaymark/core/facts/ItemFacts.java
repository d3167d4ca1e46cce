package io.github.assaymark.core.facts;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Facts that name an item and a subject: waivers, attestations, entries of the baseline. Not safe for many threads.
 *
 * @param <F> their type
 */
public final class ItemFacts<F extends Fact> {
    private final Class<F> type;
    private final Function<F, String> item;
    private final Function<F, String> subject;
    private final Map<String, Set<F>> byItem = new HashMap<>();

    ItemFacts(Class<F> type, Function<F, String> item, Function<F, String> subject, FactStore store) {
        this.type = type;
        this.item = item;
        this.subject = subject;
        for (Fact fact : store.facts(Pattern.Side.HEAD, type.getSimpleName())) add(type.cast(fact));
    }

    /** Those of an item, under any of its ids, for a subject or for every subject, in the order of snapshots. */
    public List<F> of(Item item, String subjectKey) {
        if (byItem.isEmpty()) return List.of();
        List<F> found = new ArrayList<>();
        collect(item.id(), subjectKey, found);
        item.formerly().forEach(id -> collect(id, subjectKey, found));
        if (found.size() > 1) found.sort(Snapshot.order());
        return found;
    }

    /** All of them, in the order of snapshots. */
    public List<F> all() {
        List<F> all = new ArrayList<>();
        byItem.values().forEach(all::addAll);
        all.sort(Snapshot.order());
        return all;
    }

    /** The ids of items they name. */
    public Collection<String> items() {
        return byItem.keySet();
    }

    void apply(FactDelta effect) {
        for (Fact fact : effect.removed()) if (type.isInstance(fact)) remove(type.cast(fact));
        for (Fact fact : effect.added()) if (type.isInstance(fact)) add(type.cast(fact));
    }

    private void collect(String id, String subjectKey, List<F> found) {
        for (F fact : byItem.getOrDefault(id, Set.of())) {
            String about = subject.apply(fact);
            if (about.equals(subjectKey) || about.equals("*")) found.add(fact);
        }
    }

    private void add(F fact) {
        byItem.computeIfAbsent(item.apply(fact), id -> new LinkedHashSet<>()).add(fact);
    }

    private void remove(F fact) {
        Set<F> facts = byItem.get(item.apply(fact));
        if (facts == null) return;
        facts.remove(fact);
        if (facts.isEmpty()) byItem.remove(item.apply(fact));
    }
}
