package io.github.assaymark.facts.alerting;

import io.github.assaymark.model.Quantity;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The unit of what a query gives, where the names of its metrics say it: they end in their base unit, seconds, bytes or
 * ratio, and counts in {@code _total} (https://prometheus.io/docs/practices/naming); histograms and summaries add
 * {@code _bucket}, {@code _sum} and {@code _count}. Immutable.
 */
final class MeasuredUnit {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> KEEPING = Set.of("avg", "min", "max", "topk", "bottomk", "quantile");
    private static final Set<String> KEEPING_CALLS =
            Set.of("abs", "sort", "sort_desc", "avg_over_time", "min_over_time", "max_over_time", "last_over_time");

    private final Promql query;

    MeasuredUnit(Promql query) {
        this.query = query;
    }

    /** The unit; null when it is not known. */
    Quantity.@Nullable Unit unit() {
        return unit(query);
    }

    /** The quantile that the query gives, such as {@code p99}; null when it gives none. */
    @Nullable
    String statistic() {
        Promql of = query;
        while (of instanceof Promql.Aggregate aggregate && KEEPING.contains(aggregate.operator()))
            of = aggregate.operator().equals("max") ? aggregate.of() : new Promql.Text("");
        if (of instanceof Promql.Call call
                && call.function().equals("histogram_quantile")
                && call.parts().get(0) instanceof Promql.Amount amount) return quantile(amount.value());
        if (of instanceof Promql.Series series)
            for (LabelMatcher label : series.labels())
                if (label.name().equals("quantile")
                        && label.kind() == LabelMatcher.Kind.EQUALS
                        && label.value().matches("0?\\.\\d{1,9}")) return quantile(new BigDecimal(label.value()));
        return null;
    }

    private static @Nullable String quantile(@Nullable BigDecimal share) {
        if (share == null || share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) return null;
        return "p" + share.multiply(HUNDRED).stripTrailingZeros().toPlainString();
    }

    private static Quantity.@Nullable Unit unit(Promql query) {
        if (query instanceof Promql.Series series) return named(series.metric());
        if (query instanceof Promql.Aggregate aggregate) {
            Quantity.Unit of = unit(aggregate.of());
            boolean sum =
                    aggregate.operator().equals("sum") && of != Quantity.Unit.RATIO && of != Quantity.Unit.PERCENT;
            return sum || KEEPING.contains(aggregate.operator()) ? of : null;
        }
        if (query instanceof Promql.Call call) return called(call);
        return query instanceof Promql.Binary binary ? calculated(binary) : null;
    }

    private static Quantity.@Nullable Unit called(Promql.Call call) {
        if (KEEPING_CALLS.contains(call.function())) return unit(call.parts().get(0));
        if (!call.function().equals("histogram_quantile")) return null;
        String metric = counter(call.parts().get(1));
        return metric != null && metric.endsWith("_bucket") ? named(without(metric, "_bucket")) : null;
    }

    private static Quantity.@Nullable Unit calculated(Promql.Binary binary) {
        Quantity.Unit left = unit(binary.left());
        Quantity.Unit right = unit(binary.right());
        switch (binary.operator()) {
            case "/" -> {
                String above = counter(binary.left());
                String below = counter(binary.right());
                if (above == null || below == null) return null;
                if (above.endsWith("_sum") && below.equals(without(above, "_sum") + "_count"))
                    return named(without(above, "_sum"));
                return counts(above) && counts(below) ? Quantity.Unit.RATIO : null;
            }
            case "*" -> {
                if (is(binary.left(), HUNDRED)) return right == Quantity.Unit.RATIO ? Quantity.Unit.PERCENT : null;
                if (is(binary.right(), HUNDRED)) return left == Quantity.Unit.RATIO ? Quantity.Unit.PERCENT : null;
                return null;
            }
            case "-" -> {
                return is(binary.left(), BigDecimal.ONE) && right == Quantity.Unit.RATIO ? right : null;
            }
            default -> {
                return null;
            }
        }
    }

    private static boolean is(Promql query, BigDecimal number) {
        return query instanceof Promql.Amount amount
                && amount.value() != null
                && amount.value().compareTo(number) == 0;
    }

    /** The only metric of a query that gives how fast counters grow, alone or in sum; null otherwise. */
    private static @Nullable String counter(Promql query) {
        if (query instanceof Promql.Aggregate aggregate)
            return aggregate.operator().equals("sum") ? counter(aggregate.of()) : null;
        boolean grows = query instanceof Promql.Call call
                && Set.of("rate", "irate", "increase").contains(call.function());
        return grows && query.parts().get(0) instanceof Promql.Series series ? series.metric() : null;
    }

    private static boolean counts(String metric) {
        return !metric.endsWith("_seconds_total")
                && !metric.endsWith("_bytes_total")
                && (metric.endsWith("_total") || metric.endsWith("_count") || metric.endsWith("_bucket"));
    }

    private static String without(String metric, String end) {
        return metric.substring(0, metric.length() - end.length());
    }

    private static Quantity.@Nullable Unit named(@Nullable String metric) {
        // A moment is counted in seconds too, but is no length of time.
        if (metric == null || metric.endsWith("_timestamp_seconds")) return null;
        if (metric.endsWith("_seconds")) return Quantity.Unit.SECONDS;
        if (metric.endsWith("_bytes")) return Quantity.Unit.BYTES;
        return metric.endsWith("_ratio") ? Quantity.Unit.RATIO : null;
    }
}
