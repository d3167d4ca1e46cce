package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as limits are written with. */
final class RateWindow {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})?\\s*([A-Za-z]+)");

    private RateWindow() {}

    /** The length a text such as {@code 1m}, {@code 60 seconds} or {@code minute} writes; null when it is none. */
    static @Nullable Duration written(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) return null;
        Duration unit = unit(matcher.group(2));
        if (unit == null) return null;
        String count = matcher.group(1);
        return count == null ? unit : unit.multipliedBy(Long.parseLong(count));
    }

    /** One of a unit; null when the word is no unit of time. */
    static @Nullable Duration unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ms", "millis", "millisecond", "milliseconds" -> Duration.ofMillis(1);
            case "s", "sec", "secs", "second", "seconds" -> Duration.ofSeconds(1);
            case "m", "min", "mins", "minute", "minutes", "rpm" -> Duration.ofMinutes(1);
            case "h", "hr", "hour", "hours" -> Duration.ofHours(1);
            case "d", "day", "days" -> Duration.ofDays(1);
            default -> null;
        };
    }

    /** The unit that a name such as {@code windowMs} or {@code REQUESTS_A_MINUTE} ends in; null when it has none. */
    static @Nullable Duration unitOf(String name) {
        var words = Words.of(name);
        if (words.isEmpty()) return null;
        String last = words.get(words.size() - 1);
        return last.equals("s") || last.equals("m") || last.equals("h") || last.equals("d") ? null : unit(last);
    }

    /** The length a property stands for; null when it is not constant, or its unit is not said. */
    static @Nullable Duration of(Resolver resolver, String name, Located expression) {
        if (resolver.value(expression) instanceof Value.Text text) return written(text.text());
        Long number = Numbers.whole(resolver, expression);
        Duration unit = unitOf(name);
        if (number == null || unit == null || number < 0 || number > 1L << 40) return null;
        return unit.multipliedBy(number);
    }
}
