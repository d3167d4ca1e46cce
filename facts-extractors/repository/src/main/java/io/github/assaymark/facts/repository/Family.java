package io.github.assaymark.facts.repository;

import io.github.assaymark.model.extract.FactExtractor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Extractors that are asked one after another, because they share what they derive; or a single one. Immutable. */
final class Family {
    private final List<FactExtractor> extractors;
    private final boolean shares;

    private Family(List<FactExtractor> extractors, boolean shares) {
        this.extractors = List.copyOf(extractors);
        this.shares = shares;
    }

    static Family of(FactExtractor single) {
        return new Family(List.of(single), single.family() != null);
    }

    /** The families some extractors belong to, in the order of their first ones; those that share come first. */
    static List<Family> all(List<FactExtractor> extractors) {
        Map<String, List<FactExtractor>> sharing = new LinkedHashMap<>();
        List<Family> single = new ArrayList<>();
        for (FactExtractor extractor : extractors) {
            String name = extractor.family();
            if (name == null) single.add(of(extractor));
            else sharing.computeIfAbsent(name, key -> new ArrayList<>()).add(extractor);
        }
        List<Family> all = new ArrayList<>();
        sharing.values().forEach(members -> all.add(new Family(members, true)));
        all.addAll(single);
        return all;
    }

    List<FactExtractor> extractors() {
        return extractors;
    }

    /** Whether they are asked for one owner at a time even when all files are read. */
    boolean shares() {
        return shares;
    }

    /** Whether they may be asked for one owner at a time. */
    boolean byOwner() {
        return shares || extractors.get(0).byOwner();
    }
}
