package io.github.assaymark.model.verdict;

import io.github.assaymark.model.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact cited by an explanation.
 *
 * @param values the properties the condition read, in the order of the fact type; values as they print
 */
public record FactRef(String type, String key, String owner, List<Value> values, Provenance provenance) {
    /** A property that was read. */
    public record Value(String property, @Nullable String value) {}

    /** Copies the list. */
    public FactRef {
        values = List.copyOf(values);
    }
}
