package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.Comparison;
import io.github.assaymark.model.fact.FreezeWindow;
import io.github.assaymark.model.fact.PerfResult;
import io.github.assaymark.model.fact.RolloutStep;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.ToolRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
    private static StateFixture records(String kind, String record) {
        return new StateFixture()
                .export(
                        kind,
                        "r.json",
                        "{\"records\": [" + record + "]}",
                        "\"complete\": true, \"commit\": \"c0ffee\"");
    }

    @Test
    void every_kind_of_property_is_read() {
        AlarmDef alarm = records("records.alarm-def", """
                        {"name": "billing-latency", "service": "billing", "stage": "stg", "provider": "own",
                         "signal": "latency", "statistic": "p99", "threshold": "1000 ms", "comparison": "greater",
                         "period": "PT1M", "periods": 3, "actions": ["pager", "chat"], "enabled": true}""").only(AlarmDef.class);
        assertThat(alarm.key()).isEqualTo("own/billing-latency/staging");
        assertThat(alarm.threshold()).isEqualTo(Quantity.of(1000, Quantity.Unit.MILLISECONDS));
        assertThat(alarm.comparison()).isEqualTo(Comparison.GREATER);
        assertThat(alarm.period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(alarm.periods()).isEqualTo(3);
        assertThat(alarm.actions()).containsExactly("chat", "pager");
        assertThat(alarm.enabled()).isTrue();
        assertThat(alarm.source()).isEqualTo(StateSource.DEPLOYED);
        assertThat(alarm.at()).isEqualTo(StateFixture.AT);
        assertThat(alarm.owner()).isEqualTo(StateFixture.BILLING);
    }

    @Test
    void what_may_be_left_out_is_absent_and_the_commit_is_that_of_the_entry() {
        ToolRun run = records("records.tool-run", """
                        {"tool": "sdk-gen", "command": "pnpm sdk:gen", "exitCode": 0, "cleanTree": true,
                         "at": "2026-03-01T08:36:00Z"}""").only(ToolRun.class);
        assertThat(run.sha()).isEqualTo("c0ffee");
        assertThat(run.errors()).isEqualTo(-1);
        assertThat(run.at()).isEqualTo(Instant.parse("2026-03-01T08:36:00Z"));
    }

    @Test
    void record_without_a_needed_property_is_no_fact_but_a_gap() {
        StateFixture state =
                records("records.tool-run", "{\"tool\": \"sdk-gen\", \"command\": \"x\", \"exitCode\": 0}");
        assertThat(state.facts(ToolRun.class)).isEmpty();
        assertThat(state.gaps(ToolRun.class, "")).containsExactly("/records/0: it has no cleanTree (BOOLEAN)");
    }

    @Test
    void quantities_need_units_and_moments_a_zone() {
        StateFixture state = records("records.perf-result", """
                        {"scenario": "s", "metric": "m", "statistic": "p95", "value": 93, "requests": 10},
                        {"scenario": "s", "metric": "m", "statistic": "p95", "value": {"amount": 93.5, "unit": "ms"}}""");
        assertThat(state.only(PerfResult.class).value())
                .isEqualTo(new Quantity(new BigDecimal("93.5"), Quantity.Unit.MILLISECONDS));
        assertThat(state.gaps(PerfResult.class, ""))
                .contains(
                        "/records/0/value: value is no quantity with a unit such as \"840 ms\", \"99.9 %\" or \"50 /s\"");
        StateFixture freeze = records(
                "records.freeze-window",
                "{\"scope\": \"*\", \"from\": \"2026-12-18T17:00:00\", \"until\": \"2027-01-04T08:00:00Z\"}");
        assertThat(freeze.facts(FreezeWindow.class)).isEmpty();
        assertThat(freeze.gaps(FreezeWindow.class, "")).contains("/records/0/from: from is no moment with a zone");
    }

    @Test
    void same_record_twice_has_two_keys() {
        StateFixture state = records(
                "records.freeze-window",
                "{\"scope\": \"*\", \"from\": \"2026-12-18T17:00:00Z\", \"until\": \"2027-01-04T08:00:00Z\"},"
                        + "{\"scope\": \"*\", \"from\": \"2026-12-18T17:00:00Z\", \"until\": \"2027-01-05T08:00:00Z\"}");
        assertThat(state.facts(FreezeWindow.class))
                .extracting(FreezeWindow::key)
                .containsExactly("*/2026-12-18T17:00:00Z", "*/2026-12-18T17:00:00Z#2");
    }

    @Test
    void a_value_in_a_unit_that_it_cannot_have_is_none() {
        StateFixture alarms = new StateFixture().export("records.alarm-def", "alarms.json", """
                {"records": [{"name": "errors", "provider": "own", "signal": "error-rate", "threshold": "300 ms",
                  "comparison": "greater", "periods": 1, "enabled": true}]}""");
        assertThat(alarms.only(AlarmDef.class).threshold()).isNull();
        assertThat(alarms.gaps(AlarmDef.class, ""))
                .containsExactly(
                        "/records/0/threshold: threshold is 300 milliseconds, but has to be a share, such as \"99.9 %\"");
        StateFixture steps = new StateFixture().export("records.rollout-step", "steps.json", """
                {"records": [{"service": "billing", "stage": "staging", "share": "5 s", "healthy": true,
                  "startedAt": "2026-03-01T11:00:00Z", "finishedAt": "2026-03-01T11:40:00Z"}]}""");
        assertThat(steps.facts(RolloutStep.class)).isEmpty();
        assertThat(steps.gaps(RolloutStep.class, StateFixture.BILLING))
                .contains("/records/0/share: share is 5 seconds, but has to be a share, such as \"99.9 %\"");
    }

    @ParameterizedTest
    @CsvSource({
        "http_req_duration, 90 ms, true",
        "http_req_duration, 90 %, false",
        "p95 latency, 90 /s, false",
        "cost_eur, 90 pieces, true",
        "cost_eur, 90 ms, true",
    })
    void what_a_load_test_measured_is_in_the_unit_of_its_metric(String metric, String value, boolean read) {
        StateFixture state =
                new StateFixture().export("records.perf-result", "perf.json", """
                {"records": [{"scenario": "s", "metric": "%s", "statistic": "p95", "value": "%s", "requestRate": "50 /s"}]}""".formatted(metric, value));
        assertThat(state.facts(PerfResult.class)).hasSize(read ? 1 : 0);
        assertThat(state.gaps(PerfResult.class, "").isEmpty()).isEqualTo(read);
    }
}
