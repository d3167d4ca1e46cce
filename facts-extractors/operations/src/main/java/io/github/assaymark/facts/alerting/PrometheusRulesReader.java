package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmSignal;
import io.github.assaymark.model.fact.Comparison;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads alarms of Prometheus: rule files (its documentation, configuration/alerting_rules and recording_rules) and what
 * {@code /api/v1/rules} says of them (querying/api). What Prometheus refuses is a gap.
 */
public final class PrometheusRulesReader {
    private static final Set<String> GROUP = Set.of("name", "interval", "limit", "rules", "query_offset", "labels");
    private static final Set<String> RULE = Set.of("alert", "expr", "for", "keep_firing_for", "labels", "annotations");
    private static final Set<String> RECORD = Set.of("record", "expr", "labels");
    private static final String METRIC = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*";

    private final AlertingFile file;

    private PrometheusRulesReader(AlertingFile file) {
        this.file = file;
    }

    /** What a rule file is: a map with {@code groups}, one of which holds rules that alert or record. */
    public static boolean reads(LocatedNode root) {
        return root.items("groups").stream()
                .flatMap(group -> group.items("rules").stream())
                .anyMatch(rule -> rule.get("alert") != null || rule.get("record") != null);
    }

    /** Hands the alarms of a rule file to the file. */
    public static void read(LocatedNode root, AlertingFile file) {
        PrometheusRulesReader reader = new PrometheusRulesReader(file);
        for (LocatedEntry entry : root.entries())
            if (!entry.key().equals("groups")) reader.stranger(entry, "a rule file");
        LocatedNode groups = root.get("groups");
        if (groups == null || !groups.isList()) {
            file.gap(root, "it has no list of groups, as a rule file has");
            return;
        }
        Set<String> names = new HashSet<>();
        for (LocatedNode group : groups.items()) reader.group(group, names);
    }

    /** Hands the alarms of an answer of {@code /api/v1/rules} to the file. */
    public static void answer(LocatedNode root, AlertingFile file) {
        LocatedNode data = root.get("data");
        LocatedNode groups = data == null ? null : data.get("groups");
        if (!"success".equals(root.text("status")) || groups == null || !groups.isList()) {
            file.gap(root, "it is no answer with a list of groups");
            return;
        }
        PrometheusRulesReader reader = new PrometheusRulesReader(file);
        for (LocatedNode group : groups.items())
            for (LocatedNode rule : group.items("rules"))
                if (!"recording".equals(rule.text("type"))) reader.answered(group, rule);
    }

    private void stranger(LocatedEntry entry, String of) {
        file.gap(entry.keyNode(), "`" + AlertingFile.shown(entry.key()) + "` is nothing that " + of + " has");
    }

    private void group(LocatedNode group, Set<String> names) {
        String name = group.text("name");
        if (!group.isMap() || name == null || name.isEmpty()) {
            file.gap(group, "a group has no name: Prometheus refuses it");
            return;
        }
        if (!names.add(name))
            file.gap(group, "two groups are called `" + AlertingFile.shown(name) + "`: Prometheus refuses it");
        for (LocatedEntry entry : group.entries()) if (!GROUP.contains(entry.key())) stranger(entry, "a group");
        for (String time : List.of("interval", "query_offset")) duration(group, time);
        LocatedNode limit = group.get("limit");
        if (limit != null && !limit.isNull() && !limit.text().matches("-?\\d{1,9}"))
            file.gap(limit, "limit is no number");
        LocatedNode rules = group.get("rules");
        if (rules != null && !rules.isNull() && !rules.isList()) file.gap(rules, "rules is no list");
        for (LocatedNode rule : group.items("rules")) rule(group, name, rule);
    }

    private @Nullable Duration duration(LocatedNode of, String field) {
        LocatedNode value = of.get(field);
        if (value == null || value.isNull()) return null;
        Duration duration = value.isScalar() ? PrometheusDuration.of(value.text()) : null;
        if (duration == null) file.gap(value, field + " is no time such as 5m");
        return duration;
    }

