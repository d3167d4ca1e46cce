package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts with units as exports write them. Without a unit there is no quantity. */
final class Quantities {
    private static final Pattern WRITTEN =
            Pattern.compile("([+-]?\\d{1,30}(?:\\.\\d{1,30})?)\\s{0,3}([A-Za-z%/]{1,20})");

    private Quantities() {}

    /** {@code 840 ms}, {@code 99.9%}; null when it is none. */
    static @Nullable Quantity parse(@Nullable String text) {
        if (text == null) return null;
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches() ? of(new BigDecimal(matcher.group(1)), matcher.group(2)) : null;
    }

    static @Nullable Quantity of(@Nullable BigDecimal amount, @Nullable String unit) {
        if (amount == null || unit == null) return null;
        Quantity.Unit known = switch (unit.strip().toLowerCase(Locale.ROOT)) {
            case "ms", "milliseconds", "millis" -> Quantity.Unit.MILLISECONDS;
            case "s", "sec", "seconds" -> Quantity.Unit.SECONDS;
            case "%", "percent" -> Quantity.Unit.PERCENT;
            case "ratio" -> Quantity.Unit.RATIO;
            case "b", "bytes" -> Quantity.Unit.BYTES;
            case "kib", "kibibytes" -> Quantity.Unit.KIBIBYTES;
            case "mib", "mebibytes" -> Quantity.Unit.MEBIBYTES;
            case "/s", "rps", "per_second" -> Quantity.Unit.PER_SECOND;
            case "pieces", "count" -> Quantity.Unit.PIECES;
            default -> null;
        };
        return known == null ? null : new Quantity(amount, known);
    }
}
