package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.TelemetrySeen;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private static StateFixture export(String kind, String text, String... scope) {
        return new StateFixture()
                .export(
                        kind,
                        "file",
                        text,
                        "\"complete\": true, \"scope\": {\"stage\": \"staging\""
                                + (scope.length == 0 ? "" : ", " + String.join(", ", scope)) + "}");
    }

    private static List<String> gaps(StateFixture state) {
        return state.gaps(TelemetrySeen.class, "").stream()
                .filter(gap -> !gap.startsWith("nobody exported it"))
                .toList();
    }

    private static final String TRACES = """
            {"traces": [
              {"traceID": "2f3e0cee77ae5dc9c17ade3689eb2e54", "rootServiceName": "billing", "rootTraceName": "GET /v1/invoices",
               "startTimeUnixNano": "1772443799123456789", "durationMs": 12},
              {"rootServiceName": "billing", "startTimeUnixNano": "1772443700000000000"},
              {"rootServiceName": "orders"}, {"rootServiceName": "<root span not yet received>"}], "metrics": {"totalBlocks": 3}}""";

    @Test
    void traces_are_counted_by_the_service_they_begin_with() {
        StateFixture state = export("tempo.search", TRACES);
        assertThat(state.facts(TelemetrySeen.class))
                .extracting(
                        TelemetrySeen::key,
                        TelemetrySeen::owner,
                        TelemetrySeen::serviceName,
                        TelemetrySeen::count,
                        TelemetrySeen::lastSeen)
                .containsExactlyInAnyOrder(
                        tuple(
                                "traces/billing/staging",
                                "services/billing",
                                "billing",
                                2,
                                Instant.parse("2026-03-02T09:29:59.123456789Z")),
                        tuple("traces/orders/staging", "services/orders", "orders", 1, null));
        assertThat(gaps(state)).containsExactly("/traces/3: nobody knows which service it begins with");
        assertThat(state.snapshot().facts().toString()).doesNotContain("2f3e0cee77ae5dc9c17ade3689eb2e54", "invoices");
    }

    @Test
    void empty_answer_for_a_service_says_that_nothing_arrived() {
        TelemetrySeen none = export(
                        "tempo.search", "{\"metrics\": {\"totalBlocks\": 3}}", "\"serviceName\": \"billing\"")
                .only(TelemetrySeen.class);
        assertThat(none.count()).isZero();
        assertThat(none.serviceName()).isEqualTo("billing");
        assertThat(none.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(none.lastSeen()).isNull();
        TelemetrySeen asked = export(
                        "tempo.search", TRACES, "\"serviceName\": \"loop-billing\"", "\"service\": \"billing\"")
                .only(TelemetrySeen.class);
        assertThat(asked.count()).isEqualTo(4);
        assertThat(asked.service()).isEqualTo("billing");
        assertThat(asked.serviceName()).isEqualTo("loop-billing");
        assertThat(export("tempo.search", "{\"metrics\": {}}").facts(TelemetrySeen.class))
                .isEmpty();
        assertThat(gaps(export("tempo.search", "{\"error\": \"x\"}")))
                .containsExactly("there are no traces and no metrics in it");
    }

    @Test
    void log_has_the_fields_that_every_line_has() {
        StateFixture state = export("loki.query-range", """
                {"status": "success", "data": {"resultType": "streams", "result": [
                  {"stream": {"service_name": "billing", "pod": "kanari"}, "values": [
                    ["1772443799000000001", "{\\"request_id\\": \\"kanari\\", \\"brand_id\\": \\"kanari\\", \\"http\\": {\\"route\\": \\"kanari\\"}, \\"extra\\": 1}"],
                    ["1772443700000000000", "{\\"request_id\\": \\"a\\", \\"brand_id\\": \\"b\\", \\"http\\": {\\"route\\": 1, \\"status\\": 200}}"]]},
                  {"stream": {"app": "x"}, "values": []}]}}""");
        TelemetrySeen logs = state.only(TelemetrySeen.class);
        assertThat(logs.signal()).isEqualTo("logs");
        assertThat(logs.fields()).containsExactly("brand_id", "http", "http.route", "request_id");
        assertThat(logs.count()).isEqualTo(2);
        assertThat(logs.lastSeen()).isEqualTo(Instant.parse("2026-03-02T09:29:59.000000001Z"));
        assertThat(state.snapshot().facts().toString()).doesNotContain("kanari");
        assertThat(gaps(state))
                .containsExactly("/data/result/1: it has no label service_name, and the scope names no serviceName");
        assertThat(gaps(export("loki.query-range", "{\"data\": {\"resultType\": \"matrix\"}}")))
                .containsExactly("there are no streams in it");
        assertThat(gaps(export(
                        "loki.query-range",
                        "{\"data\": {\"resultType\": \"streams\", \"result\": [{\"stream\": {}, \"values\": [[\"1\"]]}]}}",
                        "\"serviceName\": \"billing\"")))
                .containsExactly("/data/result/0/values/0: it is no time with a line");
    }

    @Test
    void insights_are_read_when_the_query_has_ended() {
        StateFixture state = export("aws.logs.get-query-results", """
                {"status": "Complete", "results": [
                  [{"field": "@timestamp", "value": "2026-03-02 09:29:58.123"}, {"field": "@message", "value": "{\\"level\\": \\"kanari\\", \\"request_id\\": 1}"},
                   {"field": "@ptr", "value": "kanari"}],
                  [{"field": "@timestamp", "value": "2026-03-02 09:29:59.500"}, {"field": "@message", "value": "started kanari"}]]}""", "\"serviceName\": \"billing\"");
        TelemetrySeen logs = state.only(TelemetrySeen.class);
        assertThat(logs.fields()).containsExactly("level", "request_id");
        assertThat(logs.lastSeen()).isEqualTo(Instant.parse("2026-03-02T09:29:59.500Z"));
        assertThat(gaps(state)).containsExactly("1 of 2 lines are no JSON");
        assertThat(state.snapshot().facts().toString()).doesNotContain("kanari");
        assertThat(gaps(export("aws.logs.get-query-results", "{\"status\": \"Running\", \"results\": []}")))
                .containsExactly("/status: the query has not ended: its status is no Complete");
    }

    @Test
    void keys_of_sentry_are_told_by_name_only() {
        StateFixture state = export("sentry.project-keys", """
                [{"id": "kanari1", "name": "Default", "label": "Default", "public": "kanari1", "secret": "kanari2", "isActive": true,
                  "dateCreated": "2025-11-01T08:00:00.000000Z", "dsn": {"public": "https://kanari1@o1.example/2", "secret": "kanari2"}},
                 {"name": "Old", "isActive": false}, {"name": "Odd"}, {"isActive": true}]""", "\"service\": \"billing\"");
        assertThat(state.facts(SecretState.class))
                .extracting(
                        SecretState::name,
                        SecretState::store,
                        SecretState::stage,
                        SecretState::present,
                        SecretState::owner,
                        SecretState::changedAt)
                .containsExactlyInAnyOrder(
                        tuple(
                                "Default",
                                "sentry",
                                "staging",
                                true,
                                "services/billing",
                                Instant.parse("2025-11-01T08:00:00Z")),
                        tuple("Old", "sentry", "staging", false, "services/billing", null));
        assertThat(state.snapshot().facts().toString()).doesNotContain("kanari");
        assertThat(state.gaps(SecretState.class, StateFixture.BILLING))
                .contains("/2: it has no isActive", "/3: it has no name");
        StateFixture denied = new StateFixture()
                .entry(
                        "\"kind\": \"sentry.project-keys\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"httpStatus\": 403");
        assertThat(denied.coverage(SecretState.class, "")).containsExactly("[] DENIED [access was denied]");
    }
}
