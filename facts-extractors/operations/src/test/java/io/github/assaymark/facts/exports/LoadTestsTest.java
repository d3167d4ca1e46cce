package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.PerfResult;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoadTestsTest {
    private static StateFixture report(String kind, String text, String scope) {
        return new StateFixture()
                .export(
                        kind,
                        "report",
                        text,
                        "\"complete\": true, \"commit\": \"c0ffee\", \"scope\": {\"service\": \"billing\","
                                + " \"stage\": \"staging\"" + scope + "}");
    }

    private static StateFixture report(String kind, String text) {
        return report(kind, text, "");
    }

    private static List<String> gaps(String kind, String text) {
        return gaps(report(kind, text));
    }

    /** Of the stage that was exported; of the others nobody knows anything. */
    private static List<String> gaps(StateFixture state) {
        return state.gaps(PerfResult.class, StateFixture.BILLING).stream()
                .filter(gap -> !gap.startsWith("nobody exported it"))
                .toList();
    }

    private static Quantity ms(String amount) {
        return new Quantity(new BigDecimal(amount), Quantity.Unit.MILLISECONDS);
    }

    private static Quantity perSecond(String amount) {
        return new Quantity(new BigDecimal(amount), Quantity.Unit.PER_SECOND);
    }

    private static Quantity ratio(String amount) {
        return new Quantity(new BigDecimal(amount), Quantity.Unit.RATIO);
    }

    private static PerfResult of(StateFixture state, String key) {
        return state.facts(PerfResult.class).stream()
                .filter(result -> result.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among " + state.facts(PerfResult.class)));
    }

    private static void measured(
            PerfResult result,
            Quantity value,
            @Nullable Quantity rate,
            @Nullable Quantity duration,
            @Nullable Quantity errors,
            int requests) {
        assertThat(result.value()).isEqualTo(value);
        assertThat(result.requestRate()).isEqualTo(rate);
        assertThat(result.duration()).isEqualTo(duration);
        assertThat(result.errorRate()).isEqualTo(errors);
        assertThat(result.requests()).isEqualTo(requests);
        assertThat(result.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(result.stage()).isEqualTo("staging");
        assertThat(result.sha()).isEqualTo("c0ffee");
    }

    @Test
    void k6_tells_percentiles_with_the_load_of_the_same_tags() {
        StateFixture state = report("k6", """
                {"state": {"testRunDurationMs": 120034.5}, "metrics": {
                  "http_req_duration": {"type": "trend", "contains": "time", "thresholds": {"p(95)<100": {"ok": true}},
                    "values": {"avg": 41.5, "min": 3, "med": 38.25, "max": 412, "p(90)": 71, "p(95)": 93.125, "count": 6001}},
                  "http_req_duration{scenario:resolve}": {"type": "trend", "contains": "time", "values": {"p(95)": 88}},
                  "http_req_duration{expected_response:true}": {"type": "trend", "contains": "time", "values": {"p(95)": 90}},
                  "http_reqs": {"type": "counter", "contains": "default", "values": {"count": 6001, "rate": 49.99}},
                  "http_reqs{scenario:resolve}": {"type": "counter", "contains": "default", "values": {"count": 5000, "rate": 41.6}},
                  "http_req_failed": {"type": "rate", "contains": "default", "values": {"rate": 0.0015, "passes": 9, "fails": 5992}},
                  "payload_size": {"type": "trend", "contains": "data", "values": {"p(95)": 4096}},
                  "vus": {"type": "gauge", "contains": "default", "values": {"value": 7}}}}""", ", \"targetRate\": \"50 /s\"");
        measured(
                of(state, "default/http_req_duration/p95"),
                ms("93.125"),
                perSecond("49.99"),
                ms("120034.5"),
                ratio("0.0015"),
                6001);
        assertThat(of(state, "default/http_req_duration/p95").targetRate()).isEqualTo(perSecond("50"));
        measured(of(state, "resolve/http_req_duration/p95"), ms("88"), perSecond("41.6"), ms("120034.5"), null, 5000);
        measured(
                of(state, "default/http_req_duration{expected_response:true}/p95"),
                ms("90"),
                null,
                ms("120034.5"),
                null,
                -1);
        assertThat(state.facts(PerfResult.class))
                .extracting(PerfResult::statistic)
                .containsExactlyInAnyOrder("mean", "min", "p50", "max", "p90", "p95", "p95", "p95");
        assertThat(gaps(state)).isEmpty();
    }

    @Test
    void exported_summary_of_k6_nests_otherwise_and_says_no_duration() {
        StateFixture state = report("k6", """
                {"metrics": {"http_req_duration": {"avg": 12, "p(99.9)": 51.75, "thresholds": {"p(95)<100": false}},
                  "http_reqs": {"count": 301, "rate": 5.01}, "http_req_failed": {"passes": 3, "fails": 298, "value": 0.00997},
                  "own_trend": {"avg": 4, "p(95)": 9}}}""");
        measured(
                of(state, "default/http_req_duration/p99.9"),
                ms("51.75"),
                perSecond("5.01"),
                null,
                ratio("0.00997"),
                301);
        assertThat(state.facts(PerfResult.class)).hasSize(2);
    }

    @Test
    void percentile_without_a_load_stays_without() {
        StateFixture state = report("k6", "{\"metrics\": {\"http_req_duration\": {\"p(95)\": 12}}}");
        measured(of(state, "default/http_req_duration/p95"), ms("12"), null, null, null, -1);
        assertThat(of(state, "default/http_req_duration/p95").targetRate()).isNull();
    }

    @Test
    void machine_readable_summary_of_k6_is_read_with_the_rate_of_the_whole_run() {
        StateFixture state = report("k6", """
                {"version": "1.0.0", "metadata": {"k6Version": "1.4.0", "generatedAt": "2026-03-01T10:00:00Z"},
                 "config": {"duration": 60.5, "execution": "local"}, "results": {"metrics": [
                  {"name": "http_reqs", "type": "counter", "contains": "default", "values": {"count": 3025}},
                  {"name": "http_req_failed", "type": "rate", "contains": "default", "values": {"rate": 0.002, "matches": 6, "total": 3025}},
                  {"name": "data_sent", "type": "trend", "contains": "data", "values": {"avg": 77}},
                  {"name": "http_req_duration", "type": "trend", "contains": "time", "values": {"med": 21.5, "p(95)": 88.25}}]}}""");
        assertThat(state.facts(PerfResult.class))
                .extracting(result -> result.statistic() + " " + result.value().amount())
                .containsExactly("p50 21.5", "p95 88.25");
        PerfResult first = state.facts(PerfResult.class).get(0);
        assertThat(first.requestRate()).isEqualTo(new Quantity(new BigDecimal("50"), Quantity.Unit.PER_SECOND));
        assertThat(first.duration()).isEqualTo(new Quantity(new BigDecimal("60500"), Quantity.Unit.MILLISECONDS));
        assertThat(first.errorRate()).isEqualTo(new Quantity(new BigDecimal("0.002"), Quantity.Unit.RATIO));
        assertThat(first.requests()).isEqualTo(3025);
    }

    @Test
    void samples_of_jmeter_in_xml_count_requests_and_not_their_parts() {
        StateFixture state = report("jmeter.jtl", """
                <?xml version="1.0" encoding="UTF-8"?>
                <testResults version="1.2">
                <httpSample t="10" lt="3" ts="1772443800000" s="true" lb="home" rc="200" rm="OK" tn="a 1-1">
                  <httpSample t="4" ts="1772443800001" s="true" lb="home-0" rm="Moved"/>
                </httpSample>
                <sample t="70" ts="1772443801000" s="false" lb="buy" rm="Number of samples in transaction : 2, number of failing samples : 1">
                  <httpSample t="30" ts="1772443801000" s="true" lb="cart" rm="OK"/>
                  <httpSample t="40" ts="1772443801030" s="false" lb="pay" rm="Bad">
                    <httpSample t="9" ts="1772443801031" s="true" lb="pay-0" rm="OK"/>
                  </httpSample>
                </sample>
                </testResults>
                """);
        assertThat(state.facts(PerfResult.class).stream()
                        .filter(result -> result.statistic().equals("max"))
                        .map(result -> result.scenario() + " "
                                + result.value().amount().toPlainString() + " of " + result.requests()))
                .containsExactlyInAnyOrder("all 40 of 3", "buy 70 of 1", "cart 30 of 1", "home 10 of 1", "pay 40 of 1");
        assertThat(gaps(state)).isEmpty();
    }

    @Test
    void damaged_or_foreign_xml_is_no_evidence() {
        assertThat(gaps("jmeter.jtl", "<?xml version=\"1.0\"?><testResults/>"))
                .containsExactly("no time was measured in it");
        assertThat(gaps("jmeter.jtl", "<testsuites/>")).containsExactly("#L1: it is no testResults of JMeter");
        assertThat(gaps(
                        "jmeter.jtl",
                        "<testResults><sample t=\"x\" ts=\"1\" s=\"true\" lb=\"a\" rm=\"\"/></testResults>"))
                .contains("#L1: a sample that was not understood", "no time was measured in it");
        assertThat(gaps("jmeter.jtl", "<testResults><sample t=\"5\" ts=\"1\" s=\"true\" lb=\"a\"/></testResults>"))
                .containsExactly(
                        "there are samples without rm, so that those of transactions cannot be told from requests: there is no total");
        assertThat(gaps("jmeter.jtl", "<testResults><sample t=\"5\" ts=\"1\" s=\"true\" lb=\"a\" rm=\"\"/>"))
                .hasSize(1)
                .allMatch(gap -> gap.contains("it is no well-formed XML"));
        assertThat(
                        gaps(
                                "jmeter.jtl",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><testResults><sample lb=\"&e;\"/></testResults>"))
                .isNotEmpty();
    }

    @Test
    void summary_of_another_shape_is_no_evidence() {
        assertThat(gaps("k6", "{\"results\": {\"metrics\": []}}"))
                .containsExactly("its version is not known: 1.0.0 is");
        assertThat(gaps("k6", "{\"version\": \"1.0.0\", \"results\": {\"metrics\": [7, {\"name\": \"x\"}]}}"))
                .containsExactly("no time was measured in it");
        assertThat(gaps("k6", "[1]")).containsExactly("there are no metrics in it");
        assertThat(gaps("k6", "{\"metrics\": {}}")).containsExactly("no time was measured in it");
        assertThat(gaps("k6", "{\"metrics\": {\"http_req_duration\": {\"p(95)\": \"fast\", \"avg\": -1}}}"))
                .containsExactlyInAnyOrder(
                        "/metrics/http_req_duration: its p95 is no time",
                        "/metrics/http_req_duration: its mean is no time",
                        "no time was measured in it");
        assertThat(gaps(report(
                        "k6", "{\"metrics\": {\"http_req_duration\": {\"avg\": 1}}}", ", \"targetRate\": \"50\"")))
                .containsExactly("the targetRate of its scope is no rate such as \"50 /s\"");
    }

    private static final String GATLING = """
            {"name": "All Requests", "numberOfRequests": {"total": 3000, "ok": 2970, "ko": 30},
             "minResponseTime": {"total": 4, "ok": 4, "ko": 9}, "maxResponseTime": {"total": 812, "ok": 811, "ko": 812},
             "meanResponseTime": {"total": 51}, "percentiles1": {"total": 44}, "percentiles2": {"total": 62},
             "percentiles3": {"total": 97}, "percentiles4": {"total": 143},
             "meanNumberOfRequestsPerSecond": {"total": 50.0, "ok": 49.5, "ko": 0.5}}""";

    @Test
    void gatling_numbers_its_percentiles_and_the_entry_names_them() {
        StateFixture state = report("gatling", GATLING, ", \"percentiles\": \"50, 75, 95, 99\"");
        measured(of(state, "all/responseTime/p95"), ms("97"), perSecond("50"), null, ratio("0.01"), 3000);
        assertThat(state.facts(PerfResult.class))
                .extracting(
                        PerfResult::statistic, result -> result.value().amount().intValue())
                .containsExactlyInAnyOrder(
                        tuple("min", 4),
                        tuple("max", 812),
                        tuple("mean", 51),
                        tuple("p50", 44),
                        tuple("p75", 62),
                        tuple("p95", 97),
                        tuple("p99", 143));
        StateFixture unnamed = report("gatling", GATLING);
        assertThat(unnamed.facts(PerfResult.class))
                .extracting(PerfResult::statistic)
                .containsExactlyInAnyOrder("min", "max", "mean");
        assertThat(gaps(unnamed))
                .containsExactly(
                        "it does not say which percentiles its percentiles1 to 4 are: add `percentiles` to the scope of its entry, \"50,75,95,99\" where nothing is configured");
        assertThat(gaps(report("gatling", GATLING, ", \"percentiles\": \"50,many\"")))
                .contains("the percentiles of its scope are no list such as \"50,75,95,99\"");
    }

    @Test
    void gatling_tells_every_request_and_dashes_are_no_numbers() {
        StateFixture state = report("gatling", """
                {"type": "GROUP", "name": "All Requests", "stats": {"numberOfRequests": {"total": "8", "ok": "8", "ko": "0"},
                   "meanResponseTime": {"total": "12", "ok": "12", "ko": "-"}},
                 "contents": {"group_a": {"type": "GROUP", "name": "A", "path": "A", "stats":
                   {"numberOfRequests": {"total": "8", "ko": "-"}, "meanResponseTime": {"total": "-"}},
                   "contents": {"req_b": {"type": "REQUEST", "name": "B", "path": "A / B", "stats":
                     {"numberOfRequests": {"total": "8", "ok": "6", "ko": "2"}, "meanResponseTime": {"total": "13"}}},
                   "req_c": {"type": "REQUEST"}}}}}""", ", \"percentiles\": \"50\"");
        measured(of(state, "A / B/responseTime/mean"), ms("13"), null, null, ratio("0.25"), 8);
        assertThat(state.facts(PerfResult.class))
                .extracting(PerfResult::scenario)
                .containsExactlyInAnyOrder("all", "A / B");
        assertThat(gaps(state)).containsExactly("/contents/group_a/contents/req_c: it has no path and stats");
        assertThat(gaps("gatling", "var stats = {}")).isNotEmpty();
        assertThat(gaps("gatling", "{}")).contains("it has no numberOfRequests", "no time was measured in it");
    }

    @Test
    void statistics_of_jmeter_are_told_by_label() {
        String text = """
                {"GET /v1/settings": {"transaction": "GET /v1/settings", "sampleCount": 700, "errorCount": 7, "errorPct": 1.0,
                   "meanResTime": 31.5, "medianResTime": 29, "minResTime": 2, "maxResTime": 401, "pct1ResTime": 51,
                   "pct2ResTime": 63.5, "pct3ResTime": 99, "throughput": 49.75},
                 "Total": {"sampleCount": 1400, "errorPct": 0.5, "meanResTime": 30, "pct2ResTime": 64, "throughput": 99.5},
                 "notes": "none"}""";
        StateFixture state = report("jmeter.statistics", text, ", \"percentiles\": \"90,95,99\"");
        measured(
                of(state, "GET /v1/settings/elapsed/p95"),
                ms("63.5"),
                perSecond("49.75"),
                null,
                new Quantity(BigDecimal.ONE, Quantity.Unit.PERCENT),
                700);
        assertThat(of(state, "all/elapsed/p95").requests()).isEqualTo(1400);
        assertThat(gaps(state)).containsExactly("an entry without a sampleCount");
        assertThat(gaps("jmeter.statistics", text))
                .contains(
                        "it does not say which percentiles its pct1ResTime to 3 are: add `percentiles` to the scope of its entry, \"90,95,99\" where nothing is configured");
    }

    private static String samples(int count) {
        StringBuilder text = new StringBuilder("timeStamp,elapsed,label,responseCode,responseMessage,success\n");
        for (int i = 1; i <= count; i++)
            text.append(1_772_443_800_000L + i * 20L)
                    .append(',')
                    .append(i)
                    .append(",\"GET, \"\"settings\"\"\",200,OK,")
                    .append(i != 7)
                    .append('\n');
        return text.toString();
    }

    @Test
    void percentile_of_samples_is_the_nearest_rank() {
        StateFixture state = report(
                "jmeter.jtl",
                samples(200) + "1772443800000,9000,Transaction,200,\"Number of samples in transaction : 2\",true\n");
        String label = "GET, \"settings\"/elapsed/";
        // 200 samples from 20 ms to 4,000 ms, the last of which takes 200 ms.
        measured(of(state, label + "p95"), ms("190"), perSecond("47.84688995"), ms("4180"), ratio("0.005"), 200);
        assertThat(of(state, label + "p99").value()).isEqualTo(ms("198"));
        assertThat(of(state, label + "p50").value()).isEqualTo(ms("100"));
        assertThat(of(state, label + "min").value()).isEqualTo(ms("1"));
        assertThat(of(state, label + "max").value()).isEqualTo(ms("200"));
        assertThat(of(state, label + "mean").value()).isEqualTo(ms("100.5"));
        assertThat(of(state, "all/elapsed/p95").requests()).isEqualTo(200);
        assertThat(of(state, "Transaction/elapsed/p95").requests()).isEqualTo(1);
        assertThat(gaps(state)).isEmpty();
    }

    @Test
    void samples_that_are_not_understood_are_told() {
        StateFixture state = report("jmeter.jtl", samples(3) + "late,5,x,200,OK,true\n1,2,3\n1,2,x,200,OK,maybe\n");
        assertThat(of(state, "all/elapsed/max").value()).isEqualTo(ms("3"));
        assertThat(gaps(state))
                .containsExactlyInAnyOrder(
                        "#L5: a sample that was not understood",
                        "#L6: a sample that was not understood",
                        "#L7: a sample that was not understood");
        assertThat(gaps("jmeter.jtl", samples(1) + "x\n".repeat(30)))
                .hasSize(11)
                .contains("30 samples were not understood");
        assertThat(gaps("jmeter.jtl", "1772443800000,5,x,true\n"))
                .containsExactly(
                        "#L1: its first line is no header with timeStamp, elapsed, label and success: jmeter.save.saveservice.print_field_names=true");
        assertThat(gaps("jmeter.jtl", "timeStamp,elapsed,label,success\n\"unclosed,5,x,true\n"))
                .contains("no time was measured in it");
    }

    @Test
    void without_messages_there_is_no_total() {
        StateFixture state = report(
                "jmeter.jtl", "timeStamp,elapsed,label,success\n1772443800000,5,a,true\n1772443801000,7,a,true\n");
        measured(of(state, "a/elapsed/p95"), ms("7"), perSecond("1.98609731"), ms("1007"), ratio("0"), 2);
        assertThat(state.facts(PerfResult.class))
                .extracting(PerfResult::scenario)
                .containsOnly("a");
        assertThat(gaps(state))
                .containsExactly(
                        "#L1: there is no column responseMessage, so that samples of transactions cannot be told from requests: there is no total");
    }

    @Test
    void more_labels_than_a_person_reads_are_in_the_total_only() {
        StringBuilder text = new StringBuilder("timeStamp,elapsed,label,responseMessage,success\n");
        for (int i = 0; i < 700; i++)
            text.append("1772443800000,5,label-").append(i).append(",OK,true\n");
        StateFixture state = report("jmeter.jtl", text.toString());
        assertThat(of(state, "all/elapsed/p95").requests()).isEqualTo(700);
        assertThat(gaps(state)).containsExactly("more than 500 labels: the others are in the total only");
    }

    @Test
    void both_versions_of_artillery_are_read() {
        StateFixture second = report("artillery", """
                {"aggregate": {"counters": {"http.requests": 1200, "http.responses": 1195, "http.codes.200": 1180,
                   "http.codes.404": 4, "http.codes.503": 11, "errors.ETIMEDOUT": 5, "vusers.created": 600},
                 "rates": {"http.request_rate": 40}, "firstMetricAt": 1772443800000, "lastMetricAt": 1772443830500,
                 "summaries": {"http.response_time": {"min": 2, "max": 301, "count": 1195, "mean": 31.1, "p50": 30,
                   "median": 30, "p95": 89.1, "p99": 133, "p999": 210.6},
                   "plugins.metrics-by-endpoint.response_time./v1/settings": {"p95": 77},
                   "vusers.session_length": {"p95": 5000}}}}""");
        measured(
                of(second, "default/http.response_time/p95"),
                ms("89.1"),
                perSecond("40"),
                ms("30500"),
                ratio("0.01666667"),
                1200);
        measured(
                of(second, "default/plugins.metrics-by-endpoint.response_time./v1/settings/p95"),
                ms("77"),
                null,
                null,
                null,
                -1);
        assertThat(second.facts(PerfResult.class))
                .extracting(PerfResult::statistic)
                .containsExactlyInAnyOrder("min", "max", "mean", "p50", "p95", "p99", "p99.9", "p95");

        StateFixture first = report("artillery", """
                {"aggregate": {"requestsCompleted": 58, "latency": {"min": 3.5, "max": 61, "median": 11.25, "p95": 40.5,
                   "p99": null}, "rps": {"count": 60, "mean": 6.01}, "errors": {"ECONNRESET": 2}, "codes": {"200": 57, "500": 1},
                 "phases": [{"duration": 10, "arrivalRate": 6}]}}""");
        measured(of(first, "default/latency/p95"), ms("40.5"), perSecond("6.01"), null, ratio("0.05"), 60);
        assertThat(first.facts(PerfResult.class)).hasSize(4);
        assertThat(gaps("artillery", "{}")).containsExactly("there is no aggregate in it");
        assertThat(gaps("artillery", "{\"aggregate\": {\"summaries\": {}}}"))
                .containsExactly("no time was measured in it");
    }

    @Test
    void percentiles_of_several_files_stay_apart() {
        String one =
                "{\"metrics\": {\"http_req_duration\": {\"p(95)\": 80}, \"http_reqs\": {\"count\": 10, \"rate\": 25}}}";
        StateFixture state =
                new StateFixture().export("k6", "a.json", one).export("k6", "b.json", one.replace("80", "120"));
        assertThat(state.facts(PerfResult.class))
                .extracting(PerfResult::value)
                .containsExactlyInAnyOrder(ms("80"), ms("120"));
    }

    @Test
    void denied_and_partial_exports_say_so() {
        StateFixture denied = new StateFixture()
                .entry("\"kind\": \"k6\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"httpStatus\": 403");
        assertThat(denied.coverage(PerfResult.class, "")).containsExactly("[] DENIED [access was denied]");
        StateFixture partial = new StateFixture()
                .export("k6", "a.json", "{\"metrics\": {\"http_req_duration\": {\"avg\": 80}}}", "\"complete\": false");
        assertThat(partial.facts(PerfResult.class)).hasSize(1);
        assertThat(partial.coverage(PerfResult.class, "")).containsExactly("[] PARTIAL [the export is not complete]");
    }
}
