package io.github.assaymark.facts.migrations;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of places in texts of migrations, by name. Immutable. */
record Placeholders(Map<String, String> values) {
    static final Placeholders NONE = new Placeholders(Map.of());

    Placeholders {
        values = Map.copyOf(values);
    }

    @Nullable
    String value(String name) {
        return values.get(name);
    }

    /** These, and others for the names that have none. */
    Placeholders or(Placeholders others) {
        Map<String, String> all = new TreeMap<>(others.values);
        all.putAll(values);
        return new Placeholders(all);
    }
}
