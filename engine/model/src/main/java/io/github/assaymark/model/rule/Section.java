package io.github.assaymark.model.rule;

import java.util.List;

/**
 * A named group of items.
 *
 * @param id kebab-case, unique within the checklist
 */
public record Section(String id, String title, List<Item> items) {
    /** Copies the list. */
    public Section {
        items = List.copyOf(items);
    }
}
