package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.FreezeWindow;
import java.util.List;

/** Freeze calendars that are exported; see {@link FreezeCalendarExtractor} for those of the repository. */
final class FreezeKinds {
    private FreezeKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                        "freeze.calendar",
                        "freeze windows in YAML or JSON; the entry's scope may name their `zone`",
                        "a file of yours with a list of from, until, zone, scope, reason and exemptions",
                        ExportKind.Format.YAML,
                        List.of("freeze[].scope, from, until, zone, reason, exemptions"),
                        List.of(FreezeWindow.class),
                        file -> new FreezeReading(FreezeTarget.of(file)).read(file.documents())),
                new ExportKind(
                        "freeze.ics",
                        "a calendar whose events are freeze windows (RFC 5545); the entry's scope may name their `zone`",
                        "curl --output FILE.ics CALENDAR-ADDRESS",
                        ExportKind.Format.TEXT,
                        List.of(
                                "VEVENT DTSTART, DTEND, DURATION, RRULE, EXDATE, STATUS, SUMMARY",
                                "VTIMEZONE TZID, X-LIC-LOCATION; X-WR-TIMEZONE"),
                        List.of(FreezeWindow.class),
                        file -> new IcsReading(FreezeTarget.of(file)).read(file.text())));
    }
}
