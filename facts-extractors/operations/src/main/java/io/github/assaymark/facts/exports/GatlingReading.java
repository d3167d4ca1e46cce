package io.github.assaymark.facts.exports;

import java.math.BigDecimal;
import java.util.List;

/**
 * Reports of Gatling: {@code js/global_stats.json}, and {@code js/stats.json} with the requests below {@code contents}.
 * Times are milliseconds. The report numbers its percentiles and does not say which these are (they are configured), so
 * the scope of the entry must. {@code js/stats.js} is a program and not read.
 */
final class GatlingReading {
    private static final int NUMBERED = 4;

    private final Exported file;
    private final PerfRun run;
    private final List<String> percentiles;

    private GatlingReading(Exported file) {
        this.file = file;
        this.run = new PerfRun(file);
        this.percentiles = run.percentiles();
    }

    static void read(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        GatlingReading reading = new GatlingReading(file);
        JsonValue all = root.get("stats");
        reading.stats(all == null ? root : all, reading.run.scenario("all"));
        reading.contents(root);
        if (reading.percentiles.isEmpty())
            file.gap(
                    "",
                    "it does not say which percentiles its percentiles1 to 4 are:"
                            + " add `percentiles` to the scope of its entry, \"50,75,95,99\" where nothing is configured");
        reading.run.close();
    }

    private void contents(JsonValue of) {
        JsonValue contents = of.get("contents");
        if (contents == null) return;
        for (String key : contents.keys()) {
            JsonValue child = contents.get(key);
            if (child == null || !child.node().isMap()) continue;
            String name = child.text("path");
            if (name == null) name = child.text("name");
            JsonValue stats = child.get("stats");
            if (name == null || stats == null) file.gap(child.pointer(), "it has no path and stats");
            else stats(stats, name);
            contents(child);
        }
    }

    private void stats(JsonValue stats, String scenario) {
        JsonValue requests = stats.get("numberOfRequests");
        if (requests == null) {
            file.gap(stats.pointer(), "it has no numberOfRequests");
            return;
        }
        int total = requests.integer("total", -1);
        // A dash stands for no request at all.
        int failed = "-".equals(requests.text("ko")) ? 0 : requests.integer("ko", -1);
        JsonValue rate = stats.get("meanNumberOfRequestsPerSecond");
        PerfRun.Load load = new PerfRun.Load(
                PerfRun.rate(rate == null ? null : rate.decimal("total")),
                null,
                failed < 0 ? null : PerfRun.share(failed, total),
                total);
        time(stats, "minResponseTime", scenario, "min", load);
        time(stats, "maxResponseTime", scenario, "max", load);
        time(stats, "meanResponseTime", scenario, "mean", load);
        for (int i = 1; i <= NUMBERED && i <= percentiles.size(); i++)
            time(stats, "percentiles" + i, scenario, percentiles.get(i - 1), load);
    }

    private void time(JsonValue stats, String field, String scenario, String statistic, PerfRun.Load load) {
        JsonValue of = stats.get(field);
        BigDecimal amount = of == null ? null : of.decimal("total");
        if (of != null && !"-".equals(of.text("total")))
            run.milliseconds(of.pointer(), scenario, "responseTime", statistic, amount, load);
    }
}
