package io.github.assaymark.facts.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.SloDef;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SloTest {
    private static RecordedFile read(String yaml) {
        return RecordedFile.of(yaml, SloReader::read);
    }

    private static Quantity percent(String amount) {
        return new Quantity(new BigDecimal(amount), Quantity.Unit.PERCENT);
    }

    @Test
    void objective_of_openslo_is_exact() {
        RecordedFile file = read("""
                apiVersion: openslo/v1
                kind: SLO
                metadata:
                  name: billing-latency
                  annotations: {runbook_url: 'https://example.org/r'}
                spec:
                  service: billing
                  indicator: {metadata: {name: fast-requests}, spec: {ratioMetric: {}}}
                  timeWindow: [{duration: 28d, isRolling: true}]
                  budgetingMethod: Occurrences
                  objectives:
                  - {target: 0.9995}
                  - {targetPercent: 99}
                  alertPolicies: [burn]
                ---
                apiVersion: openslo/v1
                kind: AlertPolicy
                metadata: {name: burn}
                """);
        assertThat(file.gaps).isEmpty();
        SloDef first = file.facts(SloDef.class).get(0);
        assertThat(first.key()).isEqualTo("billing/billing-latency");
        assertThat(first.owner()).isEqualTo("services/billing");
        assertThat(first.indicator()).isEqualTo("fast-requests");
        assertThat(first.objective()).isEqualTo(percent("99.95"));
        assertThat(first.window()).isEqualTo(Duration.ofDays(28));
        assertThat(first.alerted()).isTrue();
        assertThat(first.runbook()).isEqualTo("https://example.org/r");
        SloDef second = file.facts(SloDef.class).get(1);
        assertThat(second.key()).isEqualTo("billing/billing-latency#2");
        assertThat(second.objective()).isEqualTo(percent("99"));
    }

    @Test
    void objective_of_sloth_has_no_window_of_its_own() {
        RecordedFile file = read("""
                version: prometheus/v1
                service: orders
                slos:
                - name: availability
                  objective: 99.9
                  sli: {events: {error_query: a, total_query: b}}
                  alerting: {name: A, annotations: {runbook: 'https://example.org/a'}, ticket_alert: {disable: true}}
                - name: latency
                  objective: 99
                  sli: {raw: {error_ratio_query: a}}
                  alerting: {page_alert: {disable: true}, ticket_alert: {disable: true}}
                """);
        assertThat(file.gaps).isEmpty();
        assertThat(file.facts(SloDef.class))
                .extracting(slo -> slo.name() + " " + slo.indicator() + " " + slo.objective() + " " + slo.window() + " "
                        + slo.alerted() + " " + slo.runbook())
                .containsExactly(
                        "availability events 99.9 percent null true https://example.org/a",
                        "latency raw 99 percent null false null");
    }

    @Test
    void objects_of_sloth_and_pyrra_are_read() {
        RecordedFile file = read("""
                apiVersion: sloth.slok.dev/v1
                kind: PrometheusServiceLevel
                metadata: {name: all}
                spec:
                  service: orders
                  slos:
                  - {name: a, objective: 99.5, sli: {events: {}}, alerting: {pageAlert: {disable: true}}}
                ---
                apiVersion: pyrra.dev/v1alpha1
                kind: ServiceLevelObjective
                metadata: {name: b, labels: {pyrra.dev/service: billing}}
                spec:
                  target: "99.25"
                  window: 4w
                  indicator: {latency: {success: {metric: x}, total: {metric: y}}}
                  alerting: {burnrates: false}
                """);
        assertThat(file.gaps).isEmpty();
        assertThat(file.facts(SloDef.class))
                .extracting(slo -> slo.key() + " " + slo.indicator() + " " + slo.objective() + " " + slo.window() + " "
                        + slo.alerted())
                .containsExactly(
                        "orders/a events 99.5 percent null true", "billing/b latency 99.25 percent PT672H false");
    }

    @Test
    void what_is_not_understood_is_told() {
        assertThat(gaps("apiVersion: openslo/v1alpha\nkind: SLO"))
                .containsExactly("1: openslo/v1alpha SLO is not read");
        assertThat(gaps("apiVersion: openslo/v1"))
                .containsExactly("1: it does not say what kind of specification it is");
        assertThat(gaps("apiVersion: openslo/v1\nkind: SLO\nspec: {objectives: [{target: most}]}"))
                .containsExactly("1: it has no name");
        assertThat(
                        gaps(
                                "apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}\n"
                                        + "spec: {objectives: [{target: most}, {targetPercent: 101}, {}], timeWindow: [{duration: 1M}]}"))
                .containsExactly(
                        "4: the window `1M` has no fixed length",
                        "4: target is no number",
                        "4: it has no target",
                        "4: the objective is no share between 0 and 100 percent",
                        "4: it has no target");
        assertThat(gaps("apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}"))
                .containsExactly("1: it has no objectives");
        assertThat(gaps("version: prometheus/v1\nslos: [{name: a}, {objective: 9}]"))
                .containsExactly("2: it has no objective", "2: it has no name");
        assertThat(gaps("apiVersion: pyrra.dev/v1alpha1\nkind: ServiceLevelObjective\nmetadata: {name: a}\nspec: {}"))
                .containsExactly("4: it has no target", "4: its window is no time such as 4w");
    }

    private static List<String> gaps(String yaml) {
        return read(yaml).gaps;
    }
}
