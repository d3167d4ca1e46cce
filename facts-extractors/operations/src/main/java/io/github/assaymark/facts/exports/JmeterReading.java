package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code statistics.json} of JMeter's HTML report: one object a label, and {@code Total}. Times are milliseconds,
 * throughput is samples a second, errors are percent. Which percentiles {@code pct1ResTime} to {@code pct3ResTime} are
 * is configured ({@code aggregate_rpt_pct1} and so on) and not in the report, so the scope of the entry must say it.
 */
final class JmeterReading {
    private static final int NUMBERED = 3;

    private JmeterReading() {}

    static void statistics(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        PerfRun run = new PerfRun(file);
        List<String> percentiles = run.percentiles();
        for (String label : root.keys()) {
            JsonValue of = root.get(label);
            if (of == null || !of.node().isMap() || of.get("sampleCount") == null) {
                file.gap(root.pointer(), "an entry without a sampleCount");
                continue;
            }
            String scenario = label.equals("Total") ? run.scenario("all") : label;
            PerfRun.Load load = new PerfRun.Load(
                    PerfRun.rate(of.decimal("throughput")),
                    null,
                    percent(of.decimal("errorPct")),
                    of.integer("sampleCount", -1));
            time(run, of, "meanResTime", scenario, "mean", load);
            time(run, of, "medianResTime", scenario, "p50", load);
            time(run, of, "minResTime", scenario, "min", load);
            time(run, of, "maxResTime", scenario, "max", load);
            for (int i = 1; i <= NUMBERED && i <= percentiles.size(); i++)
                // A median that is numbered too is the same number.
                if (!percentiles.get(i - 1).equals("p50"))
                    time(run, of, "pct" + i + "ResTime", scenario, percentiles.get(i - 1), load);
        }
        if (percentiles.isEmpty())
            file.gap(
                    "",
                    "it does not say which percentiles its pct1ResTime to 3 are:"
                            + " add `percentiles` to the scope of its entry, \"90,95,99\" where nothing is configured");
        run.close();
    }

    private static void time(
            PerfRun run, JsonValue of, String field, String scenario, String statistic, PerfRun.Load load) {
        if (of.get(field) != null)
            run.milliseconds(of.pointer(), scenario, "elapsed", statistic, of.decimal(field), load);
    }

    private static @Nullable Quantity percent(@Nullable BigDecimal percent) {
        boolean share = percent != null && percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0;
        return share && percent != null ? new Quantity(percent, Quantity.Unit.PERCENT) : null;
    }
}
