package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmSignal;
import io.github.assaymark.model.fact.AlarmTransition;
import io.github.assaymark.model.fact.Comparison;
import io.github.assaymark.model.fact.StateSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code aws cloudwatch} prints about alarms (Amazon CloudWatch API reference: DescribeAlarms, MetricAlarm,
 * DescribeAlarmHistory, AlarmHistoryItem).
 */
final class CloudWatchKinds {
    /** Dimensions that commonly name a service, a stage. */
    private static final List<String> SERVICE = List.of("Service", "ServiceName", "service", "service.name");

    private static final List<String> STAGE = List.of("Stage", "stage", "Environment", "environment", "env");

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
                                "Metrics[].Expression",
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
        JsonValue root = file.root();
        if (root == null) return;
        if (root.get("MetricAlarms") == null && root.get("CompositeAlarms") == null)
            file.gap("", "there is neither MetricAlarms nor CompositeAlarms in it");
        for (JsonValue alarm : root.list("MetricAlarms")) metric(file, alarm);
        for (JsonValue alarm : root.list("CompositeAlarms")) composite(file, alarm);
    }

    private static void metric(Exported file, JsonValue alarm) {
        String name = file.required(alarm, "AlarmName");
        if (name == null) return;
        String expression = alarm.list("Metrics").stream()
                .map(metric -> metric.text("Expression"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String statistic = alarm.text("ExtendedStatistic");
        String metric = alarm.text("MetricName");
        String namespace = alarm.text("Namespace");
        BigDecimal threshold = alarm.decimal("Threshold");
        int period = alarm.integer("Period", 0);
        int points = alarm.integer("DatapointsToAlarm", 0);
        AlarmSignal signal = signal(namespace, metric, expression);
        emit(
                file,
                alarm,
                name,
                signal,
                metric,
                namespace,
                expression,
                statistic == null ? alarm.text("Statistic") : statistic,
                threshold == null
                        ? null
                        : fitting(signal, quantity(threshold, namespace, metric, expression, alarm.text("Unit"))),
                comparison(alarm.text("ComparisonOperator", "")),
                period > 0 ? Duration.ofSeconds(period) : null,
                points > 0 ? points : alarm.integer("EvaluationPeriods", 1));
    }

    private static void composite(Exported file, JsonValue alarm) {
        String name = file.required(alarm, "AlarmName");
        if (name == null) return;
        emit(
                file,
                alarm,
                name,
                AlarmSignal.OTHER,
                null,
                null,
                alarm.text("AlarmRule"),
                null,
                null,
                Comparison.OTHER,
                null,
                1);
    }

    private static void emit(
            Exported file,
            JsonValue alarm,
            String name,
            AlarmSignal signal,
            @Nullable String metric,
            @Nullable String namespace,
            @Nullable String expression,
            @Nullable String statistic,
            @Nullable Quantity threshold,
            Comparison comparison,
            @Nullable Duration period,
            int periods) {
        String service = file.service(dimension(alarm, SERVICE));
        String stage = file.stage(dimension(alarm, STAGE));
        file.fact(new AlarmDef(
                file.key("cloudwatch:" + name + (stage == null ? "" : "/" + stage)),
                file.owner(service),
                file.at(alarm),
                name,
                service,
                stage,
                "cloudwatch",
                signal,
                Exported.shownOrNull(metric),
                Exported.shownOrNull(namespace),
                Exported.shownOrNull(expression),
                Exported.shownOrNull(statistic),
                threshold,
                comparison,
                period,
                periods,
                alarm.texts("AlarmActions").stream()
                        .map(Exported::shown)
                        .sorted()
                        .toList(),
                alarm.is("ActionsEnabled") && !alarm.texts("AlarmActions").isEmpty(),
                null,
                null,
                Exported.shownOrNull(alarm.text("StateValue")),
                StateSource.DEPLOYED,
                file.observedAt()));
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

    private static AlarmSignal signal(
            @Nullable String namespace, @Nullable String metric, @Nullable String expression) {
        String text = (expression == null ? "" : expression) + " " + (metric == null ? "" : metric);
        String lower = text.toLowerCase(Locale.ROOT);
        if ("AWS/SQS".equals(namespace) && lower.contains("approximatenumberofmessages"))
            return AlarmSignal.QUEUE_DEPTH;
        // Services that count their dead letters themselves.
        if (lower.replaceAll("[^a-z]", "").contains("deadletter")) return AlarmSignal.QUEUE_DEPTH;
        if (lower.contains("latency") || lower.contains("responsetime") || lower.contains("duration"))
            return AlarmSignal.LATENCY;
        // A plain count of failures is no rate: more than one of them is not more than one percent.
        boolean failures = lower.contains("error") || lower.contains("5xx") || lower.contains("fault");
        boolean ratio = (expression != null && expression.indexOf('/') >= 0) || lower.contains("rate");
        return failures && ratio ? AlarmSignal.ERROR_RATE : AlarmSignal.OTHER;
    }

    /**
     * The threshold in the unit of its metric: latencies of load balancers are in seconds, of API Gateway and Lambda in
     * milliseconds (CloudWatch metrics of these services). Null when the unit is not known.
     */
    private static @Nullable Quantity quantity(
            BigDecimal threshold,
            @Nullable String namespace,
            @Nullable String metric,
            @Nullable String expression,
            @Nullable String unit) {
        if (unit != null) {
            switch (unit) {
                case "Percent" -> {
                    return new Quantity(threshold, Quantity.Unit.PERCENT);
                }
                case "Seconds" -> {
                    return new Quantity(threshold, Quantity.Unit.SECONDS);
                }
                case "Milliseconds" -> {
                    return new Quantity(threshold, Quantity.Unit.MILLISECONDS);
                }
                case "Count" -> {
                    return new Quantity(threshold, Quantity.Unit.PIECES);
                }
                default -> {
                    return null;
                }
            }
        }
        if (expression != null) {
            boolean percent = expression.replace(" ", "").matches(".*(100\\*.*|\\*100).*");
            boolean ratio = expression.indexOf('/') >= 0;
            if (!ratio) return null;
            return new Quantity(threshold, percent ? Quantity.Unit.PERCENT : Quantity.Unit.RATIO);
        }
        if (namespace == null || metric == null) return null;
        return switch (namespace + " " + metric) {
            case "AWS/ApplicationELB TargetResponseTime", "AWS/ELB Latency" ->
                new Quantity(threshold, Quantity.Unit.SECONDS);
            case "AWS/ApiGateway Latency", "AWS/ApiGateway IntegrationLatency", "AWS/Lambda Duration" ->
                new Quantity(threshold, Quantity.Unit.MILLISECONDS);
            case "AWS/SQS ApproximateNumberOfMessagesVisible" -> new Quantity(threshold, Quantity.Unit.PIECES);
            default -> null;
        };
    }

    /** A threshold in a unit that its signal is not measured in is not understood: a rate in pieces is no rate. */
    private static @Nullable Quantity fitting(AlarmSignal signal, @Nullable Quantity threshold) {
        Quantity.Dimension dimension = switch (signal) {
            case ERROR_RATE -> Quantity.Dimension.SHARE;
            case LATENCY -> Quantity.Dimension.TIME;
            case QUEUE_DEPTH -> Quantity.Dimension.COUNT;
            case OTHER -> null;
        };
        return dimension == null || threshold == null || threshold.unit().dimension() == dimension ? threshold : null;
    }

    private static Comparison comparison(String operator) {
        return switch (operator) {
            case "GreaterThanThreshold" -> Comparison.GREATER;
            case "GreaterThanOrEqualToThreshold" -> Comparison.GREATER_OR_EQUAL;
            case "LessThanThreshold" -> Comparison.LESS;
            case "LessThanOrEqualToThreshold" -> Comparison.LESS_OR_EQUAL;
            default -> Comparison.OTHER;
        };
    }

    private static void history(Exported file) {
        if (file.entry().from() == null || file.entry().until() == null)
            file.gap("", "the manifest does not say from when until when the history is");
        for (JsonValue item : file.elements("AlarmHistoryItems")) {
            if (!"StateUpdate".equals(item.text("HistoryItemType", "StateUpdate"))) continue;
            String name = file.required(item, "AlarmName");
            Instant at = file.requiredInstant(item, "Timestamp");
            JsonValue data = item.get("HistoryData");
            String before = data == null ? null : state(file, data, "oldState");
            String after = data == null ? null : state(file, data, "newState");
            if (before == null || after == null) file.gap(item.pointer(), "it does not say both states");
            if (name == null || at == null || before == null || after == null) continue;
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
    }

    /** {@code HistoryData} is a text that holds JSON; exports that were taken apart hold an object. */
    private static @Nullable String state(Exported file, JsonValue data, String field) {
        JsonValue value = data.node().isMap() ? data : file.inner(data);
        JsonValue state = value == null ? null : value.get(field);
        return state == null ? null : state.node().isScalar() ? state.text() : state.text("stateValue");
    }
}
