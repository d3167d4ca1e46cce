package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmSignal;
import io.github.assaymark.model.fact.Comparison;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads alert rules of Grafana: files of provisioning and answers of {@code /api/v1/provisioning/alert-rules} (its
 * documentation, alerting provisioning). The threshold is taken where the condition is one threshold on one query of
 * Prometheus, possibly reduced to one value.
 */
public final class GrafanaAlerts {
    private static final Set<String> KEEPING = Set.of("last", "mean", "max", "min");
    private static final int MAX_STEPS = 10;

    private final AlertingFile file;

    private GrafanaAlerts(AlertingFile file) {
        this.file = file;
    }

    /** What a file of provisioning is: a map with {@code groups} whose rules have a condition and data. */
    public static boolean reads(LocatedNode root) {
        return root.items("groups").stream()
                .flatMap(group -> group.items("rules").stream())
                .anyMatch(rule -> rule.get("condition") != null && rule.get("data") != null);
    }

    /** Hands the alarms of a file of provisioning over, or of an export in its form. */
    public static void read(LocatedNode root, AlertingFile file) {
        GrafanaAlerts reader = new GrafanaAlerts(file);
        for (LocatedNode group : root.items("groups"))
            for (LocatedNode rule : group.items("rules")) reader.rule(rule, group.text("name"));
    }

    /** Hands the alarms of an answer over. */
    public static void answer(LocatedNode root, AlertingFile file) {
        if (root.isMap() && root.get("groups") != null) {
            read(root, file);
            return;
        }
        if (!root.isList()) file.gap(root, "it is no list of alert rules");
        GrafanaAlerts reader = new GrafanaAlerts(file);
        for (LocatedNode rule : root.items()) reader.rule(rule, rule.text("ruleGroup"));
    }

    private void rule(LocatedNode rule, @Nullable String group) {
        String title = rule.text("title");
        String condition = rule.text("condition");
        if (title == null
                || group == null
                || condition == null
                || rule.items("data").isEmpty()) {
            file.gap(rule, "it does not say title, group, condition and data");
            return;
        }
        LocatedNode period = rule.get("for");
        Duration length = period == null ? Duration.ZERO : PrometheusDuration.of(period.text());
        if (length == null) file.gap(rule, "for is no time such as 5m");
        LocatedNode labels = rule.get("labels");
        LocatedNode annotations = rule.get("annotations");
        String service = file.service(label(labels, "service"));
        String named = label(labels, "stage");
        String stage = file.stage(named == null ? label(labels, "env") : named);
        Found found = followed(rule, condition);
        AlertExpression query = found.query();
        file.fact(new AlarmDef(
                file.key("grafana:" + AlertingFile.shown(group) + "/" + AlertingFile.shown(title)
                        + (stage == null ? "" : "/" + stage)),
                file.owner(service),
                file.place(rule),
                AlertingFile.shown(title),
                service,
                stage,
                "grafana",
                query == null ? AlarmSignal.OTHER : query.signal(),
                AlertingFile.shownOrNull(query == null ? null : query.metric()),
                null,
                AlertingFile.shownOrNull(found.text()),
                List.of(),
                query == null ? null : query.statistic(),
                query == null ? null : query.threshold(),
                query == null ? Comparison.OTHER : query.comparison(),
                length,
                1,
                List.of(),
                !"true".equals(rule.text("isPaused")),
                label(labels, "severity"),
                runbook(annotations),
                null,
                file.source(),
                file.at()));
    }

    private static @Nullable String label(@Nullable LocatedNode labels, String name) {
        String value = labels == null ? null : labels.text(name);
        return value == null || value.isEmpty() || value.contains("{{") ? null : AlertingFile.shown(value);
    }

    private static @Nullable String runbook(@Nullable LocatedNode annotations) {
        if (annotations == null) return null;
        String url = annotations.text("runbook_url");
        return AlertingFile.shownOrNull(url == null ? annotations.text("runbook") : url);
    }

    /**
     * What a condition rests on.
     *
     * @param text the query of Prometheus; null when there is none, or several
     * @param query what it says with the threshold; null when it was not understood
     */
    private record Found(@Nullable String text, @Nullable AlertExpression query) {}

    /** Goes from the condition down to the query: threshold, reduction, query. */
    private static Found followed(LocatedNode rule, String condition) {
        String sign = null;
        BigDecimal limit = null;
        String id = condition;
        for (int step = 0; step < MAX_STEPS; step++) {
            LocatedNode model = model(rule, id);
            if (model == null) return new Found(null, null);
            String type = model.text("type");
            String query = model.text("expr");
            if (query != null) return found(query, sign, limit);
            LocatedNode evaluator = evaluator(model);
            if ("threshold".equals(type) && sign == null && evaluator != null) {
                sign = sign(evaluator.text("type"));
                limit = number(evaluator);
                id = model.text("expression");
            } else if ("reduce".equals(type) && KEEPING.contains(String.valueOf(model.text("reducer")))) {
                id = model.text("expression");
            } else {
                return new Found(null, null);
            }
            if (id == null) return new Found(null, null);
            id = id.replaceAll("^\\$\\{?|\\}$", "");
        }
        return new Found(null, null);
    }

    private static Found found(String query, @Nullable String sign, @Nullable BigDecimal limit) {
        String all = sign == null || limit == null ? query : "(" + query + ") " + sign + " " + limit.toPlainString();
        try {
            return new Found(query, AlertExpression.of(all));
        } catch (PromqlSyntaxException e) {
            // Templates and other data sources ask in words of their own: the query stays as it is written.
            return new Found(query, null);
        }
    }

    private static @Nullable LocatedNode model(LocatedNode rule, String id) {
        for (LocatedNode data : rule.items("data")) if (id.equals(data.text("refId"))) return data.get("model");
        return null;
    }

    private static @Nullable LocatedNode evaluator(LocatedNode model) {
        List<LocatedNode> conditions = model.items("conditions");
        return conditions.size() == 1 ? conditions.get(0).get("evaluator") : null;
    }

    private static @Nullable String sign(@Nullable String type) {
        if (type == null) return null;
        return switch (type) {
            case "gt" -> ">";
            case "gte" -> ">=";
            case "lt" -> "<";
            case "lte" -> "<=";
            default -> null;
        };
    }

    private static @Nullable BigDecimal number(LocatedNode evaluator) {
        List<LocatedNode> params = evaluator.items("params");
        String text = params.isEmpty() ? "" : params.get(0).text();
        return text.matches("-?\\d{1,15}(\\.\\d{1,15})?") ? new BigDecimal(text) : null;
    }
}
