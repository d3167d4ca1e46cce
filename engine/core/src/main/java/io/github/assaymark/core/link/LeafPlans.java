package io.github.assaymark.core.link;

import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plans of all leaves of some items. Immutable once built and safe for use by many threads. */
public final class LeafPlans {
    private final List<LeafPlan> matched;
    private final Map<String, Map<Condition.Leaf, LeafPlan>> byLeaf;

    private LeafPlans(List<LeafPlan> matched, Map<String, Map<Condition.Leaf, LeafPlan>> byLeaf) {
        this.matched = List.copyOf(matched);
        this.byLeaf = byLeaf;
    }

    /** The plans of all leaves of {@code items}, those of {@code appliesIf} too. */
    public static LeafPlans of(Collection<Item> items) {
        Map<String, LeafPlan> known = new HashMap<>();
        List<LeafPlan> matched = new ArrayList<>();
        Map<String, Map<Condition.Leaf, LeafPlan>> byLeaf = new HashMap<>();
        for (Item item : items)
            leaves(item).forEach(leaf -> {
                Condition.Leaf asked = matchedLeaf(leaf);
                if (asked == null) return;
                LeafPlan fresh = LeafPlanner.plan(matched.size(), item.judges(), asked, leaf);
                LeafPlan plan = known.computeIfAbsent(fresh.identity(), identity -> {
                    matched.add(fresh);
                    return fresh;
                });
                byLeaf.computeIfAbsent(item.judges(), judges -> new IdentityHashMap<>())
                        .put(leaf, plan);
            });
        return new LeafPlans(matched, byLeaf);
    }

    /** The plans, each at the position of its id. */
    public List<LeafPlan> matched() {
        return matched;
    }

    /**
     * The plan of a leaf of an item; for {@code Attested} that of its bound facts. Null for leaves that match nothing:
     * {@code VerdictOf}, and {@code Attested} without bound facts.
     *
     * @param leaf the very object of the item
     */
    public @Nullable LeafPlan of(Item item, Condition.Leaf leaf) {
        Map<Condition.Leaf, LeafPlan> plans = byLeaf.get(item.judges());
        return plans == null ? null : plans.get(leaf);
    }

    /** All leaves of an item, those of {@code appliesIf} first. */
    public static Stream<Condition.Leaf> leaves(Item item) {
        Condition appliesIf = item.appliesIf();
        return Stream.concat(appliesIf == null ? Stream.of() : leaves(appliesIf), leaves(item.condition()));
    }

    /** All leaves of a condition in their order. */
    public static Stream<Condition.Leaf> leaves(Condition condition) {
        if (condition instanceof Condition.AllOf all)
            return all.parts().stream().flatMap(LeafPlans::leaves);
        if (condition instanceof Condition.AnyOf any)
            return any.parts().stream().flatMap(LeafPlans::leaves);
        return Stream.of((Condition.Leaf) condition);
    }

    /** The first pattern of a leaf; null when it has none. */
    public static @Nullable Pattern pattern(Condition.Leaf leaf) {
        if (leaf instanceof Condition.Some some) return some.pattern();
        if (leaf instanceof Condition.No no) return no.pattern();
        if (leaf instanceof Condition.Count count) return count.pattern();
        if (leaf instanceof Condition.EveryMust every) return every.pattern();
        if (leaf instanceof Condition.EveryHas every) return every.pattern();
        if (leaf instanceof Condition.EveryHasNo every) return every.pattern();
        return leaf instanceof Condition.Attested attested ? attested.bound() : null;
    }

    /** The second pattern of a leaf; null when it has none. */
    public static @Nullable Pattern partner(Condition.Leaf leaf) {
        if (leaf instanceof Condition.EveryHas every) return every.partner();
        return leaf instanceof Condition.EveryHasNo every ? every.partner() : null;
    }

    private static Condition.@Nullable Leaf matchedLeaf(Condition.Leaf leaf) {
        if (leaf instanceof Condition.VerdictOf) return null;
        if (!(leaf instanceof Condition.Attested attested)) return leaf;
        Pattern bound = attested.bound();
        return bound == null ? null : new Condition.Some(null, bound, attested.place());
    }

    static boolean qualified(@Nullable Pattern pattern) {
        return pattern != null && !pattern.qualifiers().isEmpty();
    }
}
