package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.alerting.AlertingFile;
import io.github.assaymark.facts.alerting.AlertmanagerReader;
import io.github.assaymark.facts.alerting.PrometheusRulesReader;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.PagerRoute;
import java.util.List;
import java.util.function.BiConsumer;

/** What Prometheus and Alertmanager say of themselves (their HTTP APIs, versions 1 and 2). */
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

    static void documents(Exported file, BiConsumer<LocatedNode, AlertingFile> reader) {
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
