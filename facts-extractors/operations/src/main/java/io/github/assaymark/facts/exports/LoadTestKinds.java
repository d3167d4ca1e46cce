package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.PerfResult;
import java.util.List;

/** Reports of load tests. Each is about one run; several are never made into one. */
final class LoadTestKinds {
    private LoadTestKinds() {}

    static List<ExportKind> all() {
        return List.of(
                kind(
                        "artillery",
                        "a load test, Artillery's JSON report (versions 1 and 2); the scope may name the `scenario` and the"
                                + " `targetRate`",
                        "artillery run --output FILE SCENARIO",
                        ExportKind.Format.JSON,
                        ArtilleryReading::read,
                        "aggregate.latency, rps, codes, errors",
                        "aggregate.counters http.requests, http.codes.*, errors.*; rates http.request_rate;"
                                + " firstMetricAt, lastMetricAt",
                        "aggregate.summaries *response_time*"),
                kind(
                        "gatling",
                        "a load test, Gatling's js/global_stats.json or js/stats.json; the scope names the `percentiles`"
                                + " as they are configured, \"50,75,95,99\" where nothing is",
                        "cp target/gatling/RUN/js/global_stats.json FILE",
                        ExportKind.Format.JSON,
                        GatlingReading::read,
                        "numberOfRequests, minResponseTime, maxResponseTime, meanResponseTime, percentiles1 to 4,"
                                + " meanNumberOfRequestsPerSecond: total",
                        "contents.*.path, name, stats"),
                kind(
                        "jmeter.jtl",
                        "a load test, JMeter's samples in CSV with a header, or in XML",
                        "jmeter -n -t PLAN -l FILE",
                        ExportKind.Format.TEXT,
                        JtlReading::read,
                        "timeStamp, elapsed, label, success",
                        "responseMessage: whether it is of a transaction",
                        "testResults: ts, t, lb, s, rm of httpSample and sample"),
                kind(
                        "jmeter.statistics",
                        "a load test, statistics.json of JMeter's HTML report; the scope names the `percentiles` as they"
                                + " are configured, \"90,95,99\" where nothing is",
                        "jmeter -g RESULTS -o DIRECTORY, then DIRECTORY/statistics.json",
                        ExportKind.Format.JSON,
                        JmeterReading::statistics,
                        "*.sampleCount, errorPct, meanResTime, medianResTime, minResTime, maxResTime, pct1ResTime to 3,"
                                + " throughput"),
                kind(
                        "k6",
                        "a load test, k6's summary: what handleSummary is given, --summary-export, or the new"
                                + " machine-readable one; the scope may name the `scenario` and the `targetRate`",
                        "k6 run --summary-export=FILE SCRIPT, or handleSummary with JSON.stringify(data)",
                        ExportKind.Format.JSON,
                        K6Reading::read,
                        "metrics that are trends of time: avg, min, med, max, p(N)",
                        "metrics.http_reqs, iterations: count, rate; http_req_failed: rate",
                        "state.testRunDurationMs",
                        "version, config.duration, results.metrics[]: the same values"));
    }

    private static ExportKind kind(
            String id,
            String meaning,
            String command,
            ExportKind.Format format,
            ExportKind.Reading reading,
            String... kept) {
        return new ExportKind(id, meaning, command, format, List.of(kept), List.of(PerfResult.class), reading);
    }
}
