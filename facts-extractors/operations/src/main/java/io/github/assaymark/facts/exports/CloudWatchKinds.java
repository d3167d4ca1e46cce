package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmTransition;
import io.github.assaymark.model.fact.StateSource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code aws cloudwatch} prints about alarms (Amazon CloudWatch API reference: DescribeAlarms, MetricAlarm,
 * DescribeAlarmHistory, AlarmHistoryItem).
 */
final class CloudWatchKinds {
    private CloudWatchKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                        "aws.cloudwatch.describe-alarms",
                        "alarms of Amazon CloudWatch",
                        "aws cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm --output json",
                        ExportKind.Format.JSON,
                        List.of(
                                "AlarmName",
                                "Namespace",
                                "MetricName",
                                "Metrics[].Expression, MetricStat, ReturnData",
                                "Statistic",
                                "ExtendedStatistic",
                                "Threshold",
                                "Unit",
                                "ComparisonOperator",
                                "Period",
                                "EvaluationPeriods",
                                "DatapointsToAlarm",
                                "ActionsEnabled",
                                "AlarmActions",
                                "Dimensions",
                                "StateValue",
                                "AlarmRule"),
                        List.of(AlarmDef.class),
                        CloudWatchKinds::alarms),
                new ExportKind(
                        "aws.cloudwatch.describe-alarm-history",
                        "changes of the state of alarms of Amazon CloudWatch; the entry says from when and until when",
                        "aws cloudwatch describe-alarm-history --history-item-type StateUpdate --start-date FROM --end-date UNTIL --output json",
                        ExportKind.Format.JSON,
                        List.of(
                                "AlarmName",
                                "Timestamp",
                                "HistoryItemType",
                                "HistoryData.oldState",
                                "HistoryData.newState"),
                        List.of(AlarmTransition.class),
                        CloudWatchKinds::history));
    }

    private static void alarms(Exported file) {
        boolean asked = false;
        for (JsonValue output : AwsKinds.outputs(file)) {
            asked |= output.get("MetricAlarms") != null || output.get("CompositeAlarms") != null;
            for (JsonValue alarm : output.list("MetricAlarms")) metric(file, alarm);
            for (JsonValue alarm : output.list("CompositeAlarms")) composite(file, alarm);
        }
        if (!asked && file.root() != null) file.gap("", "there is neither MetricAlarms nor CompositeAlarms in it");
    }

    private static void metric(Exported file, JsonValue alarm) {
        String name = file.required(alarm, "AlarmName");
        if (name == null) return;
        JsonValue watched = watched(alarm);
        JsonValue stat = watched == null ? null : watched.get("MetricStat");
        JsonValue inner = stat == null ? null : stat.get("Metric");
        JsonValue metric = inner == null ? alarm : inner;
        String statistic = alarm.text("ExtendedStatistic", alarm.text("Statistic", ""));
        if (stat != null) statistic = stat.text("Stat", "");
        int period = (stat == null ? alarm : stat).integer("Period", 0);
        int points = alarm.integer("DatapointsToAlarm", 0);
        new CloudWatchAlarm(
                        name,
                        metric.text("Namespace"),
                        metric.text("MetricName"),
                        watched == null ? null : watched.text("Expression"),
                        shared(alarm),
                        statistic.isEmpty() ? null : statistic,
                        alarm.decimal("Threshold"),
                        (stat == null ? alarm : stat).text("Unit"),
                        alarm.text("ComparisonOperator", "?"),
                        period,
                        points > 0 ? points : alarm.integer("EvaluationPeriods", 1),
                        alarm.texts("AlarmActions"),
                        alarm.is("ActionsEnabled"),
                        alarm.text("StateValue"),
                        dimension(alarm, CloudWatchAlarm.SERVICE),
                        dimension(alarm, CloudWatchAlarm.STAGE))
                .tell(file, alarm, StateSource.DEPLOYED);
    }

    /** Of several metrics and expressions the one whose values are compared; null for an alarm on one plain metric. */
    private static @Nullable JsonValue watched(JsonValue alarm) {
        List<JsonValue> metrics = alarm.list("Metrics");
        for (JsonValue metric : metrics) if (metric.is("ReturnData")) return metric;
        for (JsonValue metric : metrics) if (metric.text("Expression") != null) return metric;
        return null;
    }

    private static void composite(Exported file, JsonValue alarm) {
        String name = file.required(alarm, "AlarmName");
        if (name == null) return;
        CloudWatchAlarm.composite(
                        name,
                        alarm.text("AlarmRule"),
                        alarm.texts("AlarmActions"),
                        alarm.is("ActionsEnabled"),
                        alarm.text("StateValue"))
                .tell(file, alarm, StateSource.DEPLOYED);
    }

    private static @Nullable String dimension(JsonValue alarm, List<String> names) {
        Stream<JsonValue> dimensions = Stream.concat(
                alarm.list("Dimensions").stream(),
                alarm.list("Metrics").stream()
                        .map(metric -> metric.at("MetricStat", "Metric"))
                        .filter(Objects::nonNull)
                        .flatMap(metric -> metric.list("Dimensions").stream()));
        return dimensions
                .filter(dimension -> names.contains(dimension.text("Name")))
                .map(dimension -> dimension.text("Value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The dimensions of its metric; of several metrics, those that all of them have. */
    private static Set<String> shared(JsonValue alarm) {
        List<JsonValue> metrics = alarm.list("Metrics").stream()
                .map(metric -> metric.at("MetricStat", "Metric"))
                .filter(Objects::nonNull)
                .toList();
        if (metrics.isEmpty()) return dimensions(alarm);
        Set<String> shared = new TreeSet<>(dimensions(metrics.get(0)));
        for (JsonValue metric : metrics) shared.retainAll(dimensions(metric));
        return shared;
    }

    private static Set<String> dimensions(JsonValue metric) {
        Set<String> dimensions = new TreeSet<>();
        for (JsonValue dimension : metric.list("Dimensions")) {
            String name = dimension.text("Name");
            String value = dimension.text("Value");
            if (name != null && value != null) dimensions.add(CloudWatchAlarm.dimension(name, value));
        }
        return dimensions;
    }

    private static void history(Exported file) {
        if (file.entry().from() == null || file.entry().until() == null)
            file.gap("", "the manifest does not say from when until when the history is");
        boolean asked = false;
        for (JsonValue output : AwsKinds.outputs(file)) {
            asked |= output.get("AlarmHistoryItems") != null;
            for (JsonValue item : output.list("AlarmHistoryItems")) transition(file, item);
            if (output.text("AlarmName") == null) continue;
            asked = true;
            transition(file, output);
        }
        if (!asked && file.root() != null) file.gap("", "there is no list AlarmHistoryItems in it");
    }

    private static void transition(Exported file, JsonValue item) {
        if (!"StateUpdate".equals(item.text("HistoryItemType", "StateUpdate"))) return;
        String name = file.required(item, "AlarmName");
        Instant at = file.requiredInstant(item, "Timestamp");
        JsonValue data = item.get("HistoryData");
        String before = data == null ? null : state(file, data, "oldState");
        String after = data == null ? null : state(file, data, "newState");
        if (before == null || after == null) file.gap(item.pointer(), "it does not say both states");
        if (name == null || at == null || before == null || after == null) return;
        String stage = file.stage(null);
        String service = file.service(null);
        file.fact(new AlarmTransition(
                file.key(name + (stage == null ? "" : "/" + stage) + "@" + at),
                file.owner(service),
                file.at(item),
                name,
                service,
                stage,
                Exported.shown(before),
                Exported.shown(after),
                at,
                file.observedAt()));
    }

    /** {@code HistoryData} is a text that holds JSON; exports that were taken apart hold an object. */
    private static @Nullable String state(Exported file, JsonValue data, String field) {
        JsonValue value = data.node().isMap() ? data : file.inner(data);
        JsonValue state = value == null ? null : value.get(field);
        return state == null ? null : state.node().isScalar() ? state.text() : state.text("stateValue");
    }
}
