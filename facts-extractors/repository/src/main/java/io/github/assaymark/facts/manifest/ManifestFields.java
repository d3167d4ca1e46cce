package io.github.assaymark.facts.manifest;

import io.github.assaymark.facts.repository.work.Leftovers;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Span;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.facts.structured.Style;
import io.github.assaymark.model.fact.ManifestField;
import io.github.assaymark.model.fact.ValueShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays the map of a manifest out flat. */
final class ManifestFields {
    /** Aliases can make a small file large; more fields than this are not laid out. */
    static final int MAX_FIELDS = 10_000;

    private final StructuredFile file;
    private final String owner;
    private final boolean template;
    private final List<ManifestField> fields = new ArrayList<>();
    private final List<ManifestField> elements = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private boolean truncated;

    ManifestFields(StructuredFile file, String owner, boolean template) {
        this.file = file;
        this.owner = owner;
        this.template = template;
    }

    List<ManifestField> of(LocatedNode root) {
        map(root, "");
        return fields;
    }

    /** The scalars of the lists, each under the key of its list, a dot and its place. */
    List<ManifestField> elements() {
        return elements;
    }

    boolean truncated() {
        return truncated;
    }

    private void map(LocatedNode map, String prefix) {
        for (LocatedEntry entry : map.entries()) {
            String key = prefix + entry.key();
            LocatedNode value = entry.value();
            if (understood(value)) add(fields, key, value, place(entry));
            if (truncated) return;
            if (value.isMap()) map(value, key + ".");
            if (value.isList()) {
                for (int i = 0; i < value.items().size(); i++)
                    item(key + "." + i, value.items().get(i));
            }
        }
    }

    private void item(String key, LocatedNode item) {
        if (item.isMap()) map(item, key + ".");
        if (item.isScalar() && understood(item)) add(elements, key, item, item.span());
    }

    /** A value on a line that was not understood may be longer than what was read of it. */
    private boolean understood(LocatedNode value) {
        if (value.damaged() || (value.alias() != null && value.target() == null)) return false;
        int damagedFrom = file.tree().damagedFromLine();
        return damagedFrom == 0 || value.span().endLine() < damagedFrom;
    }

    private void add(List<ManifestField> to, String key, LocatedNode value, Span place) {
        if (fields.size() + elements.size() == MAX_FIELDS) {
            truncated = true;
            return;
        }
        List<String> items = value.items().stream()
                .filter(LocatedNode::isScalar)
                .map(LocatedNode::text)
                .toList();
        to.add(new ManifestField(
                ManifestFiles.distinct(file.path() + "#" + key, keys),
                owner,
                file.place(place),
                file.path(),
                key,
                value.isScalar() ? value.text() : null,
                shape(value),
                items,
                size(value),
                placeholder(value),
                template));
    }

    private static Span place(LocatedEntry entry) {
        LocatedNode value = entry.value();
        boolean written = value.isScalar() || value.style() == Style.FLOW;
        return written ? value.span() : entry.keySpan();
    }

    private static ValueShape shape(LocatedNode value) {
        return switch (value.kind()) {
            case MAP -> ValueShape.MAP;
            case LIST -> ValueShape.LIST;
            case NULL -> ValueShape.NOTHING;
            case SCALAR ->
                switch (value.looks()) {
                    case INTEGER, DECIMAL -> ValueShape.NUMBER;
                    case BOOLEAN -> ValueShape.BOOLEAN;
                    case NOTHING -> ValueShape.NOTHING;
                    case TEXT, BOOLEAN_WORD, DATE -> ValueShape.TEXT;
                };
        };
    }

    private static int size(LocatedNode value) {
        return switch (value.kind()) {
            case MAP -> value.entries().size();
            case LIST -> value.items().size();
            case SCALAR -> 1;
            case NULL -> 0;
        };
    }

    private static boolean placeholder(LocatedNode value) {
        if (value.isNull()) return true;
        if (value.isScalar()) return Leftovers.value(value.text());
        return value.items().stream().anyMatch(item -> item.isScalar() && Leftovers.value(item.text()));
    }
}
