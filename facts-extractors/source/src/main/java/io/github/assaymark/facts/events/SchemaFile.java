package io.github.assaymark.facts.events;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.fact.EventType;
import io.github.assaymark.model.fact.SchemaKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A JSON Schema of an event in a file of its own: a file {@code events/<name>.schema.json}. */
final class SchemaFile {
    private static final String END = ".schema.json";
    private static final Set<String> NAMES = Set.of("type", "name", "event", "eventType", "event_type", "eventName");
    private static final Set<String> SHAPES =
            Set.of("$ref", "allOf", "anyOf", "oneOf", "required", "enum", "const", "properties", "patternProperties");

    private final StructuredFile file;
    private final LocatedNode root;

    SchemaFile(StructuredFile file, LocatedNode root) {
        this.file = file;
        this.root = root;
    }

    /** Whether a file of this path holds the schema of an event. */
    static boolean reads(String path) {
        String[] parts = path.split("/", -1);
        if (!path.endsWith(END) || parts.length < 2) return false;
        for (int i = 0; i < parts.length - 1; i++)
            if (parts[i].equals("events") || parts[i].equals("event-schemas")) return true;
        return false;
    }

    EventType fact(String owner, @Nullable String sha) {
        String path = file.path();
        String stem = path.substring(path.lastIndexOf('/') + 1, path.length() - END.length());
        LocatedNode properties = root.get("properties");
        String asked = asked(properties);
        String name = asked == null ? stem : asked;
        LocatedNode payload = payload(properties);
        LocatedNode described = payload == null ? root : payload;
        LocatedNode keys = described.get("properties");
        TreeSet<String> names = new TreeSet<>();
        if (keys != null) for (LocatedEntry entry : keys.entries()) names.add(entry.key());
        boolean shaped = described.entries().stream().anyMatch(entry -> SHAPES.contains(entry.key()));
        boolean spread =
                described.get("$ref") != null || described.get("allOf") != null || described.get("oneOf") != null;
        Integer version = EventName.version(name);
        if (version == null) version = whole(constant(properties, "version"));
        String family = EventName.family(name);
        return new EventType(
                name,
                owner,
                file.whole(),
                name,
                null,
                family == null ? stem : family,
                version,
                title(),
                path,
                shaped ? SchemaKind.JSON_SCHEMA : SchemaKind.ANYTHING,
                List.copyOf(names),
                !spread && shaped,
                true,
                false,
                false,
                path,
                sha);
    }

    private @Nullable String title() {
        LocatedNode title = root.get("title");
        return title != null && title.isScalar() ? title.text() : null;
    }

    private static @Nullable String asked(@Nullable LocatedNode properties) {
        if (properties == null) return null;
        for (LocatedEntry entry : properties.entries()) {
            if (!NAMES.contains(entry.key())) continue;
            String text = constant(properties, entry.key());
            if (text != null && EventName.reads(text)) return text;
        }
        return null;
    }

    private static @Nullable String constant(@Nullable LocatedNode properties, String name) {
        LocatedNode property = properties == null ? null : properties.get(name);
        LocatedNode only = property == null ? null : property.get("const");
        if (only != null && only.isScalar()) return only.text();
        LocatedNode list = property == null ? null : property.get("enum");
        if (list == null || !list.isList() || list.items().size() != 1) return null;
        return list.items().get(0).isScalar() ? list.items().get(0).text() : null;
    }

    private static @Nullable Integer whole(@Nullable String text) {
        return text == null || !text.matches("v?\\d{1,6}") ? null : (Integer) Integer.parseInt(text.replace("v", ""));
    }

    /** An envelope names the event and holds the payload. */
    private static @Nullable LocatedNode payload(@Nullable LocatedNode properties) {
        if (properties == null || properties.entries().stream().noneMatch(entry -> NAMES.contains(entry.key())))
            return null;
        LocatedNode payload = properties.get("payload");
        return payload == null ? properties.get("data") : payload;
    }
}
