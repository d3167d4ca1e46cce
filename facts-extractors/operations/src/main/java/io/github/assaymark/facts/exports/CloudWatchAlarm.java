package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmSignal;
import io.github.assaymark.model.fact.Comparison;
import io.github.assaymark.model.fact.StateSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An alarm of CloudWatch as it is understood, wherever it was read (Amazon CloudWatch API reference, MetricAlarm).
 * Texts are as they were written; only {@link #tell} shows them.
 *
 * @param dimensions what of the metric it watches, each {@code name=value}; all that were written
 * @param unit of the metric; null when it is not said
 * @param operator as CloudWatch names it, for example {@code GreaterThanThreshold}; empty for a composite alarm
 * @param period in seconds; 0 when not said
 * @param service named by a dimension; null when none does
 */
record CloudWatchAlarm(
        String name,
        @Nullable String namespace,
        @Nullable String metric,
        @Nullable String expression,
        Set<String> dimensions,
        @Nullable String statistic,
        @Nullable BigDecimal threshold,
        @Nullable String unit,
        String operator,
        int period,
        int periods,
        List<String> actions,
        boolean enabled,
        @Nullable String state,
        @Nullable String service,
        @Nullable String stage) {
    /** Dimensions that commonly name a service, a stage. */
    static final List<String> SERVICE = List.of("Service", "ServiceName", "service", "service.name");

    static final List<String> STAGE = List.of("Stage", "stage", "Environment", "environment", "env");

    /**
     * Names of dimensions whose values say what is watched: those of services of AWS (their CloudWatch metrics) and the
     * usual ones of metrics of one's own. Any other may hold an id of a person or a key.
     */
    private static final Set<String> NAMES = Set.of(
            "ApiId",
            "ApiName",
            "AutoScalingGroupName",
            "CacheClusterId",
            "CanaryName",
            "ClusterName",
            "DBClusterIdentifier",
            "DBInstanceIdentifier",
            "Environment",
            "EventBusName",
            "FunctionName",
            "Job",
            "JobId",
            "JobName",
            "LoadBalancer",
            "LogGroupName",
            "Operation",
            "QueueName",
            "Resource",
            "RuleName",
            "Service",
            "ServiceName",
            "Stage",
            "StateMachineArn",
            "TableName",
            "TargetGroup",
            "TopicName",
            "env",
            "environment",
            "job",
            "job_id",
            "queue",
            "route",
            "service",
            "service.name",
            "stage");

    /** What a dimension is when it is told. */
    static String dimension(String name, String value) {
        return name + "=" + value;
    }

    CloudWatchAlarm {
        dimensions = Set.copyOf(dimensions);
        actions = List.copyOf(actions);
    }

    /** One that watches other alarms. */
    static CloudWatchAlarm composite(
            String name, @Nullable String rule, List<String> actions, boolean enabled, @Nullable String state) {
        return new CloudWatchAlarm(
                name, null, null, rule, Set.of(), null, null, null, "", 0, 1, actions, enabled, state, null, null);
    }

    /** Hands the fact over. */
    void tell(Exported file, JsonValue at, StateSource source) {
        String of = file.service(service);
        String where = file.stage(stage);
        String shown = Exported.shown(name);
        AlarmSignal signal = signal();
        file.fact(new AlarmDef(
                file.key("cloudwatch:" + shown + (where == null ? "" : "/" + where)),
                file.owner(of),
                file.at(at),
                shown,
                of,
                where,
                "cloudwatch",
                signal,
                Exported.shownOrNull(metric),
                Exported.shownOrNull(namespace),
                Exported.shownOrNull(expression),
                dimensions.stream()
                        .filter(dimension -> NAMES.contains(dimension.substring(0, dimension.indexOf('='))))
                        .map(Exported::shown)
                        .sorted()
                        .toList(),
                Exported.shownOrNull(statistic),
                threshold == null ? null : fitting(signal, quantity(threshold)),
                comparison(),
                period > 0 ? Duration.ofSeconds(period) : null,
                periods,
                actions.stream().map(Exported::shown).sorted().toList(),
                enabled && !actions.isEmpty(),
                null,
                null,
                Exported.shownOrNull(state),
                source,
                file.observedAt()));
    }

    private AlarmSignal signal() {
        if (operator.isEmpty()) return AlarmSignal.OTHER;
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
    private @Nullable Quantity quantity(BigDecimal amount) {
        if (unit != null) {
            return switch (unit) {
                case "Percent" -> new Quantity(amount, Quantity.Unit.PERCENT);
                case "Seconds" -> new Quantity(amount, Quantity.Unit.SECONDS);
                case "Milliseconds" -> new Quantity(amount, Quantity.Unit.MILLISECONDS);
                case "Count" -> new Quantity(amount, Quantity.Unit.PIECES);
                default -> null;
            };
        }
        if (expression != null) {
            boolean percent = expression.replace(" ", "").matches(".*(100\\*.*|\\*100).*");
            boolean ratio = expression.indexOf('/') >= 0;
            if (!ratio) return null;
            return new Quantity(amount, percent ? Quantity.Unit.PERCENT : Quantity.Unit.RATIO);
        }
        if (namespace == null || metric == null) return null;
        return switch (namespace + " " + metric) {
            case "AWS/ApplicationELB TargetResponseTime", "AWS/ELB Latency" ->
                new Quantity(amount, Quantity.Unit.SECONDS);
            case "AWS/ApiGateway Latency", "AWS/ApiGateway IntegrationLatency", "AWS/Lambda Duration" ->
                new Quantity(amount, Quantity.Unit.MILLISECONDS);
            case "AWS/SQS ApproximateNumberOfMessagesVisible" -> new Quantity(amount, Quantity.Unit.PIECES);
            default -> null;
        };
    }

    /** A threshold in a unit that its signal is not measured in is not understood: a rate in pieces is no rate. */
    private static @Nullable Quantity fitting(AlarmSignal signal, @Nullable Quantity threshold) {
        Quantity.Dimension dimension = Measured.by(signal);
        return dimension == null || threshold == null || threshold.unit().dimension() == dimension ? threshold : null;
    }

    private Comparison comparison() {
        return switch (operator) {
            case "GreaterThanThreshold" -> Comparison.GREATER;
            case "GreaterThanOrEqualToThreshold" -> Comparison.GREATER_OR_EQUAL;
            case "LessThanThreshold" -> Comparison.LESS;
            case "LessThanOrEqualToThreshold" -> Comparison.LESS_OR_EQUAL;
            default -> Comparison.OTHER;
        };
    }
}
