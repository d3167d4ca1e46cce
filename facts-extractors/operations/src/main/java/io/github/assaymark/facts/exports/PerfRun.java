package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.PerfResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report of a load test while it is read. The scope of its entry may name the {@code scenario}, the
 * {@code targetRate} and, for reports that number their percentiles, which {@code percentiles} these are.
 */
final class PerfRun {
    private static final int SCALE = 8;

    private final Exported file;
    private final @Nullable Quantity target;
    private int told;

    /** The load under which something was measured: what the report says of it. */
    record Load(
            @Nullable Quantity rate,
            @Nullable Quantity duration,
            @Nullable Quantity errors,
            int requests) {
        static final Load UNSAID = new Load(null, null, null, -1);
    }

    PerfRun(Exported file) {
        this.file = file;
        String text = file.entry().scope().get("targetRate");
        Quantity rate = Quantities.parse(text);
        boolean known = rate != null && rate.unit().dimension() == Quantity.Dimension.RATE;
        if (text != null && !known) file.gap("", "the targetRate of its scope is no rate such as \"50 /s\"");
        target = known ? rate : null;
    }

    /** The name of the scenario that the entry gives to the whole report. */
    String scenario(String otherwise) {
        return file.entry().scope().getOrDefault("scenario", otherwise);
    }

    /** The statistics of the numbered percentiles; empty when the entry does not say them. */
    List<String> percentiles() {
        String text = file.entry().scope().get("percentiles");
        List<String> names = new ArrayList<>();
        if (text != null)
            for (String one : text.split(",", -1)) {
                String name = percentile(one.strip());
                if (name == null) file.gap("", "the percentiles of its scope are no list such as \"50,75,95,99\"");
                if (name == null) return List.of();
                names.add(name);
            }
        return names;
    }

    private static @Nullable String percentile(String number) {
        return number.matches("\\d{1,2}(\\.\\d{1,4})?|100") ? "p" + number : null;
    }

    /** The usual name of a statistic: {@code p(95)} is {@code p95}, {@code med} is {@code p50}; null for another. */
    static @Nullable String statistic(String word) {
        return switch (word) {
            case "avg", "mean" -> "mean";
            case "med", "median" -> "p50";
            case "min", "max" -> word;
            case "p999" -> "p99.9";
            default -> {
                String number = word.startsWith("p(") && word.endsWith(")")
                        ? word.substring(2, word.length() - 1)
                        : word.startsWith("p") ? word.substring(1) : "";
                yield percentile(number);
            }
        };
    }

    void milliseconds(
            String place, String scenario, String metric, String statistic, @Nullable BigDecimal amount, Load load) {
        if (amount == null || amount.signum() < 0) {
            file.gap(place, "its " + statistic + " is no time");
            return;
        }
        told++;
        String shownScenario = Exported.shown(scenario);
        String shownMetric = Exported.shown(metric);
        file.fact(new PerfResult(
                file.key(shownScenario + "/" + shownMetric + "/" + statistic),
                file.owner(file.service(null)),
                file.at(place),
                shownScenario,
                file.service(null),
                file.stage(null),
                shownMetric,
                statistic,
                new Quantity(amount, Quantity.Unit.MILLISECONDS),
                load.rate(),
                target,
                load.duration(),
                load.errors(),
                load.requests(),
                file.entry().commit(),
                file.observedAt()));
    }

    /** A gap when nothing was measured: an empty report proves nothing. */
    void close() {
        if (told == 0) file.gap("", "no time was measured in it");
    }

    static @Nullable Quantity rate(@Nullable BigDecimal perSecond) {
        return perSecond == null || perSecond.signum() < 0 ? null : new Quantity(perSecond, Quantity.Unit.PER_SECOND);
    }

    /** Pieces a second, rounded down: a load is never said to be more than it was. */
    static @Nullable Quantity rate(long pieces, long milliseconds) {
        if (milliseconds <= 0) return null;
        return rate(BigDecimal.valueOf(pieces)
                .movePointRight(3)
                .divide(BigDecimal.valueOf(milliseconds), SCALE, RoundingMode.DOWN));
    }

    static @Nullable Quantity duration(@Nullable BigDecimal milliseconds) {
        return milliseconds == null || milliseconds.signum() < 0
                ? null
                : new Quantity(milliseconds, Quantity.Unit.MILLISECONDS);
    }

    /** The share of failures, rounded up; null without any requests, and when the numbers contradict each other. */
    static @Nullable Quantity share(long failed, long all) {
        if (all <= 0 || failed < 0 || failed > all) return null;
        return new Quantity(
                BigDecimal.valueOf(failed).divide(BigDecimal.valueOf(all), SCALE, RoundingMode.UP),
                Quantity.Unit.RATIO);
    }

    /** A ratio as a tool says it; null when it is none. */
    static @Nullable Quantity ratio(@Nullable BigDecimal ratio) {
        return ratio == null || ratio.signum() < 0 || ratio.compareTo(BigDecimal.ONE) > 0
                ? null
                : new Quantity(ratio, Quantity.Unit.RATIO);
    }
}
