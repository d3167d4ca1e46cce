package io.github.assaymark.facts.structured;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Expands YAML merge keys; what is written in the map wins over what is merged in, the first merged over the next. */
final class MergeKeys {
    /** More entries than this are not merged in one file. */
    static final int MAX_MERGED = 100_000;

    private final TreeBuilder tree;
    private final boolean enabled;
    private int looked;
    private boolean exhausted;

    MergeKeys(TreeBuilder tree, boolean enabled) {
        this.tree = tree;
        this.enabled = enabled;
    }

    boolean isMerge(LocatedEntry entry) {
        return enabled
                && entry.key().equals("<<")
                && entry.keyNode().style() == Style.PLAIN
                && entry.keyNode().tag() == null;
    }

    List<LocatedEntry> expand(List<LocatedEntry> written) {
        if (!enabled || written.stream().noneMatch(this::isMerge)) return written;
        List<LocatedEntry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (LocatedEntry entry : written) {
            if (isMerge(entry)) continue;
            entries.add(entry);
            keys.add(entry.key());
        }
        for (LocatedEntry entry : written) {
            if (isMerge(entry)) merge(entry.value(), entries, keys, true);
        }
        return List.copyOf(entries);
    }

    private void merge(LocatedNode from, List<LocatedEntry> entries, Set<String> keys, boolean listAllowed) {
        if (from.isMap()) {
            // the last of repeated keys is the one that counts
            for (LocatedEntry entry : from.entries()) {
                if (++looked > MAX_MERGED) {
                    if (!exhausted) {
                        tree.problem(
                                Problem.Kind.MERGE, from.start, "more than " + MAX_MERGED + " entries are merged in");
                    }
                    exhausted = true;
                    return;
                }
                if (!keys.contains(entry.key())) {
                    LocatedEntry last = from.entry(entry.key());
                    keys.add(entry.key());
                    LocatedEntry taken = last == null ? entry : last;
                    entries.add(new LocatedEntry(taken.key(), taken.keyNode(), taken.value(), true));
                }
            }
        } else if (from.isList() && listAllowed) {
            for (LocatedNode item : from.items()) merge(item, entries, keys, false);
        } else if (from.alias() == null || from.target() != null) {
            tree.problem(Problem.Kind.MERGE, from.start, "a merge key needs a map or a list of maps");
        }
    }
}
