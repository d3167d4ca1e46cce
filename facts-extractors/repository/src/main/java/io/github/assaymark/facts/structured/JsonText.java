package io.github.assaymark.facts.structured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** JSON as text (RFC 8259), on one line. Safe for use by many threads. */
public final class JsonText {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private JsonText() {}

    /**
     * A number as it is written.
     *
     * @param text a JSON number
     */
    public record WrittenNumber(String text) {}

    /** A value that was read. */
    public static String of(LocatedNode node) {
        if (node.isMap()) {
            List<String> fields = new ArrayList<>();
            for (LocatedEntry entry : node.entries()) fields.add(quoted(entry.key()) + ": " + of(entry.value()));
            return "{" + String.join(", ", fields) + "}";
        }
        if (node.isList()) {
            List<String> items = new ArrayList<>();
            for (LocatedNode item : node.items()) items.add(of(item));
            return "[" + String.join(", ", items) + "]";
        }
        return scalar(node, node.text());
    }

    /** A scalar or null of a tree with another text in it: what is no word of JSON becomes a text. */
    public static String scalar(LocatedNode node, String text) {
        if (node.isNull()) return "null";
        boolean word = text.equals("true")
                || text.equals("false")
                || NUMBER.matcher(text).matches();
        return node.looks() != Looks.TEXT && word ? text : quoted(text);
    }

    /** Maps, lists, texts, booleans, whole numbers and {@link WrittenNumber}s; fields that are null are left out. */
    public static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> fields = new ArrayList<>();
            map.forEach((key, field) -> {
                if (field != null) fields.add(quoted(String.valueOf(key)) + ": " + of((Object) field));
            });
            return "{" + String.join(", ", fields) + "}";
        }
        if (value instanceof List<?> list)
            return "["
                    + String.join(
                            ", ",
                            list.stream()
                                    .map(item -> of(Objects.requireNonNull(item)))
                                    .toList())
                    + "]";
        if (value instanceof WrittenNumber number) return number.text();
        return value instanceof Boolean || value instanceof Integer || value instanceof Long
                ? value.toString()
                : quoted(value.toString());
    }

    /** A map that was read, as {@link #of(Object)} takes it; fields that are null are left out. */
    public static Map<String, Object> fields(LocatedNode map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (LocatedEntry entry : map.entries())
            if (!entry.value().isNull()) fields.put(entry.key(), value(entry.value()));
        return fields;
    }

    private static Object value(LocatedNode node) {
        if (node.isMap()) return fields(node);
        if (node.isList())
            return node.items().stream()
                    .filter(item -> !item.isNull())
                    .map(JsonText::value)
                    .toList();
        String text = scalar(node, node.text());
        if (text.equals("true")) return true;
        if (text.equals("false")) return false;
        return text.startsWith("\"") ? node.text() : new WrittenNumber(text);
    }

    /** A text in quotes; control characters and line separators of Unicode are escaped. */
    public static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') json.append('\\').append(c);
            else if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029)
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            else json.append(c);
        }
        return json.append('"').toString();
    }
}
