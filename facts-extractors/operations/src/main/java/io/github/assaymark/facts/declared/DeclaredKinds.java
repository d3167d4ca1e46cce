package io.github.assaymark.facts.declared;

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
import java.util.regex.Pattern;

/** Every kind of file of a repository that is read here. */
final class DeclaredKinds {
    private static final String OPERATOR = "monitoring.coreos.com/";

    static final List<DeclaredKind> ALL = List.of(
            new DeclaredKind(
                    "configuration of Alertmanager",
                    "receivers",
                    marks("(?m)^route\\s{0,3}:", "(?m)^receivers\\s{0,3}:"),
                    AlertmanagerReader::reads,
                    AlertmanagerReader::read,
                    List.of(PagerRoute.class)),
            new DeclaredKind(
                    "routes of the Prometheus operator",
                    "AlertmanagerConfig",
                    marks("\\bAlertmanagerConfig\\b", "monitoring\\.coreos\\.com/"),
                    AlertmanagerConfigReader::reads,
                    AlertmanagerConfigReader::read,
                    List.of(PagerRoute.class)),
            new DeclaredKind(
                    "rules of Prometheus",
                    "expr",
                    marks(
                            "(?m)^groups\\s{0,3}:",
                            "(?m)^[ \\t-]*+(alert|record)\\s{0,3}:",
                            "(?m)^[ \\t-]*+expr\\s{0,3}:"),
                    PrometheusRulesReader::reads,
                    PrometheusRulesReader::read,
                    List.of(AlarmDef.class)),
            new DeclaredKind(
                    "rules of the Prometheus operator",
                    "PrometheusRule",
                    marks("\\bPrometheusRule\\b", "monitoring\\.coreos\\.com/"),
                    root -> isOf(root, "PrometheusRule"),
                    (root, file) -> {
                        LocatedNode spec = root.get("spec");
                        if (spec == null) file.gap(root, "it has no spec");
                        else PrometheusRulesReader.read(spec, file);
                    },
                    List.of(AlarmDef.class)),
            new DeclaredKind(
                    "alert rules of Grafana",
                    "refId",
                    marks("(?m)^groups\\s{0,3}:", "(?m)^[ \\t-]*+condition\\s{0,3}:", "(?m)^[ \\t-]*+refId\\s{0,3}:"),
                    GrafanaAlerts::reads,
                    GrafanaAlerts::read,
                    List.of(AlarmDef.class)),
            new DeclaredKind(
                    "dashboard of Grafana",
                    "schemaVersion",
                    marks("\"(panels|rows)\"\\s{0,3}:", "\"schemaVersion\"\\s{0,3}:"),
                    GrafanaDashboards::reads,
                    GrafanaDashboards::read,
                    List.of(Dashboard.class)),
            new DeclaredKind(
                    "objectives of OpenSLO, sloth or Pyrra",
                    "apiVersion",
                    marks("(?m)^apiVersion\\s{0,3}:\\s{0,3}[\"']?(openslo|sloth\\.slok\\.dev/|pyrra\\.dev/)"),
                    root -> root.get("apiVersion") != null && SloReader.reads(root),
                    SloReader::read,
                    List.of(SloDef.class)),
            new DeclaredKind(
                    "objectives of sloth",
                    "slos",
                    marks("(?m)^version\\s{0,3}:\\s{0,3}[\"']?prometheus/v1", "(?m)^slos\\s{0,3}:"),
                    root -> root.get("apiVersion") == null && SloReader.reads(root),
                    SloReader::read,
                    List.of(SloDef.class)));

    private DeclaredKinds() {}

    private static List<Pattern> marks(String... expressions) {
        return List.of(expressions).stream().map(Pattern::compile).toList();
    }

    private static boolean isOf(LocatedNode root, String kind) {
        String version = root.text("apiVersion");
        return version != null && version.startsWith(OPERATOR) && kind.equals(root.text("kind"));
    }
}
