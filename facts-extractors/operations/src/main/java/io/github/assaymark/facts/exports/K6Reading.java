package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Summaries of k6: what {@code handleSummary} is given (values below {@code values}, with {@code type} and
 * {@code contains}), what {@code --summary-export} writes (values beside the thresholds, without a type), and the
 * machine-readable summary that newer versions write (a list of metrics below {@code results}, counts without a rate;
 * k6, package summary/machinereadable, schema 1.0.0). Times are milliseconds in all of them, whatever
 * {@code summaryTimeUnit} says (k6 documentation, custom summary). Percentiles that were measured for some tags stand
 * beside the load of the same tags only.
 */
final class K6Reading {
    /** Trends of time among k6's own metrics, which {@code --summary-export} does not mark. */
    private static final Set<String> TIMES = Set.of(
            "http_req_duration",
            "http_req_blocked",
            "http_req_connecting",
            "http_req_tls_handshaking",
            "http_req_sending",
            "http_req_waiting",
            "http_req_receiving",
            "iteration_duration",
            "group_duration",
            "grpc_req_duration",
            "ws_connecting",
            "ws_session_duration",
            "ws_ping");

    private final Map<String, Metric> metrics;
    private final PerfRun run;
    private final @Nullable Quantity duration;

    /** A metric; {@code time} when it is a trend of times. */
    private record Metric(JsonValue values, boolean time) {}

    private K6Reading(Map<String, Metric> metrics, PerfRun run, @Nullable Quantity duration) {
        this.metrics = metrics;
        this.run = run;
        this.duration = duration;
    }

    static void read(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        JsonValue metrics = root.get("metrics");
        JsonValue list = root.at("results", "metrics");
        JsonValue length = metrics == null ? root.get("config") : root.get("state");
        if ((metrics == null || !metrics.node().isMap())
                && (list == null || !list.node().isList())) {
            file.gap("", "there are no metrics in it");
            return;
        }
        if (metrics == null && !root.text("version", "").matches("1\\.\\d{1,4}\\.\\d{1,4}")) {
            file.gap("", "its version is not known: 1.0.0 is");
            return;
        }
        BigDecimal seconds = length == null ? null : length.decimal("duration");
        BigDecimal milliseconds = metrics == null
                ? (seconds == null ? null : seconds.movePointRight(3))
                : length == null ? null : length.decimal("testRunDurationMs");
        PerfRun run = new PerfRun(file);
        K6Reading reading =
                new K6Reading(metrics == null ? listed(list) : mapped(metrics), run, PerfRun.duration(milliseconds));
        reading.metrics.forEach(reading::metric);
        run.close();
    }

    /** What {@code handleSummary} is given, and {@code --summary-export}. */
    private static Map<String, Metric> mapped(JsonValue metrics) {
        Map<String, Metric> mapped = new TreeMap<>();
        for (String name : metrics.keys()) {
            JsonValue metric = metrics.get(name);
            if (metric == null || !metric.node().isMap()) continue;
            JsonValue values = metric.get("values");
            boolean time = values == null ? TIMES.contains(base(name)) : isTime(metric);
            mapped.put(name, new Metric(values == null ? metric : values, time));
        }
        return mapped;
    }

    /** The machine-readable summary. */
    private static Map<String, Metric> listed(@Nullable JsonValue list) {
        Map<String, Metric> mapped = new TreeMap<>();
        if (list == null) return mapped;
        for (JsonValue metric : list.items()) {
            String name = metric.text("name");
            JsonValue values = metric.get("values");
            if (name != null && values != null) mapped.put(name, new Metric(values, isTime(metric)));
        }
        return mapped;
    }

    private static boolean isTime(JsonValue metric) {
        return "trend".equals(metric.text("type")) && "time".equals(metric.text("contains"));
    }

    private static String base(String name) {
        int brace = name.indexOf('{');
        return brace < 0 ? name : name.substring(0, brace);
    }

    private void metric(String name, Metric metric) {
        if (!metric.time()) return;
        String base = base(name);
        String tags = name.substring(base.length());
        JsonValue of = metric.values();
        String scenario = scenario(tags);
        for (String word : of.keys()) {
            String statistic = PerfRun.statistic(word);
            if (statistic != null)
                run.milliseconds(
                        of.pointer(),
                        scenario == null ? run.scenario("default") : scenario,
                        scenario == null ? name : base,
                        statistic,
                        of.decimal(word),
                        load(base, tags));
        }
    }

    /** The scenario that is the only tag; null for other tags. */
    private static @Nullable String scenario(String tags) {
        String only =
                tags.length() < 2 ? "" : tags.substring(1, tags.length() - 1).strip();
        boolean is = only.startsWith("scenario:") && only.indexOf(',') < 0;
        return is ? only.substring("scenario:".length()).strip() : null;
    }

    private PerfRun.Load load(String base, String tags) {
        boolean http = base.startsWith("http_req_");
        String counter = http ? "http_reqs" : base.equals("iteration_duration") ? "iterations" : null;
        Metric count = counter == null ? null : metrics.get(counter + tags);
        Metric failed = http ? metrics.get("http_req_failed" + tags) : null;
        BigDecimal share = failed == null ? null : failed.values().decimal("rate");
        if (failed != null && share == null) share = failed.values().decimal("value");
        int requests = count == null ? -1 : count.values().integer("count", -1);
        return new PerfRun.Load(rate(count, requests), duration, PerfRun.ratio(share), requests);
    }

    /** Requests a second: as they are said, else those of the whole run. */
    private @Nullable Quantity rate(@Nullable Metric count, int requests) {
        Quantity said = count == null ? null : PerfRun.rate(count.values().decimal("rate"));
        if (said != null || requests < 0 || duration == null) return said;
        return PerfRun.rate(
                requests, duration.amount().setScale(0, RoundingMode.UP).longValue());
    }
}
