package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.FreezeWindow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a calendar (RFC 5545) as freeze windows: their beginning, end, repetition and summary. Each event
 * is for everything. Times without a zone, zones that are not in the time zone database, and repetitions that do not
 * end are gaps. Used by one thread, once.
 */
final class IcsReading {
    private static final int MAX_EVENTS = 5000;

    /** Properties of an event that decide when it is. */
    private static final Set<String> READ =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "STATUS", "SUMMARY");

    private final FreezeTarget target;
    private final Map<String, ZoneId> zones = new HashMap<>();
    private @Nullable ZoneId ofCalendar;
    private final List<Map<String, List<IcsLine>>> events = new ArrayList<>();
    private final List<Integer> began = new ArrayList<>();

    IcsReading(FreezeTarget target) {
        this.target = target;
    }

    void read(String text) {
        ofCalendar = FreezeReading.zone(target.zone());
        List<IcsLine> lines = IcsLine.of(text);
        if (lines.isEmpty()
                || !lines.get(0).name().equals("BEGIN")
                || !lines.get(0).value().equals("VCALENDAR")) {
            target.gap(1, "it is no calendar: it does not begin with BEGIN:VCALENDAR");
            return;
        }
        collect(lines);
        // All times of a calendar with one zone are meant in it, also days.
        if (ofCalendar == null && zones.size() == 1)
            ofCalendar = zones.values().iterator().next();
        for (int i = 0; i < events.size(); i++) event(events.get(i), began.get(i));
    }

    private void collect(List<IcsLine> lines) {
        List<String> open = new ArrayList<>();
        String zone = null;
        ZoneId location = null;
        for (IcsLine line : lines) {
            String within = open.isEmpty() ? "" : open.get(open.size() - 1);
            switch (line.name()) {
                case "BEGIN" -> {
                    open.add(line.value());
                    if (line.value().equals("VEVENT")) {
                        events.add(new HashMap<>());
                        began.add(line.number());
                        if (events.size() > MAX_EVENTS) {
                            target.gap(line.number(), "more than " + MAX_EVENTS + " events");
                            events.remove(events.size() - 1);
                            return;
                        }
                    }
                }
                case "END" -> {
                    if (!line.value().equals(within)) {
                        target.gap(line.number(), "END of what did not begin");
                        return;
                    }
                    open.remove(open.size() - 1);
                    if (within.equals("VTIMEZONE") && zone != null) {
                        ZoneId known = FreezeReading.zone(zone);
                        if (known == null) known = location;
                        if (known != null) zones.put(zone, known);
                    }
                    if (within.equals("VTIMEZONE")) location = null;
                }
                case "TZID" -> {
                    if (within.equals("VTIMEZONE")) zone = line.value().strip();
                }
                case "X-LIC-LOCATION" -> location = FreezeReading.zone(line.value());
                case "X-WR-TIMEZONE" -> {
                    ZoneId known = FreezeReading.zone(line.value());
                    if (known != null) ofCalendar = known;
                }
                case "" -> target.gap(line.number(), "a line without a name and a value");
                default -> {
                    if (within.equals("VEVENT") && READ.contains(line.name()))
                        events.get(events.size() - 1)
                                .computeIfAbsent(line.name(), name -> new ArrayList<>())
                                .add(line);
                }
            }
        }
        if (!open.isEmpty())
            target.gap(
                    lines.get(lines.size() - 1).number(),
                    "the calendar ends in the middle of " + Exported.shown(open.get(open.size() - 1)));
    }

    private static @Nullable IcsLine one(Map<String, List<IcsLine>> event, String name) {
        List<IcsLine> lines = event.get(name);
        return lines == null ? null : lines.get(0);
    }

    private void event(Map<String, List<IcsLine>> event, int line) {
        IcsLine status = one(event, "STATUS");
        if (status != null && status.value().strip().equalsIgnoreCase("CANCELLED")) return;
        for (String other : List.of("RDATE", "RECURRENCE-ID"))
            if (event.containsKey(other)) {
                target.gap(line, other + " is not read");
                return;
            }
        IcsLine start = one(event, "DTSTART");
        if (start == null) {
            target.gap(line, "an event without DTSTART");
            return;
        }
        try {
            IcsTime from = time(start);
            List<ZonedDateTime> starts = starts(event, from);
            IcsLine end = one(event, "DTEND");
            IcsLine duration = one(event, "DURATION");
            IcsTime until = end == null ? null : time(end);
            Set<Instant> without = new HashSet<>();
            for (IcsLine exception : event.getOrDefault("EXDATE", List.of()))
                for (String value : exception.value().split(",", -1))
                    without.add(time(exception, value).at().toInstant());
            IcsLine summary = one(event, "SUMMARY");
            String reason = summary == null ? null : Exported.shown(summary.text());
            for (ZonedDateTime begin : starts) {
                if (without.contains(begin.toInstant())) continue;
                Instant close = end(from, begin, until, duration);
                if (!begin.toInstant().isBefore(close)) throw new IcsException("it ends when it begins");
                target.fact(new FreezeWindow(
                        target.key("*/" + begin.toInstant()),
                        target.owner(),
                        target.at(line),
                        "*",
                        begin.toInstant(),
                        close,
                        reason,
                        List.of()));
            }
        } catch (IcsException e) {
            target.gap(line, String.valueOf(e.getMessage()));
        } catch (DateTimeException | ArithmeticException e) {
            target.gap(line, "its times were not understood");
        }
    }

    private static List<ZonedDateTime> starts(Map<String, List<IcsLine>> event, IcsTime from) {
        List<IcsLine> rules = event.getOrDefault("RRULE", List.of());
        if (rules.isEmpty()) return List.of(from.at());
        if (rules.size() > 1) throw new IcsException("two RRULE");
        return IcsRule.of(rules.get(0).value()).starts(from.at());
    }

    /** A day is a whole one when nothing says how long the event is. */
    private static Instant end(IcsTime from, ZonedDateTime begin, @Nullable IcsTime until, @Nullable IcsLine duration) {
        if (until != null) {
            if (until.day() != from.day()) throw new IcsException("DTSTART and DTEND are of different kinds");
            if (from.day()) {
                long days = until.at().toLocalDate().toEpochDay()
                        - from.at().toLocalDate().toEpochDay();
                return begin.plusDays(days).toInstant();
            }
            return begin.toInstant()
                    .plus(Duration.between(from.at().toInstant(), until.at().toInstant()));
        }
        if (duration != null) return IcsTime.plus(begin, duration.value()).toInstant();
        return from.day() ? begin.plusDays(1).toInstant() : begin.toInstant();
    }

    private IcsTime time(IcsLine line) {
        return time(line, line.value());
    }

    private IcsTime time(IcsLine line, String value) {
        String named = line.parameter("TZID");
        ZoneId zone = ofCalendar;
        if (named != null) {
            ZoneId known = zones.get(named);
            zone = known == null ? FreezeReading.zone(named) : known;
            if (zone == null)
                throw new IcsException("`" + Exported.shown(named) + "` is no zone of the time zone database");
        }
        return IcsTime.of(value.strip(), zone);
    }
}
