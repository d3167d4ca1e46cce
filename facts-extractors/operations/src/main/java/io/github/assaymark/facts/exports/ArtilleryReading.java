package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * JSON reports of Artillery: version 1 with {@code latency} and {@code rps} in the aggregate, version 2 with
 * {@code counters}, {@code rates} and {@code summaries}. Times are milliseconds. Artillery knows no failed request, so
 * those count as failed that had no answer or one of status 400 and above, as the other tools count them.
 */
final class ArtilleryReading {
    private ArtilleryReading() {}

    static void read(Exported file) {
        JsonValue root = file.root();
        JsonValue aggregate = root == null ? null : root.get("aggregate");
        if (root == null) return;
        if (aggregate == null) {
            file.gap("", "there is no aggregate in it");
            return;
        }
        PerfRun run = new PerfRun(file);
        JsonValue summaries = aggregate.get("summaries");
        if (summaries != null) second(run, aggregate, summaries);
        else first(run, aggregate);
        run.close();
    }

    private static void second(PerfRun run, JsonValue aggregate, JsonValue summaries) {
        JsonValue counters = aggregate.get("counters");
        JsonValue rates = aggregate.get("rates");
        BigDecimal from = aggregate.decimal("firstMetricAt");
        BigDecimal until = aggregate.decimal("lastMetricAt");
        int requests = counters == null ? -1 : counters.integer("http.requests", -1);
        PerfRun.Load http = new PerfRun.Load(
                rates == null ? null : PerfRun.rate(rates.decimal("http.request_rate")),
                from == null || until == null ? null : PerfRun.duration(until.subtract(from)),
                counters == null ? null : failed(counters, "http.codes.", "errors.", requests),
                requests);
        for (String name : summaries.keys()) {
            JsonValue summary = summaries.get(name);
            if (summary == null || !name.matches("[\\w.:/ -]{0,100}response_time[\\w.:/ {}-]{0,200}")) continue;
            // What is measured for a part of the requests does not stand under the load of all.
            statistics(run, summary, name, name.equals("http.response_time") ? http : PerfRun.Load.UNSAID);
        }
    }

    private static void first(PerfRun run, JsonValue aggregate) {
        JsonValue latency = aggregate.get("latency");
        if (latency == null) return;
        JsonValue rps = aggregate.get("rps");
        int requests = rps == null ? -1 : rps.integer("count", -1);
        JsonValue codes = aggregate.get("codes");
        JsonValue errors = aggregate.get("errors");
        Long unanswered = errors == null ? null : sum(errors, "", false);
        Long refused = codes == null ? null : sum(codes, "", true);
        PerfRun.Load load = new PerfRun.Load(
                rps == null ? null : PerfRun.rate(rps.decimal("mean")),
                null,
                unanswered == null || refused == null ? null : PerfRun.share(unanswered + refused, requests),
                requests);
        statistics(run, latency, "latency", load);
    }

    private static @Nullable Quantity failed(JsonValue counters, String codes, String errors, int requests) {
        Long refused = sum(counters, codes, true);
        Long unanswered = sum(counters, errors, false);
        return refused == null || unanswered == null ? null : PerfRun.share(refused + unanswered, requests);
    }

    /** Of counters that begin so, for status codes of those of failures only; null when one is no number. */
    private static @Nullable Long sum(JsonValue counters, String prefix, boolean codes) {
        long sum = 0;
        for (String name : counters.keys()) {
            if (!name.startsWith(prefix)) continue;
            String rest = name.substring(prefix.length());
            if (codes && !rest.matches("[4-9]\\d\\d")) continue;
            int count = counters.integer(name, -1);
            if (count < 0) return null;
            sum += count;
        }
        return sum;
    }

    private static void statistics(PerfRun run, JsonValue of, String metric, PerfRun.Load load) {
        for (String word : of.keys()) {
            String statistic = word.equals("median") && of.get("p50") != null ? null : PerfRun.statistic(word);
            // Version 1 writes null where there were too few samples.
            if (statistic != null && of.get(word) != null)
                run.milliseconds(of.pointer(), run.scenario("default"), metric, statistic, of.decimal(word), load);
        }
    }
}
