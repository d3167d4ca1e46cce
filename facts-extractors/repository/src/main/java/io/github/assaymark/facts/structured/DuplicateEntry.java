package io.github.assaymark.facts.structured;

import java.util.List;

/**
 * A key that stood in its map before.
 *
 * @param path keys and list positions from the root of the document to the repeated key
 * @param first the entry that stands first
 * @param repeated the later entry
 */
public record DuplicateEntry(List<String> path, LocatedEntry first, LocatedEntry repeated) {
    /** Copies the list. */
    public DuplicateEntry {
        path = List.copyOf(path);
    }
}