    private void rule(LocatedNode group, String groupName, LocatedNode rule) {
        String record = rule.text("record");
        String alert = rule.text("alert");
        String expression = rule.text("expr");
        boolean one = (record == null || record.isEmpty()) != (alert == null || alert.isEmpty());
        if (!rule.isMap() || !one || expression == null || expression.isBlank()) {
            file.gap(rule, "a rule is an alert or a record, and has an expr: Prometheus refuses it");
            return;
        }
        boolean alerts = alert != null && !alert.isEmpty();
        Set<String> known = alerts ? RULE : RECORD;
        for (LocatedEntry entry : rule.entries())
            if (!known.contains(entry.key())) stranger(entry, alerts ? "an alert" : "a record");
        if (!alerts && record != null && !record.matches(METRIC))
            file.gap(rule, "`" + AlertingFile.shown(record) + "` is no name of a metric");
        texts(rule.get("labels"), true);
        texts(rule.get("annotations"), false);
        duration(rule, "keep_firing_for");
        Duration period = duration(rule, "for");
        if (!alerts || alert == null) {
            try {
                PromqlParser.read(expression);
            } catch (PromqlSyntaxException e) {
                // One rule that Prometheus refuses keeps it from all rules of the file.
                LocatedNode at = rule.get("expr");
                file.gap(at == null ? rule : at, "the query was not understood: " + e.getMessage());
            }
            return;
        }
        emit(rule, groupName, alert, expression, rule, group, period == null ? Duration.ZERO : period, true, null);
    }

    private void texts(@Nullable LocatedNode map, boolean labels) {
        if (map == null || map.isNull()) return;
        if (!map.isMap()) file.gap(map, (labels ? "labels" : "annotations") + " is no map");
        for (LocatedEntry entry : map.entries()) {
            boolean name = entry.key().matches(LABEL) && !(labels && entry.key().equals("__name__"));
            if (!name || entry.value().isMap() || entry.value().isList())
                file.gap(entry.keyNode(), "`" + AlertingFile.shown(entry.key()) + "` is no label with a value");
        }
    }

    private void answered(LocatedNode group, LocatedNode rule) {
        String name = rule.text("name");
        String query = rule.text("query");
        String groupName = group.text("name");
        BigDecimal seconds = seconds(rule.text("duration"));
        if (name == null || query == null || groupName == null || seconds == null) {
            file.gap(rule, "it does not say name, query and duration");
            return;
        }
        String health = rule.text("health");
        if (health == null) file.gap(rule, "it does not say its health");
        Duration period = Duration.ofMillis(seconds.movePointRight(3).longValue());
        // An alarm whose query fails is never raised.
        emit(rule, groupName, name, query, rule, null, period, !"err".equals(health), rule.text("state"));
    }

    private static @Nullable BigDecimal seconds(@Nullable String text) {
        return text != null && text.matches("\\d{1,12}(\\.\\d{1,9})?") ? new BigDecimal(text) : null;
    }

    private void emit(
            LocatedNode place,
            String group,
            String name,
            String query,
            LocatedNode rule,
            @Nullable LocatedNode groupOf,
            Duration period,
            boolean enabled,
            @Nullable String state) {
        AlertExpression read = null;
        try {
            read = AlertExpression.of(query);
        } catch (PromqlSyntaxException e) {
            LocatedNode at = rule.get("expr");
            file.gap(at == null ? place : at, "the query was not understood: " + e.getMessage());
        }
        String service = file.service(label(rule, groupOf, "service"));
        String stage = file.stage(stageOf(rule, groupOf));
        file.fact(new AlarmDef(
                file.key("prometheus:" + AlertingFile.shown(group) + "/" + AlertingFile.shown(name)
                        + (stage == null ? "" : "/" + stage)),
                file.owner(service),
                file.place(place),
                AlertingFile.shown(name),
                service,
                stage,
                "prometheus",
                read == null ? AlarmSignal.OTHER : read.signal(),
                AlertingFile.shownOrNull(read == null ? null : read.metric()),
                null,
                AlertingFile.shown(query),
                List.of(),
                read == null ? null : read.statistic(),
                read == null ? null : read.threshold(),
                read == null ? Comparison.OTHER : read.comparison(),
                period,
                1,
                List.of(),
                enabled,
                label(rule, groupOf, "severity"),
                annotation(rule),
                AlertingFile.shownOrNull(state),
                file.source(),
                file.at()));
    }

    private static @Nullable String stageOf(LocatedNode rule, @Nullable LocatedNode group) {
        for (String name : List.of("stage", "environment", "env")) {
            String value = label(rule, group, name);
            if (value != null) return value;
        }
        return null;
    }

    /** A label, as far as it is not made when the alarm is raised. */
    private static @Nullable String label(LocatedNode rule, @Nullable LocatedNode group, String name) {
        LocatedNode labels = rule.get("labels");
        String value = labels == null ? null : labels.text(name);
        LocatedNode above = group == null ? null : group.get("labels");
        if (value == null && above != null) value = above.text(name);
        return value == null || value.isEmpty() || value.contains("{{") ? null : AlertingFile.shown(value);
    }

    private static @Nullable String annotation(LocatedNode rule) {
        LocatedNode annotations = rule.get("annotations");
        if (annotations == null) return null;
        String value = annotations.text("runbook_url");
        if (value == null) value = annotations.text("runbook");
        return value == null || value.isBlank() ? null : AlertingFile.shown(value);
    }
}
