package io.github.assaymark.core.plain;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts by the value of one property, built when first asked for. */
final class FactIndex {
    private record Key(Pattern.Side side, String type, int property, boolean owned) {}

    private record OwnedValue(String owner, @Nullable Object value) {}

    private final FactStore store;
    private final Map<Key, Map<@Nullable Object, List<Fact>>> indexes = new HashMap<>();

    FactIndex(FactStore store) {
        this.store = store;
    }

    /** The facts of a type whose property has that value; {@code owner} null for those of every owner. */
    Iterable<Fact> facts(Pattern pattern, Property property, @Nullable Object value, @Nullable String owner) {
        Key key = new Key(pattern.side(), pattern.factType(), property.index(), owner != null);
        Map<@Nullable Object, List<Fact>> index = indexes.computeIfAbsent(key, k -> build(k, property));
        return index.getOrDefault(owner == null ? value : new OwnedValue(owner, value), List.of());
    }

    void forget(Set<String> types) {
        indexes.keySet().removeIf(key -> key.side() == Pattern.Side.HEAD && types.contains(key.type()));
    }

    private Map<@Nullable Object, List<Fact>> build(Key key, Property property) {
        Map<@Nullable Object, List<Fact>> index = new HashMap<>();
        for (Fact fact : store.facts(key.side(), key.type())) {
            Object value = property.of(fact);
            index.computeIfAbsent(key.owned() ? new OwnedValue(fact.owner(), value) : value, v -> new ArrayList<>(2))
                    .add(fact);
        }
        return index;
    }
}
