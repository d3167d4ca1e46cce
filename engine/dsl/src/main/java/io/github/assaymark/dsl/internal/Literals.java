package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.Quantity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Constants of the language. */
final class Literals {
    private static final Map<String, ChronoUnit> TIMES = new TreeMap<>(Map.of(
            "milliseconds", ChronoUnit.MILLIS,
            "seconds", ChronoUnit.SECONDS,
            "minutes", ChronoUnit.MINUTES,
            "hours", ChronoUnit.HOURS,
            "days", ChronoUnit.DAYS,
            "weeks", ChronoUnit.WEEKS));
    private static final Map<String, Quantity.Unit> UNITS = new TreeMap<>(Map.of(
            "percent", Quantity.Unit.PERCENT,
            "ratio", Quantity.Unit.RATIO,
            "bytes", Quantity.Unit.BYTES,
            "kibibytes", Quantity.Unit.KIBIBYTES,
            "mebibytes", Quantity.Unit.MEBIBYTES,
            "perSecond", Quantity.Unit.PER_SECOND,
            "pieces", Quantity.Unit.PIECES));

    private Literals() {}

    /** {@code 24.hours}; null when {@code s} has another shape or unit. */
    static @Nullable Duration duration(Syntax s, SourceText source) {
        if (!(s instanceof Syntax.Member m) || !(m.of() instanceof Syntax.Whole whole)) return null;
        ChronoUnit unit = TIMES.get(m.name());
        if (unit == null) return null;
        try {
            return unit.getDuration().multipliedBy(whole.value());
        } catch (ArithmeticException e) {
            throw source.refuse(m.span(), "`" + whole.value() + "." + m.name() + "` is too long");
        }
    }

    /** {@code 80.percent}; null when {@code s} has another shape. */
    static @Nullable Quantity quantity(Syntax s, SourceText source) {
        if (!(s instanceof Syntax.Member m) || !(m.of() instanceof Syntax.Whole whole)) return null;
        Quantity.Unit unit = UNITS.get(m.name());
        if (unit == null) {
            Set<String> legal = new TreeSet<>(UNITS.keySet());
            legal.addAll(TIMES.keySet());
            throw source.refuse(m.nameSpan(), "unknown unit `" + m.name() + "`", Suggestion.nearOrAll(m.name(), legal));
        }
        return Quantity.of(whole.value(), unit);
    }

    /** A duration compared with a measured time. */
    static Quantity asQuantity(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0
                ? Quantity.of(millis / 1000, Quantity.Unit.SECONDS)
                : Quantity.of(millis, Quantity.Unit.MILLISECONDS);
    }

    /** A UTC date or instant. */
    static Instant instant(String text, Span at, SourceText source) {
        try {
            if (text.length() == 10)
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw source.refuse(at, "`" + text + "` is no moment", "`2026-03-01` or `2026-03-01T12:00:00Z`");
        }
    }

    /** A constant text, also joined by {@code +}; null when {@code s} has another shape. */
    static @Nullable String text(Syntax s) {
        if (s instanceof Syntax.Text text) return text.value();
        if (!(s instanceof Syntax.Operation o) || !o.sign().equals("+")) return null;
        String left = text(o.left());
        String right = text(o.right());
        return left == null || right == null ? null : left + right;
    }

    /** A list of constant texts; null when {@code s} has another shape. */
    static @Nullable List<String> texts(Syntax s) {
        if (!(s instanceof Syntax.Sequence list)) return null;
        List<String> texts = new ArrayList<>();
        for (Syntax element : list.elements()) {
            String text = text(element);
            if (text == null) return null;
            texts.add(text);
        }
        return texts;
    }
}
