package io.github.assaymark.core.plain;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.rule.Pattern;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts by the value of one property, built when first asked for; from then on it follows changes. */
final class FactIndex {
    private record Key(Pattern.Side side, int property, boolean owned) {}

    private record OwnedValue(String owner, @Nullable Object value) {}

    private record Index(Property property, boolean owned, Map<@Nullable Object, Set<Fact>> facts) {
        void add(Fact fact) {
            facts.computeIfAbsent(value(fact), v -> new LinkedHashSet<>(2)).add(fact);
        }

        void remove(Fact fact) {
            Object value = value(fact);
            Set<Fact> known = facts.get(value);
            if (known == null) return;
            known.remove(fact);
            if (known.isEmpty()) facts.remove(value);
        }

        private @Nullable Object value(Fact fact) {
            Object value = property.of(fact);
            return owned ? new OwnedValue(fact.owner(), value) : value;
        }
    }

    private final FactStore store;
    private final Map<String, Map<Key, Index>> byType = new HashMap<>();

    FactIndex(FactStore store) {
        this.store = store;
    }

    /** The facts of a type whose property has that value; {@code owner} null for those of every owner. */
    Iterable<Fact> facts(Pattern pattern, Property property, @Nullable Object value, @Nullable String owner) {
        Key key = new Key(pattern.side(), property.index(), owner != null);
        Index index = byType.computeIfAbsent(pattern.factType(), type -> new HashMap<>())
                .computeIfAbsent(key, k -> build(k, pattern.factType(), property));
        return index.facts().getOrDefault(owner == null ? value : new OwnedValue(owner, value), Set.of());
    }

    /** Follows a change of the judged revision that the store has followed already. */
    void apply(List<Fact> removed, List<Fact> added) {
        for (Fact fact : removed) {
            known(fact).forEach((key, index) -> {
                if (key.side() == Pattern.Side.HEAD) index.remove(fact);
            });
        }
        for (Fact fact : added) {
            known(fact).forEach((key, index) -> {
                if (key.side() == Pattern.Side.HEAD) index.add(fact);
            });
        }
    }

    private Map<Key, Index> known(Fact fact) {
        return byType.getOrDefault(FactStore.type(fact), Map.of());
    }

    private Index build(Key key, String type, Property property) {
        Index index = new Index(property, key.owned(), new HashMap<>());
        for (Fact fact : store.facts(key.side(), type)) index.add(fact);
        return index;
    }
}
