package io.github.assaymark.collect;

import org.jspecify.annotations.Nullable;

/** Answers in the shapes of PagerDuty's published description of its REST API (version 2), written by hand. */
final class PagerDutyAnswers {
    private static final String WINDOW = "since=2026-03-02T09%3A30%3A00Z&until=2026-03-16T09%3A30%3A00Z";
    static final String ON_CALLS = "/oncalls?escalation_policy_ids%5B%5D=PE1&" + WINDOW + "&limit=100&offset=0";

    private static String person(String id) {
        return "{\"id\": \"" + id + "\", \"type\": \"user_reference\", \"summary\": \"KANARI\"}";
    }

    private final StubServer server;
    private final Canary canary;
    private final @Nullable WholeAnswers whole;

    /** Answers of a server; made whole where there is something that knows how. */
    PagerDutyAnswers(StubServer server, Canary canary, @Nullable WholeAnswers whole) {
        this.server = server;
        this.canary = canary;
        this.whole = whole;
    }

    private void answer(String request, String json) {
        server.json(request, whole == null ? canary.stuffed(json) : canary.filled(whole.of(request, "200", json)));
    }

    void served() {
        answer(
                "/services?limit=100&offset=0",
                "{\"services\": [{\"id\": \"PS1\", \"name\": \"billing\", \"description\": \"KANARI\","
                        + " \"status\": \"active\", \"escalation_policy\": {\"id\": \"PE1\", \"summary\":"
                        + " \"Billing first\"}, \"incident_urgency_rule\": {\"type\": \"constant\", \"urgency\":"
                        + " \"high\"}}], \"limit\": 100,"
                        + " \"offset\": 0, \"more\": true}");
        answer(
                "/services?limit=100&offset=100",
                "{\"services\": [{\"id\": \"PS2\", \"name\": \"orders\", \"status\": \"active\","
                        + " \"escalation_policy\": {\"id\": \"PE2\"}}], \"more\": false}");
        answer(
                "/escalation_policies?limit=100&offset=0",
                "{\"escalation_policies\": [{\"id\": \"PE1\", \"name\": \"Billing first\","
                        + " \"escalation_rules\": [{\"targets\": [" + person("PU1")
                        + "]}], \"services\": [{\"summary\": \"billing\"}]}], \"more\": false}");
        answer(
                ON_CALLS,
                "{\"oncalls\": [{\"escalation_level\": 1, \"escalation_policy\": {\"id\": \"PE1\","
                        + " \"summary\": \"Billing first\"}, \"schedule\": {\"id\": \"PSCH\", \"summary\":"
                        + " \"KANARI\"}, \"user\": " + person("PU1")
                        + ", \"start\": \"2026-03-02T08:00:00Z\", \"end\": \"2026-03-09T08:00:00Z\"}], \"more\":"
                        + " false}");
        answer(
                "/schedules/PSCH?" + WINDOW,
                "{\"schedule\": {\"id\": \"PSCH\", \"name\": \"KANARI\", \"escalation_policies\":"
                        + " [{\"id\": \"PE1\", \"summary\": \"Billing first\"}], \"final_schedule\":"
                        + " {\"rendered_schedule_entries\": [{\"start\": \"2026-03-02T08:00:00Z\", \"end\":"
                        + " \"2026-03-09T08:00:00Z\", \"user\": " + person("PU1") + "}]}}}");
        answer("/event_orchestrations?limit=250", "{\"orchestrations\": [{\"id\": \"EO1\", \"name\": \"alerts\"}]}");
        answer(
                "/event_orchestrations/EO1/router",
                "{\"orchestration_path\": {\"sets\": [{\"id\": \"start\", \"rules\": [{\"label\":"
                        + " \"KANARI\", \"conditions\": [{\"expression\": \"event.severity matches 'critical'\"}],"
                        + " \"actions\": {\"route_to\": \"PS1\"}}]}], \"catch_all\": {\"actions\": {\"route_to\":"
                        + " \"unrouted\"}}}}");
    }
}
