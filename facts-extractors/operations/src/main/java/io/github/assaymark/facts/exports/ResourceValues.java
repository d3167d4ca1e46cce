package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a tool of infrastructure knows of a resource, by the names that Terraform gives to attributes. A value that is
 * only known after an update, is marked as sensitive or is encrypted is hidden, not missing.
 *
 * @param values the object that holds the attributes
 * @param marks objects that say {@code true} where a value is unknown or sensitive
 * @param camel whether attributes are written as in {@code metricName}
 */
record ResourceValues(JsonValue values, List<JsonValue> marks, boolean camel) {
    /** The key of an object that holds a secret of Pulumi (package resource, SigKey). */
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    /** What Pulumi writes for values that are not known yet (package plugin, Unknown*Value). */
    private static final List<String> UNKNOWN = List.of(
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

    ResourceValues {
        marks = List.copyOf(marks);
    }

    /** The first of these attributes that has a value. */
    @Nullable
    JsonValue get(String... names) {
        for (String name : names) {
            JsonValue value = values.get(spelled(name));
            if (value != null) return value;
        }
        return null;
    }

    /** The text of an attribute; null when it has none or an empty one, which Terraform writes for none. */
    @Nullable
    String text(String... names) {
        JsonValue value = get(names);
        String text = value == null ? null : value.text();
        return text == null || text.isEmpty() ? null : text;
    }

    int integer(String name, int otherwise) {
        return values.integer(spelled(name), otherwise);
    }

    List<String> texts(String name) {
        return values.texts(spelled(name));
    }

    /** A block that is there once: an object, or the only element of a list. */
    @Nullable
    JsonValue block(JsonValue of, String name) {
        JsonValue value = of.get(spelled(name));
        if (value == null || !value.node().isList()) return value;
        List<JsonValue> items = value.items();
        return items.isEmpty() ? null : items.get(0);
    }

    /** The first of these attributes whose value is hidden, or a part of it; null when none is. */
    @Nullable
    String hidden(List<String> names) {
        for (String name : names) {
            String spelled = spelled(name);
            for (JsonValue mark : marks) {
                JsonValue of = "true".equals(mark.text()) ? mark : mark.get(spelled);
                if (of != null && isMarked(of.node())) return name;
            }
            JsonValue value = values.get(spelled);
            if (value != null && isHidden(value.node())) return name;
        }
        return null;
    }

    private static boolean isMarked(LocatedNode node) {
        if (node.isScalar()) return !node.isNull() && node.text().equals("true");
        for (LocatedNode item : node.items()) if (isMarked(item)) return true;
        // Values of dimensions that are not known yet are left out of the object, and the others are read.
        for (LocatedEntry entry : node.entries())
            if (!entry.key().equals("dimensions") && isMarked(entry.value())) return true;
        return false;
    }

    private static boolean isHidden(LocatedNode node) {
        if (node.isScalar()) return !node.isNull() && UNKNOWN.contains(node.text());
        if (node.get(SIGNATURE) != null) return true;
        for (LocatedNode item : node.items()) if (isHidden(item)) return true;
        for (LocatedEntry entry : node.entries()) if (isHidden(entry.value())) return true;
        return false;
    }

    String spelled(String name) {
        if (!camel) return name;
        StringBuilder spelled = new StringBuilder();
        for (String part : name.split("_", -1))
            spelled.append(
                    spelled.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        return spelled.toString();
    }
}
