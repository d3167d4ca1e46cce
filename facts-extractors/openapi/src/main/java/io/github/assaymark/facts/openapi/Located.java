package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Span;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value with the file that holds it.
 *
 * @param place of its key; of the value itself where there is no key
 */
record Located(StructuredFile file, LocatedNode node, Span place) {
    Provenance.File provenance() {
        return file.place(place);
    }

    /** The value of a key; null when there is none. */
    @Nullable
    Located get(String key) {
        LocatedEntry entry = node.entry(key);
        return entry == null ? null : new Located(file, entry.value(), entry.keySpan());
    }

    /** The scalar at a key; null when there is none. */
    @Nullable
    String text(String key) {
        LocatedNode value = node.get(key);
        return value == null || !value.isScalar() ? null : value.text();
    }

    /** The values of a map by key; the last one where a key is repeated. */
    Map<String, Located> entries() {
        Map<String, Located> entries = new LinkedHashMap<>();
        for (LocatedEntry entry : node.entries()) {
            entries.put(entry.key(), new Located(file, entry.value(), entry.keySpan()));
        }
        return entries;
    }

    List<Located> items() {
        List<Located> items = new ArrayList<>();
        for (LocatedNode item : node.items()) items.add(new Located(file, item, item.span()));
        return items;
    }

    /** The node that is the same wherever an alias stands for it. */
    LocatedNode identity() {
        LocatedNode target = node.target();
        return target == null ? node : target;
    }

    /** Whether it is null, an empty text, list or map. */
    boolean empty() {
        return switch (node.kind()) {
            case NULL -> true;
            case SCALAR -> node.text().isBlank();
            case LIST -> node.items().isEmpty();
            case MAP -> node.entries().isEmpty();
        };
    }
}
