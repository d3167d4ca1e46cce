package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.alerting.AlertingFile;
import io.github.assaymark.facts.alerting.AlertmanagerConfigReader;
import io.github.assaymark.facts.alerting.AlertmanagerReader;
import io.github.assaymark.facts.alerting.GrafanaAlerts;
import io.github.assaymark.facts.alerting.GrafanaDashboards;
import io.github.assaymark.facts.alerting.PrometheusRulesReader;
import io.github.assaymark.facts.alerting.SloReader;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.Dashboard;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.SloDef;
import java.util.List;
import java.util.function.BiConsumer;

/** What Prometheus, Alertmanager and Grafana say of themselves (their HTTP APIs), and objectives in clusters. */
final class AlertingKinds {
    private static final List<String> ROUTES = List.of(
            "route.receiver",
            "match",
            "match_re",
            "matchers",
            "continue",
            "mute_time_intervals",
            "active_time_intervals",
            "routes",
            "receivers[].name",
            "receivers[]: which channels are there",
            "inhibit_rules[]: their conditions");

    private static final String GRAFANA = "curl -fsS -H \"Authorization: Bearer $TOKEN\" 'URL/api/";

    private AlertingKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                        "alertmanager.config",
                        "configuration that a running Alertmanager uses",
                        "amtool --alertmanager.url=URL config show",
                        ExportKind.Format.YAML,
                        ROUTES,
                        List.of(PagerRoute.class),
                        file -> documents(file, AlertmanagerReader::read)),
                new ExportKind(
                        "alertmanager.status",
                        "status of a running Alertmanager with its configuration",
                        "curl -fsS URL/api/v2/status",
                        ExportKind.Format.JSON,
                        ROUTES.stream()
                                .map(field -> "config.original: " + field)
                                .toList(),
                        List.of(PagerRoute.class),
                        AlertingKinds::status),
                new ExportKind(
                        "grafana.alert-rules",
                        "alert rules of Grafana",
                        GRAFANA + "v1/provisioning/alert-rules'",
                        ExportKind.Format.JSON,
                        List.of(
                                "[].title",
                                "ruleGroup",
                                "condition",
                                "data[].refId, model.expr, type, expression, reducer, conditions[].evaluator",
                                "for",
                                "isPaused",
                                "labels.severity, service, stage, env",
                                "annotations.runbook_url, runbook"),
                        List.of(AlarmDef.class),
                        file -> documents(file, GrafanaAlerts::answer)),
                new ExportKind(
                        "grafana.dashboard",
                        "a dashboard of Grafana",
                        GRAFANA + "dashboards/uid/UID'",
                        ExportKind.Format.JSON,
                        List.of(
                                "dashboard.title",
                                "tags",
                                "panels[].type, title",
                                "panels[].targets, libraryPanel: that they are there",
                                "meta.url"),
                        List.of(Dashboard.class),
                        file -> documents(file, GrafanaDashboards::answer)),
                new ExportKind(
                        "grafana.search",
                        "which dashboards Grafana has, without their panels",
                        GRAFANA + "search?type=dash-db&limit=5000'",
                        ExportKind.Format.JSON,
                        List.of("[].title", "type", "url", "tags"),
                        List.of(Dashboard.class),
                        file -> documents(file, GrafanaDashboards::search)),
                new ExportKind(
                        "kubernetes.alertmanager-configs",
                        "routes in a cluster that the Prometheus operator hangs below those of an Alertmanager",
                        "kubectl get alertmanagerconfigs.monitoring.coreos.com -A -o json",
                        ExportKind.Format.JSON,
                        List.of(
                                "items[].metadata.namespace",
                                "spec.route.receiver, matchers, continue, muteTimeIntervals, activeTimeIntervals, routes",
                                "spec.receivers[].name",
                                "spec.receivers[]: which channels are there",
                                "spec.inhibitRules[]: their conditions"),
                        List.of(PagerRoute.class),
                        file -> documents(file, AlertmanagerConfigReader::list)),
                new ExportKind(
                        "kubernetes.slos",
                        "objectives of Pyrra and sloth in a cluster",
                        "kubectl get servicelevelobjectives.pyrra.dev,prometheusservicelevels.sloth.slok.dev -A -o json",
                        ExportKind.Format.JSON,
                        List.of(
                                "items[].metadata.name",
                                "metadata.labels: service, pyrra.dev/service",
                                "metadata.annotations: runbook_url, runbook",
                                "spec.target, window",
                                "spec.indicator, slos[].sli: of which kind it is",
                                "spec.service, slos[].name, objective, alerting: whether alerts are disabled",
                                "slos[].alerting.annotations: runbook_url, runbook"),
                        List.of(SloDef.class),
                        file -> documents(file, AlertingKinds::objectives)),
                new ExportKind(
                        "prometheus.rules",
                        "rules that a running Prometheus evaluates",
                        "curl -fsS URL/api/v1/rules",
                        ExportKind.Format.JSON,
                        List.of(
                                "data.groups[].name",
                                "rules[].type",
                                "name",
                                "query",
                                "duration",
                                "health",
                                "state",
                                "labels.severity, service, stage, environment, env",
                                "annotations.runbook_url, runbook"),
                        List.of(AlarmDef.class),
                        file -> documents(file, PrometheusRulesReader::answer)));
    }

    private static void objectives(LocatedNode root, AlertingFile file) {
        boolean list = root.get("items") != null;
        if (!list && !SloReader.reads(root)) file.gap(root, "it is no list of objectives");
        else if (!list) SloReader.read(root, file);
        for (LocatedNode item : root.items("items")) {
            if (SloReader.reads(item)) SloReader.read(item, file);
            else file.gap(item, "it is no objective of Pyrra or sloth");
        }
    }

    private static void documents(Exported file, BiConsumer<LocatedNode, AlertingFile> reader) {
        List<JsonValue> documents = file.documents();
        if (documents.isEmpty()) file.gap("", "the file holds no document");
        for (JsonValue document : documents)
            reader.accept(document.node(), new ExportedAlerting(file, document, false));
    }

    private static void status(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        JsonValue original = root.at("config", "original");
        if (original == null) {
            file.gap("", "it has no config.original");
            return;
        }
        JsonValue config = file.innerYaml(original);
        if (config != null) AlertmanagerReader.read(config.node(), new ExportedAlerting(file, config, true));
    }
}
