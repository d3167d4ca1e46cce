package io.github.assaymark.facts.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.exports.StateFixture;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.Dashboard;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.SloDef;
import io.github.assaymark.model.fact.StateSource;
import org.junit.jupiter.api.Test;

class AlertingFilesTest {
    private static final String ROUTES = """
            route: {receiver: a, routes: [{receiver: b, matchers: [severity="critical"]}]}
            receivers: [{name: a}, {name: b, pagerduty_configs: [{}]}]
            """;
    private static final String RULES = """
            groups:
            - name: one
              rules:
              - alert: Errors
                expr: sum(rate(http_requests_total{code=~"5.."}[5m])) / sum(rate(http_requests_total[5m])) > 0.01
                for: 10m
                labels: {severity: critical}
            """;

    @Test
    void files_are_told_by_what_they_hold() {
        StateFixture files = new StateFixture()
                .file("infra/any-name.yml", ROUTES)
                .file("services/billing/alerts.yaml", RULES)
                .file("services/billing/compose.yaml", "services: {a: {image: b}}\n")
                .file("services/billing/test/alerts.yaml", RULES);
        AlarmDef errors = files.only(AlarmDef.class);
        assertThat(errors.owner()).isEqualTo("services/billing");
        assertThat(errors.service()).isEqualTo("billing");
        assertThat(errors.source()).isEqualTo(StateSource.DECLARED);
        assertThat(errors.at()).isNull();
        assertThat(errors.provenance().place())
                .hasToString(
                        "File[commit=null, path=services/billing/alerts.yaml, startLine=4, startColumn=5, endLine=7,"
                                + " endColumn=33, blob=null]");
        assertThat(files.facts(PagerRoute.class))
                .extracting(PagerRoute::severity)
                .contains("critical");
        assertThat(files.coverage("alerting-files", PagerRoute.class, "services/billing"))
                .containsExactly("[source=DECLARED, system=alertmanager] COMPLETE");
        assertThat(files.coverage("alerting-files", AlarmDef.class, "services/billing"))
                .containsExactlyInAnyOrder(
                        "[provider!=grafana,prometheus, source=DECLARED] NOT_ATTEMPTED"
                                + " [alarms that are declared for other systems are not read]",
                        "[provider=grafana,prometheus, source=DECLARED] COMPLETE");
    }

    @Test
    void file_that_looks_like_one_and_fails_is_a_gap_for_every_service() {
        StateFixture files = new StateFixture()
                .file("infra/am.yml", ROUTES + "receivers: []\n")
                .file("infra/torn.yml", "route:\n  receiver: [\nreceivers:\n- name: a\n")
                .file("infra/rules.yml", "groups:\n- name: a\n  rules:\n  - alert: A\n    expr: '{{ .Values.x }}'\n");
        assertThat(files.facts(PagerRoute.class)).isEmpty();
        assertThat(files.coverage("alerting-files", PagerRoute.class, "services/orders"))
                .singleElement()
                .asString()
                .startsWith("[source=DECLARED, system=alertmanager] PARTIAL")
                .contains("`receivers` stands there twice");
        assertThat(files.coverage("alerting-files", AlarmDef.class, "services/orders")
                        .toString())
                .contains("the query was not understood");
    }

    @Test
    void rules_of_the_operator_are_read_and_routes_of_no_namespace_are_not() {
        StateFixture files = new StateFixture()
                .file(
                        "deploy/rule.yaml",
                        "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: a}\nspec:\n"
                                + RULES.indent(2))
                .file(
                        "deploy/routes.yaml",
                        "apiVersion: monitoring.coreos.com/v1alpha1\nkind: AlertmanagerConfig\nspec: {}\n");
        assertThat(files.only(AlarmDef.class).name()).isEqualTo("Errors");
        assertThat(files.coverage("alerting-files", PagerRoute.class, "").toString())
                .contains("it names no namespace, so that it is not known of which its alerts are");
    }

    @Test
    void dashboards_and_objectives_are_told_by_what_they_hold() {
        StateFixture files = new StateFixture()
                .file(
                        "dashboards/billing.json",
                        "{\"title\": \"Billing\", \"schemaVersion\": 39, \"tags\": [\"service:billing\"], \"panels\":"
                                + " [{\"type\": \"stat\", \"title\": \"Rate\", \"targets\": [{}]}]}")
                .file("dashboards/torn.json", "{\"schemaVersion\": 39, \"panels\": [")
                .file("services/orders/slo.yaml", """
                        apiVersion: openslo/v1
                        kind: Service
                        metadata: {name: orders}
                        ---
                        apiVersion: openslo/v1
                        kind: SLO
                        metadata: {name: orders-latency}
                        spec:
                          indicatorRef: latency
                          objectives: [{target: 0.995}]
                        """)
                .file("slo/sloth.yml", """
                        version: prometheus/v1
                        service: billing
                        slos: [{name: availability, objective: 99.9}]
                        """);
        Dashboard dashboard = files.only(Dashboard.class);
        assertThat(dashboard.owner()).isEqualTo("services/billing");
        assertThat(dashboard.panelTitles()).containsExactly("Rate");
        assertThat(files.facts(SloDef.class))
                .extracting(SloDef::key, SloDef::owner, SloDef::file)
                .containsExactly(
                        tuple("billing/availability", "services/billing", "slo/sloth.yml"),
                        tuple("orders/orders-latency", "services/orders", "services/orders/slo.yaml"));
        assertThat(files.coverage("alerting-files", SloDef.class, "services/orders"))
                .containsExactly("[source=DECLARED] COMPLETE");
        assertThat(files.coverage("alerting-files", Dashboard.class, "services/orders"))
                .singleElement()
                .asString()
                .startsWith("[source=DECLARED, tool=grafana] PARTIAL");
    }

    @Test
    void exported_state_declares_nothing() {
        StateFixture files = new StateFixture().file("state/am.yml", ROUTES);
        assertThat(files.facts(PagerRoute.class)).isEmpty();
    }
}
