package io.github.assaymark.facts.alerting;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmSignal;
import io.github.assaymark.model.fact.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the query of an alarm says: the threshold when it is {@code query OP number} with no other comparison and no
 * sets of series in it, and what the query measures. Immutable.
 *
 * @param metric the only metric in it; null when there are several or none
 * @param statistic such as {@code p99}, where it is a quantile; null otherwise
 * @param threshold null when there is none, or its unit is not known
 */
record AlertExpression(
        @Nullable String metric,
        @Nullable String statistic,
        @Nullable Quantity threshold,
        Comparison comparison,
        AlarmSignal signal) {

    private static final AlertExpression OPAQUE =
            new AlertExpression(null, null, null, Comparison.OTHER, AlarmSignal.OTHER);

    /**
     * Reads a query.
     *
     * @throws PromqlSyntaxException when it is not understood
     */
    static AlertExpression of(String text) throws PromqlSyntaxException {
        Promql query = PromqlParser.read(text);
        List<Promql.Series> series = new ArrayList<>();
        collect(query, series);
        Set<String> metrics = new TreeSet<>();
        for (Promql.Series one : series) if (one.metric() != null) metrics.add(one.metric());
        String metric = metrics.size() == 1 ? metrics.iterator().next() : null;
        if (!(query instanceof Promql.Binary binary)
                || !binary.compares()
                || binary.bool()
                || compares(binary.left())
                || compares(binary.right())) return OPAQUE.with(metric);
        BigDecimal number = number(binary.right());
        if (number == null || binary.left().type() == Promql.Type.SCALAR) return OPAQUE.with(metric);
        MeasuredUnit measured = new MeasuredUnit(binary.left());
        Quantity.Unit unit = measured.unit();
        AlarmSignal signal = signal(binary.left(), series, unit);
        if (unit == null && signal == AlarmSignal.QUEUE_DEPTH) unit = Quantity.Unit.PIECES;
        return new AlertExpression(
                metric,
                measured.statistic(),
                unit == null ? null : new Quantity(number, unit),
                comparison(binary.operator()),
                signal);
    }

    private AlertExpression with(@Nullable String only) {
        return new AlertExpression(only, statistic, threshold, comparison, signal);
    }

    private static void collect(Promql query, List<Promql.Series> series) {
        if (query instanceof Promql.Series one) series.add(one);
        for (Promql part : query.parts()) collect(part, series);
    }

    private static boolean compares(Promql query) {
        if (query instanceof Promql.Binary binary && (binary.compares() || binary.combines())) return true;
        return query.parts().stream().anyMatch(AlertExpression::compares);
    }

    private static @Nullable BigDecimal number(Promql query) {
        if (query instanceof Promql.Amount amount) return amount.value();
        if (!(query instanceof Promql.Negative negative)) return null;
        BigDecimal of = number(negative.of());
        return of == null ? null : of.negate();
    }

    private static Comparison comparison(String operator) {
        return switch (operator) {
            case ">" -> Comparison.GREATER;
            case ">=" -> Comparison.GREATER_OR_EQUAL;
            case "<" -> Comparison.LESS;
            case "<=" -> Comparison.LESS_OR_EQUAL;
            default -> Comparison.OTHER;
        };
    }

    private static AlarmSignal signal(Promql query, List<Promql.Series> series, Quantity.@Nullable Unit unit) {
        if (unit == Quantity.Unit.RATIO || unit == Quantity.Unit.PERCENT)
            return series.stream().anyMatch(AlertExpression::failures) ? AlarmSignal.ERROR_RATE : AlarmSignal.OTHER;
        if (unit == Quantity.Unit.SECONDS)
            return series.stream().allMatch(one -> named(one, "latency", "duration", "response", "request"))
                    ? AlarmSignal.LATENCY
                    : AlarmSignal.OTHER;
        boolean queue = unit == null
                && level(query)
                && series.stream()
                        .allMatch(
                                one -> named(one, "queue", "dlq", "dead_letter", "messages_visible", "messages_ready"));
        return queue ? AlarmSignal.QUEUE_DEPTH : AlarmSignal.OTHER;
    }

    /** Whether a query gives values of series as they are, and not how fast they grow. */
    private static boolean level(Promql query) {
        if (query instanceof Promql.Series series)
            return series.metric() != null && !series.metric().endsWith("_total");
        return query instanceof Promql.Aggregate aggregate
                && Set.of("sum", "max", "min", "avg").contains(aggregate.operator())
                && level(aggregate.of());
    }

    /** Whether series are of requests that failed: by their name, or by the status that is asked for. */
    private static boolean failures(Promql.Series series) {
        if (named(series, "error", "fail", "5xx", "fault")) return true;
        for (LabelMatcher label : series.labels()) {
            boolean asked = label.kind() == LabelMatcher.Kind.EQUALS || label.kind() == LabelMatcher.Kind.MATCHES;
            String name = label.name().toLowerCase(Locale.ROOT);
            if (asked
                    && (name.contains("code") || name.contains("status"))
                    && label.value().startsWith("5")) return true;
        }
        return false;
    }

    private static boolean named(Promql.Series series, String... parts) {
        if (series.metric() == null) return false;
        String name = series.metric().toLowerCase(Locale.ROOT);
        for (String part : parts) if (name.contains(part)) return true;
        return false;
    }
}
