package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of an exported document and its JSON pointer (RFC 6901). Reading a field that is not there, or is of another
 * kind, gives null or nothing: what an export must hold is asked for by {@link Exported#required}.
 */
record JsonValue(LocatedNode node, String pointer) {
    /** The value of a field; null when there is none or it is {@code null}. */
    @Nullable
    JsonValue get(String field) {
        LocatedNode value = node.isMap() ? node.get(field) : null;
        return value == null || value.isNull()
                ? null
                : new JsonValue(value, pointer + "/" + field.replace("~", "~0").replace("/", "~1"));
    }

    /** The value at a path of fields. */
    @Nullable
    JsonValue at(String... path) {
        JsonValue value = this;
        for (String field : path) {
            value = value.get(field);
            if (value == null) return null;
        }
        return value;
    }

    /** The elements of a list field; none when it is not there. */
    List<JsonValue> list(String field) {
        JsonValue value = get(field);
        return value == null ? List.of() : value.items();
    }

    /** The elements of this list. */
    List<JsonValue> items() {
        List<JsonValue> items = new ArrayList<>();
        if (!node.isList()) return items;
        int index = 0;
        for (LocatedNode item : node.items()) items.add(new JsonValue(item, pointer + "/" + index++));
        return items;
    }

    /** The keys of this object, in their order. */
    List<String> keys() {
        return node.isMap() ? node.entries().stream().map(LocatedEntry::key).toList() : List.of();
    }

    /** The scalar as text. */
    @Nullable
    String text() {
        return node.isScalar() && !node.isNull() ? node.text() : null;
    }

    @Nullable
    String text(String field) {
        JsonValue value = get(field);
        return value == null ? null : value.text();
    }

    /** A text, the other one where it is missing. */
    String text(String field, String otherwise) {
        String text = text(field);
        return text == null ? otherwise : text;
    }

    /** The texts of a list field. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : list(field)) {
            String text = item.text();
            if (text != null) texts.add(text);
        }
        return texts;
    }

    boolean is(String field) {
        return "true".equals(text(field));
    }

    /** A decimal number; null when it is none. */
    @Nullable
    BigDecimal decimal(String field) {
        String text = text(field);
        if (text == null || text.length() > 60) return null;
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return Math.abs(number.scale()) > 400 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A whole number; {@code otherwise} when it is none or too large. */
    int integer(String field, int otherwise) {
        BigDecimal number = decimal(field);
        if (number == null) return otherwise;
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            return otherwise;
        }
    }

    /** A moment: ISO 8601 with an offset, or seconds since 1970 as some systems write them; null when it is none. */
    @Nullable
    Instant instant(String field) {
        return moment(text(field));
    }

    static @Nullable Instant moment(@Nullable String text) {
        if (text == null) return null;
        try {
            if (text.matches("\\d{9,10}(\\.\\d{1,9})?")) {
                BigDecimal seconds = new BigDecimal(text);
                long whole = seconds.longValue();
                return Instant.ofEpochSecond(
                        whole,
                        seconds.subtract(BigDecimal.valueOf(whole))
                                .movePointRight(9)
                                .longValue());
            }
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
