package io.github.assaymark.facts.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmSignal;
import io.github.assaymark.model.fact.Comparison;
import io.github.assaymark.model.fact.Dashboard;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GrafanaTest {
    private static final String MODEL = """
            {"uid": "b1", "title": "Billing overview", "schemaVersion": 39, "tags": ["service:billing", "env:prod", "x"],
             "panels": [
               {"type": "row", "title": "Traffic", "panels": [
                 {"type": "timeseries", "title": "Requests", "targets": [{"refId": "A", "expr": "secret"}]}]},
               {"type": "text", "title": "Read me", "targets": [{}]},
               {"type": "stat", "title": "Empty"},
               {"type": "stat", "title": "Errors", "targets": [{"refId": "A"}]},
               {"title": "Shared", "libraryPanel": {"uid": "l1"}}]}""";

    @Test
    void dashboard_counts_the_panels_that_show_something() {
        RecordedFile file = RecordedFile.of(MODEL, GrafanaDashboards::read);
        Dashboard dashboard = file.facts(Dashboard.class).get(0);
        assertThat(dashboard.key()).isEqualTo("grafana:Billing overview/prod");
        assertThat(dashboard.owner()).isEqualTo("services/billing");
        assertThat(dashboard.panels()).isEqualTo(3);
        assertThat(dashboard.panelTitles()).containsExactly("Errors", "Requests", "Shared");
        assertThat(dashboard.url()).isNull();
    }

    @Test
    void answer_says_where_the_dashboard_is() {
        RecordedFile file = RecordedFile.of(
                "{\"dashboard\": " + MODEL + ", \"meta\": {\"url\": \"/d/b1/billing\"}}", GrafanaDashboards::answer);
        assertThat(file.facts(Dashboard.class).get(0).url()).isEqualTo("/d/b1/billing");
        assertThat(RecordedFile.of("{\"message\": \"not found\"}", GrafanaDashboards::answer).gaps)
                .containsExactly("1: it holds no dashboard with title, panels and schemaVersion");
    }

    @Test
    void older_dashboards_have_rows() {
        RecordedFile file = RecordedFile.of(
                "{title: Old, schemaVersion: 14, rows: [{panels: [{type: graph, targets: [{}]}]}]}",
                GrafanaDashboards::read);
        assertThat(file.facts(Dashboard.class).get(0).panels()).isEqualTo(1);
    }

    @Test
    void search_does_not_say_which_panels_there_are() {
        RecordedFile file = RecordedFile.of(
                "[{type: dash-folder, title: F}, {type: dash-db, title: D, url: /d/x}, {type: dash-db}]",
                GrafanaDashboards::search);
        assertThat(file.facts(Dashboard.class))
                .singleElement()
                .extracting(Dashboard::panels)
                .isEqualTo(-1);
        assertThat(file.gaps).containsExactly("1: it has no title");
        assertThat(RecordedFile.of("{message: denied}", GrafanaDashboards::search).gaps)
                .containsExactly("1: it is no list of what was found");
    }

    private static final String RULES = """
            apiVersion: 1
            groups:
            - orgId: 1
              name: billing
              folder: loop
              interval: 1m
              rules:
              - uid: r1
                title: Latency
                condition: C
                for: 5m
                isPaused: true
                labels: {severity: critical, service: billing}
                annotations: {runbook_url: 'https://example.org/r'}
                data:
                - refId: A
                  datasourceUid: secret
                  model: {expr: 'histogram_quantile(0.99, rate(request_duration_seconds_bucket[5m]))'}
                - refId: B
                  model: {type: reduce, reducer: last, expression: A}
                - refId: C
                  model: {type: threshold, expression: $B, conditions: [{evaluator: {type: gt, params: [1]}}]}
              - title: Sum
                condition: B
                data:
                - {refId: A, model: {expr: 'a_seconds'}}
                - {refId: B, model: {type: math, expression: '$A > 1'}}
              - title: Words
                condition: A
                data: [{refId: A, model: {expr: '$__rate_interval'}}]
              - title: Loop
                condition: A
                data: [{refId: A, model: {type: reduce, reducer: last, expression: A}}]
              - title: None
            """;

    @Test
    void alarm_has_the_threshold_of_its_condition() {
        RecordedFile file = RecordedFile.of(RULES, GrafanaAlerts::read);
        AlarmDef latency = file.facts(AlarmDef.class).get(0);
        assertThat(latency.key()).isEqualTo("grafana:billing/Latency");
        assertThat(latency.owner()).isEqualTo("services/billing");
        assertThat(latency.provider()).isEqualTo("grafana");
        assertThat(latency.statistic()).isEqualTo("p99");
        assertThat(latency.signal()).isEqualTo(AlarmSignal.LATENCY);
        assertThat(latency.threshold()).isEqualTo(Quantity.of(1, Quantity.Unit.SECONDS));
        assertThat(latency.comparison()).isEqualTo(Comparison.GREATER);
        assertThat(latency.period()).isEqualTo(Duration.ofMinutes(5));
        assertThat(latency.enabled()).isFalse();
        assertThat(latency.severity()).isEqualTo("critical");
        assertThat(latency.runbook()).isEqualTo("https://example.org/r");
        assertThat(file.facts(AlarmDef.class))
                .extracting(AlarmDef::name, AlarmDef::expression, AlarmDef::threshold)
                .contains(
                        tuple("Sum", null, null), tuple("Words", "$__rate_interval", null), tuple("Loop", null, null));
        assertThat(file.gaps).containsExactly("34: it does not say title, group, condition and data");
    }

    @Test
    void answer_lists_rules_with_their_group() {
        RecordedFile file = RecordedFile.of("""
                [{"title": "A", "ruleGroup": "g", "condition": "A", "for": "5 minutes",
                  "data": [{"refId": "A", "model": {"expr": "up < 1"}}]}]""", GrafanaAlerts::answer);
        assertThat(file.facts(AlarmDef.class))
                .singleElement()
                .extracting(AlarmDef::key)
                .isEqualTo("grafana:g/A");
        assertThat(file.gaps).containsExactly("1: for is no time such as 5m");
        assertThat(RecordedFile.of("message: denied", GrafanaAlerts::answer).gaps)
                .containsExactly("1: it is no list of alert rules");
    }
}
