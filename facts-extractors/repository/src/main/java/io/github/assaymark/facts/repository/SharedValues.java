package io.github.assaymark.facts.repository;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the extractors of a family share of one owner. Used by one thread at a time. */
final class SharedValues {
    private final Map<Class<?>, Object> values = new HashMap<>();

    <T> T get(Class<T> kind, Supplier<T> make) {
        Object known = values.get(kind);
        if (known == null) {
            known = make.get();
            values.put(kind, known);
        }
        return kind.cast(known);
    }

    void clear() {
        values.clear();
    }
}
