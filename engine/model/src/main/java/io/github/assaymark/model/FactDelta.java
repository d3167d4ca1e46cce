package io.github.assaymark.model;

import java.util.List;

/**
 * A change of facts. A changed fact is one removed and one added.
 *
 * @param removed facts that no longer hold; each must equal a present one
 * @param added facts that hold from now on
 */
public record FactDelta(List<Fact> removed, List<Fact> added) {
    /** Copies the lists. */
    public FactDelta {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** The change that takes this one back. */
    public FactDelta inverse() {
        return new FactDelta(added, removed);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }
}
