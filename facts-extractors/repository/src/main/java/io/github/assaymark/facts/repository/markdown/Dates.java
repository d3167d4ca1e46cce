package io.github.assaymark.facts.repository.markdown;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates as people write them; never guesses between day and month. */
final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[ .-]+([A-Za-z]{3,9})[., -]+(\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})");

    private Dates() {}

    /** The moment, the start of the day in UTC for dates; null when the text is no valid date. */
    static @Nullable Instant read(@Nullable String text) {
        if (text == null || text.length() > 40) return null;
        String stripped = text.strip();
        try {
            if (MOMENT.matcher(stripped).matches())
                return OffsetDateTime.parse(stripped.replace(' ', 'T')).toInstant();
            Matcher iso = ISO.matcher(stripped);
            if (iso.matches()) return day(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
            Matcher dayFirst = DAY_FIRST.matcher(stripped);
            if (dayFirst.matches())
                return day(number(dayFirst.group(3)), month(dayFirst.group(2)), number(dayFirst.group(1)));
            Matcher monthFirst = MONTH_FIRST.matcher(stripped);
            if (monthFirst.matches())
                return day(number(monthFirst.group(3)), month(monthFirst.group(1)), number(monthFirst.group(2)));
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant day(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int month = MONTHS.indexOf(lower.substring(0, 3)) + 1;
        if (month == 0) throw new DateTimeException("no month");
        return month;
    }
}
