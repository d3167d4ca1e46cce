package io.github.assaymark.facts.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.exports.StateFixture;
import io.github.assaymark.model.fact.NoticeTarget;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.StateSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertmanagerConfigTest {
    private static final String CONFIG = """
            apiVersion: monitoring.coreos.com/v1beta1
            kind: AlertmanagerConfig
            metadata: {name: loop, namespace: loop-prod}
            spec:
              route:
                receiver: chat
                groupBy: [alertname]
                routes:
                  - receiver: pager
                    matchers: [{name: severity, value: critical, matchType: "="}]
                    muteTimeIntervals: [nights]
                  - receiver: nobody
                    matchers: [{name: severity, value: info|debug, regex: true}]
              receivers:
                - name: pager
                  pagerdutyConfigs: [{routingKey: {name: pd, key: k}}]
                - name: chat
                  slackConfigs: [{apiURL: {name: slack, key: url}}]
                - name: nobody
              inhibitRules:
                - sourceMatch: [{name: alertname, value: Down}]
                  targetMatch: [{name: severity, value: critical}]
            """;

    private static List<String> told(StateFixture state, String severity) {
        return state.facts(PagerRoute.class).stream()
                .filter(route -> severity.equals(route.severity()))
                .map(route ->
                        route.receiver() + " " + route.target() + " " + route.condition() + " " + route.silencedBy())
                .toList();
    }

    @Test
    void routes_of_the_operator_are_those_of_its_namespace() {
        StateFixture state = new StateFixture().file("deploy/alerts.yaml", CONFIG);
        assertThat(told(state, "critical"))
                .containsExactly("pager " + NoticeTarget.PAGE
                        + " namespace=\"loop-prod\" [silent in nights, silent while alertname=\"Down\"]");
        assertThat(told(state, "warning")).containsExactly("chat " + NoticeTarget.CHAT + " namespace=\"loop-prod\" []");
        assertThat(told(state, "debug")).containsExactly("nobody " + NoticeTarget.NONE + " namespace=\"loop-prod\" []");
        assertThat(state.facts(PagerRoute.class)).allMatch(route -> route.source() == StateSource.DECLARED);
    }

    @Test
    void objects_of_a_cluster_are_deployed() {
        StateFixture state = new StateFixture().export("kubernetes.alertmanager-configs", "routes.json", """
                        {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "monitoring.coreos.com/v1alpha1",
                          "kind": "AlertmanagerConfig", "metadata": {"name": "a", "namespace": "orders"}, "spec": {
                            "route": {"receiver": "ops"}, "receivers": [{"name": "ops", "opsgenieConfigs": [{}]}]}},
                          {"kind": "Pod"}]}""");
        assertThat(told(state, "critical")).containsExactly("ops PAGE namespace=\"orders\" []");
        assertThat(state.facts(PagerRoute.class)).allMatch(route -> route.source() == StateSource.DEPLOYED);
        assertThat(gaps(state)).containsExactly("/items/1: it is no AlertmanagerConfig of the Prometheus operator");
    }

    private static List<String> gaps(StateFixture state) {
        return state.coverage("exports", PagerRoute.class, "").stream()
                .flatMap(line -> List.of(line.replaceFirst("^\\[[^\\]]*\\] \\w+ ?", "")
                                .replaceFirst("^\\[", "")
                                .replaceFirst("\\]$", "")
                                .split(", (?=/)"))
                        .stream())
                .toList();
    }

    @Test
    void what_is_not_understood_tells_no_route() {
        StateFixture state = new StateFixture().export("kubernetes.alertmanager-configs", "routes.json", """
                {"items": [
                  {"apiVersion": "monitoring.coreos.com/v1alpha1", "kind": "AlertmanagerConfig", "metadata": {"namespace": "n"}, "spec": {
                    "route": {"receiver": "gone", "else": 1, "routes": [7, {"matchers": [{"value": "x"}, {"name": "a", "value": "(", "matchType": "=~"}]}]},
                    "receivers": [{}, {"name": "a", "hook": []}, {"name": "b"}, {"name": "b"}]}},
                  {"apiVersion": "monitoring.coreos.com/v1alpha1", "kind": "AlertmanagerConfig", "metadata": {}, "spec": {}},
                  {"apiVersion": "monitoring.coreos.com/v1alpha1", "kind": "AlertmanagerConfig"}]}""");
        assertThat(state.facts(PagerRoute.class)).isEmpty();
        assertThat(String.join("; ", gaps(state)))
                .contains(
                        "a receiver has no name",
                        "`hook` is nothing that a receiver has",
                        "two receivers are called `b`",
                        "`else` is nothing that a route of the operator has",
                        "no receiver is called `gone`",
                        "a route is no map",
                        "a condition has no name, or a matchType that is none",
                        "`(` is no expression",
                        "it names no namespace, so that it is not known of which its alerts are",
                        "it has no spec");
    }
}
