package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmSignal;
import io.github.assaymark.model.fact.NoticeTarget;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.StateSource;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertingTest {
    private static final String CONFIG = """
            route:
              receiver: chat
              routes:
              - {receiver: page, matchers: ['severity="critical"', 'service="billing"']}
            receivers:
            - {name: page, pagerduty_configs: [{routing_key: <secret>}]}
            - {name: chat, slack_configs: [{api_url: <secret>}]}
            """;

    @Test
    void routes_of_a_running_alertmanager_are_deployed() {
        StateFixture state = new StateFixture()
                .export(
                        "alertmanager.config",
                        "am.yml",
                        CONFIG,
                        "\"complete\": true, \"scope\": {\"stage\": \"production\"}");
        PagerRoute page = state.facts(PagerRoute.class).stream()
                .filter(route -> route.target() == NoticeTarget.PAGE)
                .findFirst()
                .orElseThrow();
        assertThat(page.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(page.service()).isEqualTo("billing");
        assertThat(page.stage()).isEqualTo("prod");
        assertThat(page.source()).isEqualTo(StateSource.DEPLOYED);
        assertThat(page.at()).isEqualTo(StateFixture.AT);
        assertThat(((Provenance.Export) page.provenance()).pointer()).isEqualTo("/route/routes/0");
        assertThat(state.coverage(PagerRoute.class, StateFixture.BILLING))
                .contains("[source=DEPLOYED, stage=prod] COMPLETE");
    }

    @Test
    void status_holds_the_configuration_as_text() {
        String json = "{\"cluster\": {}, \"config\": {\"original\": \""
                + CONFIG.replace("\"", "\\\"").replace("\n", "\\n") + "\"}}";
        StateFixture state = new StateFixture().export("alertmanager.status", "status.json", json);
        assertThat(state.facts(PagerRoute.class))
                .extracting(route -> ((Provenance.Export) route.provenance()).pointer())
                .containsOnly("/config/original");
        assertThat(state.facts(PagerRoute.class)).extracting(PagerRoute::target).contains(NoticeTarget.PAGE);
    }

    @Test
    void status_without_a_configuration_is_a_gap() {
        assertThat(new StateFixture()
                        .export("alertmanager.status", "a.json", "{\"config\": {}}")
                        .gaps(PagerRoute.class, ""))
                .containsExactly("it has no config.original");
        assertThat(new StateFixture()
                        .export("alertmanager.status", "a.json", "{\"config\": {\"original\": \"a: [\"}}")
                        .gaps(PagerRoute.class, ""))
                .containsExactly("/config/original: it holds no YAML");
        assertThat(new StateFixture()
                        .export("alertmanager.config", "a.yml", "a: b")
                        .gaps(PagerRoute.class, ""))
                .containsExactly("it has no route and receivers, as a configuration of Alertmanager has");
    }

    @Test
    void denied_alertmanager_is_no_absence() {
        assertThat(new StateFixture()
                        .entry("\"kind\": \"alertmanager.status\", \"command\": \"c\", \"finishedAt\": \""
                                + StateFixture.AT + "\", \"httpStatus\": 403, \"error\": \"forbidden\"")
                        .coverage(PagerRoute.class, ""))
                .singleElement()
                .asString()
                .startsWith("[source=DEPLOYED] DENIED");
    }

    @Test
    void rules_of_a_running_prometheus_say_their_health_and_state() {
        StateFixture state = new StateFixture().export("prometheus.rules", "rules.json", """
                {"status": "success", "data": {"groups": [{"name": "billing", "file": "/etc/rules.yml", "rules": [
                  {"type": "alerting", "name": "Latency", "duration": 300, "health": "ok", "state": "firing",
                   "query": "histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket[5m]))) > 1",
                   "labels": {"severity": "critical", "service": "billing", "env": "production"},
                   "annotations": {"runbook_url": "https://example.org/runbook"}, "alerts": []},
                  {"type": "alerting", "name": "Broken", "duration": 0.5, "health": "err", "query": "up == 0"},
                  {"type": "alerting", "name": "Fresh", "duration": 0, "health": "unknown", "query": "later(up) > 1"},
                  {"type": "recording", "name": "a:b", "query": "up"},
                  {"type": "alerting", "name": "Half"}]}]}}""");
        AlarmDef latency = state.facts(AlarmDef.class).stream()
                .filter(alarm -> alarm.name().equals("Latency"))
                .findFirst()
                .orElseThrow();
        assertThat(latency.key()).isEqualTo("prometheus:billing/Latency/prod");
        assertThat(latency.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(latency.statistic()).isEqualTo("p99");
        assertThat(latency.signal()).isEqualTo(AlarmSignal.LATENCY);
        assertThat(latency.threshold()).isEqualTo(Quantity.of(1, Quantity.Unit.SECONDS));
        assertThat(latency.period()).isEqualTo(Duration.ofMinutes(5));
        assertThat(latency.state()).isEqualTo("firing");
        assertThat(latency.runbook()).isEqualTo("https://example.org/runbook");
        assertThat(latency.enabled()).isTrue();
        AlarmDef broken = state.facts(AlarmDef.class).get(0);
        assertThat(broken.name()).isEqualTo("Broken");
        assertThat(broken.enabled()).isFalse();
        assertThat(broken.period()).isEqualTo(Duration.ofMillis(500));
        assertThat(state.gaps(AlarmDef.class, StateFixture.BILLING))
                .contains(
                        "/data/groups/0/rules/2: the query was not understood: no function is called `later`",
                        "/data/groups/0/rules/4: it does not say name, query and duration");
    }

    @Test
    void answer_of_something_else_is_told() {
        assertThat(new StateFixture()
                        .export("prometheus.rules", "rules.json", "{\"status\": \"error\", \"error\": \"timeout\"}")
                        .gaps(AlarmDef.class, ""))
                .contains("it is no answer with a list of groups");
    }
}
