package io.github.assaymark.facts.exports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A repetition of an event (RFC 5545, section 3.3.10): every so many days, weeks (also on several days of them), months
 * or years, a number of times or until a moment. Others are not read.
 */
record IcsRule(
        String frequency, int interval, int count, @Nullable String until, Set<DayOfWeek> days) {
    private static final int MAX_TIMES = 1000;
    private static final int MAX_STEPS = 100_000;
    private static final Set<String> KNOWN = Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST");

    static IcsRule of(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            int sign = part.indexOf('=');
            if (sign < 1 || !KNOWN.contains(part.substring(0, sign)))
                throw new IcsException("a repetition that is not read: " + Exported.shown(part));
            parts.put(part.substring(0, sign), part.substring(sign + 1));
        }
        String frequency = parts.getOrDefault("FREQ", "");
        if (!Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").contains(frequency))
            throw new IcsException("a repetition that is not read: FREQ=" + Exported.shown(frequency));
        int interval = number(parts.getOrDefault("INTERVAL", "1"));
        String until = parts.get("UNTIL");
        int count = parts.containsKey("COUNT") ? number(parts.getOrDefault("COUNT", "")) : 0;
        if (until == null && count == 0)
            throw new IcsException("a repetition without an end: give it an UNTIL or a COUNT");
        Set<DayOfWeek> days = new TreeSet<>();
        String byDay = parts.get("BYDAY");
        if (byDay != null) {
            if (!frequency.equals("WEEKLY") || (interval > 1 && !"MO".equals(parts.getOrDefault("WKST", "MO"))))
                throw new IcsException("a repetition that is not read: BYDAY of " + frequency.toLowerCase(Locale.ROOT));
            for (String day : byDay.split(",", -1)) days.add(day(day));
        }
        return new IcsRule(frequency, interval, count, until, Set.copyOf(days));
    }

    private static int number(String text) {
        if (!text.matches("[1-9]\\d{0,5}")) throw new IcsException("a repetition that is not read: a number");
        return Integer.parseInt(text);
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) if (day.name().substring(0, 2).equals(text)) return day;
        throw new IcsException("a repetition that is not read: BYDAY=" + Exported.shown(text));
    }

    /** When it begins each time. */
    List<ZonedDateTime> starts(ZonedDateTime first) {
        List<ZonedDateTime> starts = new ArrayList<>();
        for (int step = 0; step < MAX_STEPS; step++) {
            for (ZonedDateTime start : at(first, step)) {
                if (start.isBefore(first)) continue;
                if (after(start)) return starts;
                if (starts.size() == MAX_TIMES) throw new IcsException("more than " + MAX_TIMES + " repetitions");
                starts.add(start);
                if (count > 0 && starts.size() == count) return starts;
            }
        }
        throw new IcsException("a repetition that hardly ever takes place");
    }

    private boolean after(ZonedDateTime start) {
        if (until == null) return false;
        if (until.indexOf('T') < 0)
            return start.toLocalDate()
                    .isAfter(IcsTime.of(until, ZoneOffset.UTC).at().toLocalDate());
        return start.toInstant().isAfter(IcsTime.of(until, start.getZone()).at().toInstant());
    }

    private List<ZonedDateTime> at(ZonedDateTime first, int step) {
        long by = (long) step * interval;
        switch (frequency) {
            case "DAILY" -> {
                return List.of(first.plusDays(by));
            }
            case "WEEKLY" -> {
                if (days.isEmpty()) return List.of(first.plusWeeks(by));
                LocalDate monday = first.toLocalDate().with(DayOfWeek.MONDAY).plusWeeks(by);
                return new TreeSet<>(days)
                        .stream().map(day -> first.with(monday.with(day))).toList();
            }
            case "MONTHLY" -> {
                ZonedDateTime at = first.plusMonths(by);
                return at.getDayOfMonth() == first.getDayOfMonth() ? List.of(at) : List.of();
            }
            default -> {
                ZonedDateTime at = first.plusYears(by);
                return at.getDayOfMonth() == first.getDayOfMonth() ? List.of(at) : List.of();
            }
        }
    }
}
