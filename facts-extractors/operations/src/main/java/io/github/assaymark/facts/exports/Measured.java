package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmSignal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What properties of facts are measured in, where that follows from what they mean. A value in another unit is a
 * mistake of the export: nobody knows what it says, and comparing it with one of the right unit would be an error.
 */
final class Measured {
    private static final Pattern TIMES = Pattern.compile("latency|duration|response_?time");

    private Measured() {}

    /** What an alarm of a signal compares with its threshold; null for any other signal. */
    static Quantity.@Nullable Dimension by(AlarmSignal signal) {
        return switch (signal) {
            case ERROR_RATE -> Quantity.Dimension.SHARE;
            case LATENCY -> Quantity.Dimension.TIME;
            case QUEUE_DEPTH -> Quantity.Dimension.COUNT;
            case OTHER -> null;
        };
    }

    /** What a property of a record is measured in; null when it may be anything. */
    static Quantity.@Nullable Dimension of(String type, String property, JsonValue record) {
        return switch (type + "." + property) {
            case "AlarmDef.threshold" -> threshold(record.text("signal"));
            case "CoverageReport.statements",
                    "CoverageReport.branches",
                    "CoverageReport.lines",
                    "CoverageReport.functions",
                    "FeatureFlag.share",
                    "FlagStep.share",
                    "PerfResult.errorRate",
                    "RolloutStep.share",
                    "SloDef.objective" -> Quantity.Dimension.SHARE;
            case "HealthProbe.latency", "PerfResult.duration", "TestResult.duration" -> Quantity.Dimension.TIME;
            case "PerfResult.requestRate", "PerfResult.targetRate" -> Quantity.Dimension.RATE;
            case "PerfResult.value" -> isTime(record.text("metric")) ? Quantity.Dimension.TIME : null;
            default -> null;
        };
    }

    private static boolean isTime(@Nullable String metric) {
        return metric != null && TIMES.matcher(metric.toLowerCase(Locale.ROOT)).find();
    }

    private static Quantity.@Nullable Dimension threshold(@Nullable String signal) {
        if (signal == null) return null;
        String word = signal.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (AlarmSignal one : AlarmSignal.values()) if (one.name().equals(word)) return by(one);
        return null;
    }

    /** The dimension with a unit of it, for a reader. */
    static String words(Quantity.Dimension dimension) {
        return switch (dimension) {
            case TIME -> "a time, such as \"840 ms\"";
            case SHARE -> "a share, such as \"99.9 %\"";
            case RATE -> "a rate, such as \"50 /s\"";
            case COUNT -> "a count, such as \"3 pieces\"";
            case SIZE -> "a size, such as \"5 MiB\"";
        };
    }
}
