package io.github.assaymark.core.explain;

import io.github.assaymark.model.catalogue.ValueType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as text: never longer than a reader can use. */
final class Values {
    private static final int MAX_TEXT = 200;
    private static final int MAX_ELEMENTS = 5;

    private Values() {}

    /** As a checklist would write it: texts in quotes, words of enumerations bare. */
    static String literal(@Nullable Object value, ValueType type) {
        if (value == null) return "null";
        if (value instanceof String text && type.kind() != ValueType.Kind.ENUM)
            return "'" + cut(text).replace("'", "\\'") + "'";
        if (value instanceof List<?> list) return list(list, true);
        if (value instanceof Duration duration) return duration(duration, ".");
        return plain(value);
    }

    /** As prose would write it; {@code nothing} when absent. */
    static String plain(@Nullable Object value) {
        if (value == null) return "nothing";
        if (value instanceof List<?> list) return list(list, false);
        if (value instanceof Duration duration) return duration(duration, " ");
        return cut(value.toString());
    }

    /** {@link #plain} with absence kept. */
    static @Nullable String orNull(@Nullable Object value) {
        return value == null ? null : plain(value);
    }

    static String cut(String text) {
        if (text.length() <= MAX_TEXT) return text;
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end) + "...";
    }

    static String at(@Nullable Instant instant) {
        return instant == null ? "an unknown moment" : instant.toString();
    }

    private static String list(List<?> list, boolean quoted) {
        String shown = list.stream()
                .limit(MAX_ELEMENTS)
                .map(element -> quoted ? literal(element, ValueType.TEXT) : plain(element))
                .collect(Collectors.joining(", "));
        String more = list.size() > MAX_ELEMENTS ? ", ... " + list.size() + " in all" : "";
        return "[" + shown + more + "]";
    }

    private static String duration(Duration duration, String joint) {
        long millis;
        try {
            millis = duration.toMillis();
        } catch (ArithmeticException e) {
            return duration.toString();
        }
        if (millis == 0) return "0" + joint + "seconds";
        if (millis % 86_400_000 == 0 && Math.abs(millis) >= 2 * 86_400_000L)
            return millis / 86_400_000 + joint + "days";
        if (millis % 3_600_000 == 0) return millis / 3_600_000 + joint + "hours";
        if (millis % 60_000 == 0) return millis / 60_000 + joint + "minutes";
        if (millis % 1_000 == 0) return millis / 1_000 + joint + "seconds";
        return millis + joint + "milliseconds";
    }
}
