package io.github.assaymark.facts.declared;

import io.github.assaymark.facts.alerting.AlertmanagerReader;
import io.github.assaymark.facts.alerting.PrometheusRulesReader;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.PagerRoute;
import java.util.List;
import java.util.regex.Pattern;

/** Every kind of file of a repository that is read here. */
final class DeclaredKinds {
    private static final String OPERATOR = "monitoring.coreos.com/";

    static final List<DeclaredKind> ALL = List.of(
            new DeclaredKind(
                    "configuration of Alertmanager",
                    marks("(?m)^route\\s{0,3}:", "(?m)^receivers\\s{0,3}:"),
                    AlertmanagerReader::reads,
                    AlertmanagerReader::read,
                    List.of(PagerRoute.class)),
            new DeclaredKind(
                    "routes of the Prometheus operator",
                    marks("\\bAlertmanagerConfig\\b", "monitoring\\.coreos\\.com/"),
                    root -> isOf(root, "AlertmanagerConfig"),
                    (root, file) -> file.gap(root, "an AlertmanagerConfig of the Prometheus operator is not read"),
                    List.of(PagerRoute.class)),
            new DeclaredKind(
                    "rules of Prometheus",
                    marks("(?m)^groups\\s{0,3}:", "(?m)^[\\s-]*(alert|record)\\s{0,3}:", "(?m)^[\\s-]*expr\\s{0,3}:"),
                    PrometheusRulesReader::reads,
                    PrometheusRulesReader::read,
                    List.of(AlarmDef.class)),
            new DeclaredKind(
                    "rules of the Prometheus operator",
                    marks("\\bPrometheusRule\\b", "monitoring\\.coreos\\.com/"),
                    root -> isOf(root, "PrometheusRule"),
                    (root, file) -> {
                        LocatedNode spec = root.get("spec");
                        if (spec == null) file.gap(root, "it has no spec");
                        else PrometheusRulesReader.read(spec, file);
                    },
                    List.of(AlarmDef.class)));

    private DeclaredKinds() {}

    private static List<Pattern> marks(String... expressions) {
        return List.of(expressions).stream().map(Pattern::compile).toList();
    }

    private static boolean isOf(LocatedNode root, String kind) {
        String version = root.text("apiVersion");
        return version != null && version.startsWith(OPERATOR) && kind.equals(root.text("kind"));
    }
}
