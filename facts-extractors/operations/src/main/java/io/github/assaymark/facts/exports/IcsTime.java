package io.github.assaymark.facts.exports;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A DATE or DATE-TIME of a calendar (RFC 5545, sections 3.3.4 and 3.3.5).
 *
 * @param at the moment, at the beginning of the day for a DATE
 * @param day whether it is a DATE
 */
record IcsTime(ZonedDateTime at, boolean day) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final Pattern DURATION = Pattern.compile(
            "\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?");

    /** {@code zone} is that of values without one of their own; null when there is none. */
    static IcsTime of(String value, @Nullable ZoneId zone) {
        if (value.endsWith("Z"))
            return new IcsTime(
                    LocalDateTime.parse(value.substring(0, value.length() - 1), LOCAL)
                            .atZone(ZoneOffset.UTC),
                    false);
        if (zone == null)
            throw new IcsException(
                    "a time without a zone: neither its TZID, nor X-WR-TIMEZONE or a single VTIMEZONE of the calendar says it");
        return value.indexOf('T') < 0
                ? new IcsTime(LocalDate.parse(value, DAY).atStartOfDay(zone), true)
                : new IcsTime(LocalDateTime.parse(value, LOCAL).atZone(zone), false);
    }

    /** Days of a duration are those of the calendar, the rest is exact time (RFC 5545, section 3.3.6). */
    static ZonedDateTime plus(ZonedDateTime begin, String duration) {
        Matcher parts = DURATION.matcher(duration.strip());
        if (!parts.matches()) throw new IcsException("a DURATION that was not understood");
        return begin.plusDays(number(parts.group(1)) * 7 + number(parts.group(2)))
                .plus(Duration.ofHours(number(parts.group(3)))
                        .plusMinutes(number(parts.group(4)))
                        .plusSeconds(number(parts.group(5))));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
