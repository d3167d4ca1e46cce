package io.github.assaymark.facts.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.AlarmSignal;
import io.github.assaymark.model.fact.Comparison;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrometheusRulesTest {
    private static AlertExpression of(String query) {
        try {
            return AlertExpression.of(query);
        } catch (PromqlSyntaxException e) {
            throw new AssertionError(query, e);
        }
    }

    private static @Nullable Quantity threshold(String query) {
        return of(query).threshold();
    }

    @Test
    void threshold_is_the_number_behind_the_one_comparison() {
        AlertExpression latency = of(
                "histogram_quantile(0.99, sum by (le, service) (rate(http_request_duration_seconds_bucket[5m]))) > 1");
        assertThat(latency)
                .isEqualTo(new AlertExpression(
                        "http_request_duration_seconds_bucket",
                        "p99",
                        Quantity.of(1, Quantity.Unit.SECONDS),
                        Comparison.GREATER,
                        AlarmSignal.LATENCY));
        assertThat(threshold("(job:request_duration_seconds) >= ((0.25))"))
                .isEqualTo(new Quantity(new BigDecimal("0.25"), Quantity.Unit.SECONDS));
        assertThat(threshold("free_bytes < 0x400 # one KiB")).isEqualTo(Quantity.of(1024, Quantity.Unit.BYTES));
        assertThat(threshold("usage_ratio > -1e-2"))
                .isEqualTo(new Quantity(new BigDecimal("-0.01"), Quantity.Unit.RATIO));
        assertThat(of("usage_ratio != 1").comparison()).isEqualTo(Comparison.OTHER);
    }

    @Test
    void other_comparisons_and_sets_hide_the_threshold() {
        for (String query : List.of(
                "a_seconds > 1 and b_seconds > 2",
                "a_seconds > 1 unless on (job) b",
                "(a_seconds > 0) > 1",
                "(a_seconds > bool 1) > 0.5",
                "a_seconds > bool 1",
                "sum(a_seconds > 2) > 1",
                "a_seconds > b_seconds",
                "a_seconds > scalar(b)",
                "1 < a_seconds",
                "a_seconds > 1 + 1",
                "a_seconds > Inf",
                "a_seconds > NaN",
                "absent(a_seconds)",
                "time() > bool 1")) {
            assertThat(threshold(query)).as(query).isNull();
            assertThat(of(query).comparison() == Comparison.GREATER && threshold(query) != null)
                    .isFalse();
        }
    }

    @Test
    void unit_is_only_what_the_name_says() {
        assertThat(threshold("rate(cpu_seconds_total[5m]) > 1")).isNull();
        assertThat(threshold("time() - backup_timestamp_seconds > 3600")).isNull();
        assertThat(threshold("backup_timestamp_seconds > 3600")).isNull();
        assertThat(threshold("up < 1")).isNull();
        assertThat(threshold("sum(usage_ratio) > 1")).isNull();
        assertThat(threshold("rate(a_seconds_sum[5m]) / rate(a_seconds_count[5m]) > 2"))
                .isEqualTo(Quantity.of(2, Quantity.Unit.SECONDS));
        assertThat(threshold("rate(a_seconds_sum[5m]) / rate(b_seconds_count[5m]) > 2"))
                .isNull();
        assertThat(threshold("avg_over_time(a_seconds[5m]) > 2")).isEqualTo(Quantity.of(2, Quantity.Unit.SECONDS));
        assertThat(threshold("max(a_bytes) by (pod) > 2")).isEqualTo(Quantity.of(2, Quantity.Unit.BYTES));
        assertThat(threshold("count(a_bytes) > 2")).isNull();
    }

    @Test
    void share_of_failed_requests_is_a_rate_and_a_count_of_them_is_none() {
        String share = "sum(rate(http_requests_total{status=~\"5..\"}[5m])) / sum(rate(http_requests_total[5m]))";
        assertThat(of(share + " > 0.01").signal()).isEqualTo(AlarmSignal.ERROR_RATE);
        assertThat(threshold(share + " > 0.01")).isEqualByComparingTo(Quantity.of(1, Quantity.Unit.PERCENT));
        assertThat(threshold("100 * (" + share + ") > 1")).isEqualTo(Quantity.of(1, Quantity.Unit.PERCENT));
        assertThat(threshold(share + " * 100 > 1")).isEqualTo(Quantity.of(1, Quantity.Unit.PERCENT));
        assertThat(of("increase(errors_total[5m]) > 1").signal()).isEqualTo(AlarmSignal.OTHER);
        assertThat(threshold("increase(errors_total[5m]) > 1")).isNull();
        assertThat(of("a_total / b_total > 1").signal()).isEqualTo(AlarmSignal.OTHER);
        assertThat(of("job:error_ratio > 0.01").signal()).isEqualTo(AlarmSignal.ERROR_RATE);
        assertThat(of("disk_used_ratio > 0.9").signal()).isEqualTo(AlarmSignal.OTHER);
    }

    @Test
    void depth_of_a_queue_is_a_count() {
        AlertExpression depth = of("sum(billing_dead_letter_messages) > 0");
        assertThat(depth.signal()).isEqualTo(AlarmSignal.QUEUE_DEPTH);
        assertThat(depth.threshold()).isEqualTo(Quantity.of(0, Quantity.Unit.PIECES));
        assertThat(of("rate(queue_messages_total[5m]) > 0").signal()).isEqualTo(AlarmSignal.OTHER);
        assertThat(of("queue_wait_seconds > 1").signal()).isEqualTo(AlarmSignal.OTHER);
    }

    @Test
    void quantiles_are_those_of_requests() {
        assertThat(of("histogram_quantile(0.999, rate(a_seconds_bucket[1m])) > 1")
                        .statistic())
                .isEqualTo("p99.9");
        assertThat(of("max(request_seconds{quantile=\"0.95\"}) > 1").statistic())
                .isEqualTo("p95");
        assertThat(of("avg(histogram_quantile(0.99, rate(a_seconds_bucket[1m]))) > 1")
                        .statistic())
                .isNull();
        assertThat(of("quantile(0.99, a_seconds) > 1").statistic()).isNull();
        assertThat(of("histogram_quantile(1.5, rate(a_seconds_bucket[1m])) > 1").statistic())
                .isNull();
    }

    @Test
    void alarm_says_what_the_rule_says() {
        RecordedFile file = RecordedFile.of("""
                groups:
                - name: billing
                  interval: 30s
                  rules:
                  - record: job:errors
                    expr: sum(errors_total)
                  - alert: Latency
                    expr: request_duration_seconds{quantile="0.99"} > 1
                    for: 1h30m
                    keep_firing_for: 5m
                    labels: {severity: critical, service: billing, stage: prod}
                    annotations: {runbook_url: 'https://example.org/r', summary: '{{ $value }}'}
                  - alert: Later
                    expr: vector(1)
                    labels: {severity: '{{ $labels.severity }}'}
                """, PrometheusRulesReader::read);
        assertThat(file.gaps).isEmpty();
        AlarmDef latency = file.facts(AlarmDef.class).get(0);
        assertThat(latency.key()).isEqualTo("prometheus:billing/Latency/prod");
        assertThat(latency.owner()).isEqualTo("services/billing");
        assertThat(latency.severity()).isEqualTo("critical");
        assertThat(latency.stage()).isEqualTo("prod");
        assertThat(latency.period()).isEqualTo(Duration.ofMinutes(90));
        assertThat(latency.expression()).isEqualTo("request_duration_seconds{quantile=\"0.99\"} > 1");
        assertThat(latency.runbook()).isEqualTo("https://example.org/r");
        assertThat(latency.enabled()).isTrue();
        AlarmDef later = file.facts(AlarmDef.class).get(1);
        assertThat(later.severity()).isNull();
        assertThat(later.runbook()).isNull();
        assertThat(later.period()).isZero();
    }

    @Test
    void what_prometheus_refuses_is_told() {
        assertThat(refused("{alert: A, record: b, expr: up}, {alert: A}, {expr: up}"))
                .containsOnly("1: a rule is an alert or a record, and has an expr: Prometheus refuses it")
                .hasSize(3);
        assertThat(refused("{alert: A, expr: up, fro: 5m}")).containsExactly("1: `fro` is nothing that an alert has");
        assertThat(refused("{record: b, expr: up, for: 5m}")).containsExactly("1: `for` is nothing that a record has");
        assertThat(refused("{record: b-c, expr: up}")).containsExactly("1: `b-c` is no name of a metric");
        assertThat(refused("{alert: A, expr: up, for: 5 minutes}")).containsExactly("1: for is no time such as 5m");
        assertThat(refused("{alert: A, expr: up, labels: {a-b: c}}"))
                .containsExactly("1: `a-b` is no label with a value");
        assertThat(refused("{alert: A, expr: up, labels: [a]}")).containsExactly("1: labels is no map");
        assertThat(refused("{alert: A, expr: 'sum('}"))
                .containsExactly("1: the query was not understood: the query ends too early");
        assertThat(RecordedFile.of(
                                "groups: [{name: a}, {name: a}, {rules: []}, {name: c, x: 1}]\nmore: 1",
                                PrometheusRulesReader::read)
                        .gaps)
                .containsExactly(
                        "2: `more` is nothing that a rule file has",
                        "1: two groups are called `a`: Prometheus refuses it",
                        "1: a group has no name: Prometheus refuses it",
                        "1: `x` is nothing that a group has");
    }

    private static List<String> refused(String rules) {
        return RecordedFile.of("groups: [{name: g, rules: [" + rules + "]}]", PrometheusRulesReader::read).gaps;
    }

    @Test
    void queries_that_are_none_say_why() {
        assertThat(why("up[5m]")).isEqualTo("the query gives no series at one time");
        assertThat(why("rate(up)")).isEqualTo("the arguments of `rate` are not those it takes");
        assertThat(why("sum(1)")).isEqualTo("the arguments of `sum` are not those it takes");
        assertThat(why("1 > 2")).isEqualTo("`bool` stands where it may not, or is missing");
        assertThat(why("a + bool b")).isEqualTo("`bool` stands where it may not, or is missing");
        assertThat(why("a and 1")).isEqualTo("`and` stands between series only");
        assertThat(why("{a=\"\"}")).isEqualTo("a query for all series asks for too much");
        assertThat(why("a{b}")).isEqualTo("a condition on a label is none");
        assertThat(why("a{__name__=\"b\"}")).isEqualTo("the name of the metric stands there twice");
        assertThat(why("a[0s] > 1")).isEqualTo("a time such as 5m is expected");
        assertThat(why("(a)[5m] > 1")).isEqualTo("a range stands behind what is no series");
        assertThat(why("a > \"b\"")).isEqualTo("`>` stands beside a range or a text");
        assertThat(why("a 1")).isEqualTo("`1` is not expected where it stands");
        assertThat(why("a{b=\"c}")).isEqualTo("a text has no closing quote");
        assertThat(why("a{b=\"\\q\"}")).isEqualTo("`\\q` is no escape of a text");
        assertThat(why("a > 1x")).isEqualTo("a number is none");
        assertThat(why("a > §")).isEqualTo("`§` is no part of a query");
        assertThat(why("a and on (b) group_left c")).isEqualTo("sets are not grouped");
        assertThat(why("a * on (b) group_left (b) c")).isEqualTo("the label `b` is matched and grouped");
        assertThat(why("offset")).isEqualTo("`offset` is not expected where it stands");
        assertThat(why("(".repeat(500) + "a")).isEqualTo("the query is nested too deeply");
        assertThat(why("a".repeat(30_000))).isEqualTo("the query is too long");
    }

    private static String why(String query) {
        try {
            throw new AssertionError(PromqlParser.read(query).toString());
        } catch (PromqlSyntaxException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
