package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.FreezeWindow;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FreezeTest {
    private static final String CONFIGURED = "state: [state]\nfreeze: [ops/freeze.%s]\n";

    private static StateFixture declared(String extension, String text) {
        return new StateFixture()
                .file("assay.yaml", CONFIGURED.formatted(extension))
                .file("ops/freeze." + extension, text);
    }

    private static StateFixture ics(String... events) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:Europe/Berlin\r\n");
        for (String event : events)
            text.append("BEGIN:VEVENT\r\n").append(event.replace("\n", "\r\n")).append("\r\nEND:VEVENT\r\n");
        return declared("ics", text.append("END:VCALENDAR\r\n").toString());
    }

    private static List<String> spans(StateFixture state) {
        return state.facts(FreezeWindow.class).stream()
                .map(window -> window.scope() + " " + window.from() + " " + window.until())
                .sorted()
                .toList();
    }

    private static List<String> coverage(StateFixture state) {
        return state.coverage("freeze", FreezeWindow.class, StateFixture.BILLING);
    }

    @Test
    void list_is_read_with_zones_whole_days_and_scopes() {
        StateFixture state = declared("yaml", """
                freeze:
                  - scope: [prod, staging]
                    from: 2026-12-20
                    until: 2026-12-27
                    zone: Europe/Berlin
                    reason: year end
                    exemptions: [hotfix, docs]
                  - from: 2026-03-28T20:00:00+01:00
                    until: 2026-03-29 20:00
                    zone: Europe/Berlin
                """);
        assertThat(spans(state))
                .containsExactly(
                        "* 2026-03-28T19:00:00Z 2026-03-29T18:00:00Z",
                        "prod 2026-12-19T23:00:00Z 2026-12-27T23:00:00Z",
                        "staging 2026-12-19T23:00:00Z 2026-12-27T23:00:00Z");
        FreezeWindow prod = state.facts(FreezeWindow.class).stream()
                .filter(window -> window.scope().equals("prod"))
                .findFirst()
                .orElseThrow();
        assertThat(prod.reason()).isEqualTo("year end");
        assertThat(prod.exemptions()).containsExactly("docs", "hotfix");
        assertThat(Objects.requireNonNull(prod.provenance().place()).startLine())
                .isEqualTo(2);
        assertThat(coverage(state)).containsExactly("[] COMPLETE");
        assertThat(state.coverage(FreezeWindow.class, StateFixture.BILLING)).containsExactly("[] COMPLETE");
    }

    @Test
    void empty_calendar_is_no_missing_one() {
        assertThat(coverage(declared("yaml", "freeze: []\n"))).containsExactly("[] COMPLETE");
        assertThat(coverage(declared("yaml", "freeze:\n"))).containsExactly("[] COMPLETE");
        assertThat(coverage(ics())).containsExactly("[] COMPLETE");
        StateFixture none = new StateFixture();
        assertThat(coverage(none)).containsExactly("[] COMPLETE");
        assertThat(none.coverage(FreezeWindow.class, StateFixture.BILLING))
                .containsExactly(
                        "[] NOT_ATTEMPTED [nobody exported it: `assay collect --describe` lists the commands]");
        assertThat(coverage(new StateFixture().file("assay.yaml", CONFIGURED.formatted("yaml"))))
                .containsExactly("[] PARTIAL [there is no such file, although the configuration names it]");
    }

    @Test
    void window_that_is_not_whole_is_a_gap() {
        assertThat(coverage(declared("json", """
                [{"from": "2026-12-20", "until": "2026-12-21"},
                 {"from": "2026-12-20", "until": "2026-12-21", "zone": "CET+1"},
                 {"until": "2026-12-21", "zone": "UTC"},
                 {"from": "soon", "until": "2026-12-21", "zone": "UTC"},
                 {"from": "2026-12-22", "until": "2026-12-20", "zone": "UTC"},
                 {"start": "2026-12-22"}]""")))
                .containsExactly("[] PARTIAL [`from` has no offset, and the window names no `zone`,"
                        + " `until` has no offset, and the window names no `zone`,"
                        + " `CET+1` is no zone such as Europe/Berlin or UTC,"
                        + " a window without `from`,"
                        + " `from` is no moment such as 2026-12-20 or 2026-12-20T18:00:00+01:00,"
                        + " it ends before it begins,"
                        + " a window has no key `start`, but exemptions, from, reason, scope, until, zone]");
        assertThat(coverage(declared("yaml", "windows: []\n")))
                .containsExactly("[] PARTIAL [there is no list of windows in it, nor a list `freeze`]");
    }

    @Test
    void days_and_times_of_a_calendar_are_those_of_its_zones() {
        StateFixture state = declared("ics", """
                BEGIN:VCALENDAR
                BEGIN:VTIMEZONE
                TZID:Berlin
                X-LIC-LOCATION:Europe/Berlin
                END:VTIMEZONE
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261220
                DTEND;VALUE=DATE:20261227
                SUMMARY:Year end\\, no
                 thing moves
                DESCRIPTION:call +49 30 000000
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;TZID=Berlin:20260701T180000
                DURATION:P1DT2H
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;TZID="America/New_York":20260704T000000
                DTEND:20260705T040000Z
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20260801T000000Z
                DTEND:20260802T000000Z
                STATUS:CANCELLED
                END:VEVENT
                END:VCALENDAR
                """);
        assertThat(spans(state))
                .containsExactly(
                        "* 2026-07-01T16:00:00Z 2026-07-02T18:00:00Z",
                        "* 2026-07-04T04:00:00Z 2026-07-05T04:00:00Z",
                        "* 2026-12-19T23:00:00Z 2026-12-26T23:00:00Z");
        assertThat(state.facts(FreezeWindow.class))
                .extracting(FreezeWindow::reason)
                .contains("Year end, nothing moves");
        assertThat(coverage(state)).containsExactly("[] COMPLETE");
    }

    @Test
    void repetitions_keep_local_time_over_the_change_of_the_clock() {
        assertThat(
                        spans(
                                ics(
                                        "DTSTART:20260320T160000\nDTEND:20260320T200000\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260327T160000")))
                .containsExactly(
                        "* 2026-03-20T15:00:00Z 2026-03-20T19:00:00Z", "* 2026-04-03T14:00:00Z 2026-04-03T18:00:00Z");
        assertThat(spans(ics("DTSTART;VALUE=DATE:20260529\nRRULE:FREQ=WEEKLY;BYDAY=FR,SA;UNTIL=20260606")))
                .containsExactly(
                        "* 2026-05-28T22:00:00Z 2026-05-29T22:00:00Z",
                        "* 2026-05-29T22:00:00Z 2026-05-30T22:00:00Z",
                        "* 2026-06-04T22:00:00Z 2026-06-05T22:00:00Z",
                        "* 2026-06-05T22:00:00Z 2026-06-06T22:00:00Z");
        assertThat(spans(ics("DTSTART;VALUE=DATE:20260131\nRRULE:FREQ=MONTHLY;UNTIL=20260401T000000Z")))
                .containsExactly(
                        "* 2026-01-30T23:00:00Z 2026-01-31T23:00:00Z", "* 2026-03-30T22:00:00Z 2026-03-31T22:00:00Z");
        assertThat(spans(ics("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY;COUNT=2")))
                .containsExactly(
                        "* 2024-02-28T23:00:00Z 2024-02-29T23:00:00Z", "* 2028-02-28T23:00:00Z 2028-02-29T23:00:00Z");
    }

    @Test
    void what_a_calendar_says_otherwise_is_a_gap() {
        StateFixture state = ics(
                "DTSTART:20260320T160000\nDTEND:20260320T200000\nRRULE:FREQ=WEEKLY",
                "DTSTART:20260320T160000\nDTEND:20260320T200000\nRRULE:FREQ=MONTHLY;BYDAY=2FR;COUNT=2",
                "DTSTART:20260320T160000\nDTEND:20260320T200000\nRRULE:FREQ=DAILY;BYHOUR=4;COUNT=2",
                "DTSTART:20260320T160000\nDTEND:20260320T200000\nRRULE:FREQ=DAILY;COUNT=2000",
                "DTSTART:20260320T160000\nRDATE:20260320T160000",
                "DTSTART;TZID=W. Europe Standard Time:20260320T160000",
                "DTSTART:20260320T160000",
                "DTSTART:someday",
                "DTSTART:20260320T160000\nDURATION:long",
                "SUMMARY:nothing");
        assertThat(state.facts(FreezeWindow.class)).isEmpty();
        assertThat(coverage(state))
                .singleElement()
                .asString()
                .contains(
                        "a repetition without an end: give it an UNTIL or a COUNT",
                        "a repetition that is not read: BYDAY of monthly",
                        "a repetition that is not read: BYHOUR=4",
                        "more than 1000 repetitions",
                        "RDATE is not read",
                        "`W. Europe Standard Time` is no zone of the time zone database",
                        "it ends when it begins",
                        "its times were not understood",
                        "a DURATION that was not understood",
                        "an event without DTSTART");
        assertThat(coverage(declared("ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\n")))
                .singleElement()
                .asString()
                .contains("the calendar ends in the middle of VEVENT", "a time without a zone");
        assertThat(coverage(declared("ics", "<html>")))
                .containsExactly("[] PARTIAL [it is no calendar: it does not begin with BEGIN:VCALENDAR]");
    }

    @Test
    void exported_calendars_are_read_in_the_zone_of_their_entry_and_denial_is_told() {
        StateFixture state = new StateFixture()
                .export(
                        "freeze.calendar",
                        "freeze.yaml",
                        "[{from: 2026-06-01, until: 2026-06-01, scope: orders}]",
                        "\"complete\": true, \"scope\": {\"zone\": \"Europe/Berlin\"}");
        assertThat(spans(state)).containsExactly("orders 2026-05-31T22:00:00Z 2026-06-01T22:00:00Z");
        assertThat(state.coverage(FreezeWindow.class, StateFixture.BILLING)).containsExactly("[] COMPLETE");
        assertThat(new StateFixture()
                        .entry(
                                "\"kind\": \"freeze.ics\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"httpStatus\": 403")
                        .coverage(FreezeWindow.class, StateFixture.BILLING))
                .containsExactly("[] DENIED [access was denied]");
    }
}
