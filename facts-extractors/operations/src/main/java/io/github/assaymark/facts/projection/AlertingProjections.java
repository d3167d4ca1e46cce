package io.github.assaymark.facts.projection;

import static io.github.assaymark.facts.projection.Projections.json;

import java.util.List;

/**
 * Answers of Prometheus, Alertmanager and Grafana. Of the configuration of Alertmanager every key of a route and of a
 * receiver stays, as one that is not known changes what is understood of it; of channels nothing but how many there
 * are.
 */
final class AlertingProjections {
    private static final String CONFIG = "config.original<yaml>.";

    private AlertingProjections() {}

    static List<ExportProjection> all() {
        return List.of(
                json(
                        "alertmanager.status",
                        1,
                        CONFIG + "route.receiver",
                        CONFIG + "route.match.*",
                        CONFIG + "route.match_re.*",
                        CONFIG + "route.matchers[]",
                        CONFIG + "route.continue",
                        CONFIG + "route.mute_time_intervals[]",
                        CONFIG + "route.active_time_intervals[]",
                        CONFIG + "route.routes[] -> config.original<yaml>.route",
                        CONFIG + "route.*!",
                        CONFIG + "receivers[].name",
                        CONFIG + "receivers[].*!",
                        CONFIG + "inhibit_rules[].source_match.*",
                        CONFIG + "inhibit_rules[].source_match_re.*",
                        CONFIG + "inhibit_rules[].source_matchers[]",
                        CONFIG + "inhibit_rules[].target_match.*",
                        CONFIG + "inhibit_rules[].target_match_re.*",
                        CONFIG + "inhibit_rules[].target_matchers[]"),
                json(
                        "prometheus.rules",
                        1,
                        "status",
                        "data.groups[].name",
                        "data.groups[].rules[].type",
                        "data.groups[].rules[].name",
                        "data.groups[].rules[].query",
                        "data.groups[].rules[].duration",
                        "data.groups[].rules[].health",
                        "data.groups[].rules[].state",
                        "data.groups[].rules[].labels.severity",
                        "data.groups[].rules[].labels.service",
                        "data.groups[].rules[].labels.stage",
                        "data.groups[].rules[].labels.environment",
                        "data.groups[].rules[].labels.env",
                        "data.groups[].rules[].annotations.runbook_url",
                        "data.groups[].rules[].annotations.runbook"),
                json(
                        "grafana.dashboard",
                        1,
                        "dashboard.title",
                        "dashboard.schemaVersion",
                        "dashboard.tags[]",
                        "dashboard.panels[].type",
                        "dashboard.panels[].title",
                        "dashboard.panels[].targets!",
                        "dashboard.panels[].libraryPanel!",
                        "dashboard.panels[].panels[] -> dashboard.panels[]",
                        "dashboard.rows[].panels[] -> dashboard.panels[]",
                        "meta.url"),
                json("grafana.search", 1, "[].title", "[].type", "[].url", "[].tags[]"),
                json(
                        "grafana.alert-rules",
                        1,
                        "[].title",
                        "[].ruleGroup",
                        "[].condition",
                        "[].data[].refId",
                        "[].data[].model.expr",
                        "[].data[].model.type",
                        "[].data[].model.expression",
                        "[].data[].model.reducer",
                        "[].data[].model.conditions[].evaluator.type",
                        "[].data[].model.conditions[].evaluator.params[]",
                        "[].for",
                        "[].isPaused",
                        "[].labels.severity",
                        "[].labels.service",
                        "[].labels.stage",
                        "[].labels.env",
                        "[].labels.environment",
                        "[].annotations.runbook_url",
                        "[].annotations.runbook"));
    }
}
