package io.github.assaymark.core.judge;

import io.github.assaymark.core.link.LeafPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which items read what: the way from a change to the verdicts it may concern. Immutable. */
final class Readers {
    private final Map<LeafPlan, List<RuledItem>> ofPlan = new HashMap<>();
    private final Map<String, List<RuledItem>> ofOwnedCoverage = new HashMap<>();
    private final Map<String, List<RuledItem>> ofAllCoverage = new HashMap<>();
    private final Map<String, List<RuledItem>> ofVerdicts = new HashMap<>();
    private final Map<String, List<RuledItem>> judging = new HashMap<>();
    private final List<RuledItem> ofNow = new ArrayList<>();
    private final List<RuledItem> ofParameters = new ArrayList<>();

    Readers(List<RuledItem> items, Map<String, RuledItem> byId) {
        for (RuledItem item : items) {
            item.plans().forEach(plan -> put(ofPlan, plan, item));
            item.ownedTypes().forEach(type -> put(ofOwnedCoverage, type, item));
            item.allTypes().forEach(type -> put(ofAllCoverage, type, item));
            put(judging, item.item().judges(), item);
            if (item.readsNow()) ofNow.add(item);
            if (item.readsParameters()) ofParameters.add(item);
            for (String id : item.asks()) {
                put(ofVerdicts, id, item);
                RuledItem asked = byId.get(id);
                if (asked == null) continue; // without a subject of theirs, coverage answers for them
                put(ofOwnedCoverage, asked.item().judges(), item);
                put(ofAllCoverage, asked.item().judges(), item);
            }
        }
    }

    List<RuledItem> of(LeafPlan plan) {
        return ofPlan.getOrDefault(plan, List.of());
    }

    /** Of the coverage of a type for the subject's owner. */
    List<RuledItem> ofOwnedCoverage(String type) {
        return ofOwnedCoverage.getOrDefault(type, List.of());
    }

    /** Of the coverage of a type for every owner. */
    List<RuledItem> ofAllCoverage(String type) {
        return ofAllCoverage.getOrDefault(type, List.of());
    }

    /** Of the verdicts of an item. */
    List<RuledItem> ofVerdicts(String item) {
        return ofVerdicts.getOrDefault(item, List.of());
    }

    /** The items that judge a type. */
    List<RuledItem> judging(String type) {
        return judging.getOrDefault(type, List.of());
    }

    Set<String> judgedTypes() {
        return judging.keySet();
    }

    List<RuledItem> ofNow() {
        return ofNow;
    }

    List<RuledItem> ofParameters() {
        return ofParameters;
    }

    private static <K> void put(Map<K, List<RuledItem>> map, K key, RuledItem item) {
        List<RuledItem> items = map.computeIfAbsent(key, k -> new ArrayList<>());
        if (items.isEmpty() || !items.get(items.size() - 1).equals(item)) items.add(item);
    }
}
