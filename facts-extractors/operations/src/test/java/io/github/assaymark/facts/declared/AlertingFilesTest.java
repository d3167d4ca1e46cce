package io.github.assaymark.facts.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.exports.StateFixture;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.PagerRoute;
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
                        "[provider!=prometheus, source=DECLARED] NOT_ATTEMPTED"
                                + " [alarms that are declared for other systems are not read]",
                        "[provider=prometheus, source=DECLARED] COMPLETE");
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
    void rules_of_the_operator_are_read_and_its_routes_are_named_as_not_read() {
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
                .contains("an AlertmanagerConfig of the Prometheus operator is not read");
    }

    @Test
    void exported_state_declares_nothing() {
        StateFixture files = new StateFixture().file("state/am.yml", ROUTES);
        assertThat(files.facts(PagerRoute.class)).isEmpty();
    }
}
