package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.Comparison;
import io.github.assaymark.model.fact.FreezeWindow;
import io.github.assaymark.model.fact.PerfResult;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.ToolRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

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
}
