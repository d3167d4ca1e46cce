package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Quantity;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Summaries of k6: what {@code handleSummary} is given (values below {@code values}, with {@code type} and
 * {@code contains}), and what {@code --summary-export} writes (values beside the thresholds, without a type). Times are
 * milliseconds in both, whatever {@code summaryTimeUnit} says (k6 documentation, custom summary). Percentiles that were
 * measured for some tags stand beside the load of the same tags only.
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

    private final JsonValue metrics;
    private final PerfRun run;
    private final @Nullable Quantity duration;

    private K6Reading(JsonValue metrics, PerfRun run, @Nullable Quantity duration) {
        this.metrics = metrics;
        this.run = run;
        this.duration = duration;
    }

    static void read(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        JsonValue metrics = root.get("metrics");
        if (metrics == null || !metrics.node().isMap()) {
            file.gap(
                    "",
                    root.get("results") == null
                            ? "there are no metrics in it"
                            : "it is the new machine-readable summary, which is not read:"
                                    + " run k6 with --new-machine-readable-summary=false");
            return;
        }
        JsonValue state = root.get("state");
        PerfRun run = new PerfRun(file);
        K6Reading reading = new K6Reading(
                metrics, run, PerfRun.duration(state == null ? null : state.decimal("testRunDurationMs")));
        metrics.keys().stream().sorted().forEach(reading::metric);
        run.close();
    }

    private void metric(String name) {
        JsonValue metric = metrics.get(name);
        if (metric == null || !metric.node().isMap()) return;
        int brace = name.indexOf('{');
        String base = brace < 0 ? name : name.substring(0, brace);
        String tags = brace < 0 ? "" : name.substring(brace);
        JsonValue values = metric.get("values");
        boolean time = values == null
                ? TIMES.contains(base)
                : "trend".equals(metric.text("type")) && "time".equals(metric.text("contains"));
        if (!time) return;
        JsonValue of = values == null ? metric : values;
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
        JsonValue count = counter == null ? null : values(counter + tags);
        JsonValue failed = http ? values("http_req_failed" + tags) : null;
        BigDecimal share = failed == null ? null : failed.decimal("rate");
        if (failed != null && share == null) share = failed.decimal("value");
        return new PerfRun.Load(
                count == null ? null : PerfRun.rate(count.decimal("rate")),
                duration,
                PerfRun.ratio(share),
                count == null ? -1 : count.integer("count", -1));
    }

    private @Nullable JsonValue values(String name) {
        JsonValue metric = metrics.get(name);
        JsonValue values = metric == null ? null : metric.get("values");
        return values == null ? metric : values;
    }
}
