package io.github.assaymark.facts.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.Quantity.Unit;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.fact.CostBudget;
import io.github.assaymark.model.fact.SloDef;
import io.github.assaymark.model.fact.StateSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners, service levels and budgets in the extensions of operations. */
final class PromisesTest {
    @TempDir
    private Path root = Path.of("");

    private Snapshot scan(String extensions) throws IOException {
        return new Repo(root)
                .with("services/a/service.yaml", "name: a\n")
                .with("services/a/openapi.yaml", """
                        openapi: 3.1.0
                        info: {title: T, version: '1'}
                        paths:
                          /v1/orders:
                            get:
                              responses: {'200': {description: Orders}}
                        """ + extensions.indent(6))
                .scan();
    }

    private static List<String> gaps(Snapshot snapshot, String type) {
        return Repo.gaps(snapshot, type).stream().map(Coverage.Gap::reason).toList();
    }

    private static Quantity quantity(String amount, Unit unit) {
        return new Quantity(new BigDecimal(amount), unit);
    }

    @Test
    void a_service_level_gives_its_objectives() throws IOException {
        Snapshot snapshot = scan("""
                x-acme-slo:
                  availability: "99.9"
                  p95: 180ms
                  window: 28d
                  note: agreed in spring
                """);

        assertThat(snapshot.facts(SloDef.class))
                .extracting(
                        SloDef::key,
                        SloDef::owner,
                        SloDef::service,
                        SloDef::operation,
                        SloDef::indicator,
                        SloDef::objective,
                        SloDef::window,
                        SloDef::source)
                .containsExactlyInAnyOrder(
                        tuple(
                                "GET /v1/orders#x-acme-slo/availability",
                                "services/a",
                                "a",
                                "GET /v1/orders",
                                "availability",
                                quantity("99.9", Unit.PERCENT),
                                Duration.ofDays(28),
                                StateSource.DECLARED),
                        tuple(
                                "GET /v1/orders#x-acme-slo/latency <= 180ms",
                                "services/a",
                                "a",
                                "GET /v1/orders",
                                "latency <= 180ms",
                                quantity("95", Unit.PERCENT),
                                Duration.ofDays(28),
                                StateSource.DECLARED));
        assertThat(gaps(snapshot, "SloDef")).isEmpty();
        assertThat(Repo.coverage(snapshot, "SloDef", "services/a").about()).containsExactly("source=DECLARED");
    }

    @Test
    void shares_are_percent_or_ratios_and_never_guessed() throws IOException {
        assertThat(scan("x-slo: 0.995\n").facts(SloDef.class))
                .extracting(SloDef::objective)
                .containsExactly(quantity("0.995", Unit.RATIO));
        assertThat(scan("x-slo: 0.995 %\n").facts(SloDef.class))
                .extracting(SloDef::objective)
                .containsExactly(quantity("0.995", Unit.PERCENT));
        for (String unclear : List.of("1", "101", "0", "high", "99,9")) {
            Snapshot snapshot = scan("x-slo: {objective: '" + unclear + "'}\n");
            assertThat(snapshot.facts(SloDef.class))
                    .extracting(SloDef::objective)
                    .containsOnlyNulls();
            assertThat(gaps(snapshot, "SloDef")).containsExactly("the objective is no share such as 99.9%");
            assertThat(gaps(snapshot, "ApiOperation")).isEmpty();
        }
        assertThat(gaps(scan("x-slo: {p99: soon}\n"), "SloDef")).containsExactly("p99 is no time such as 180ms");
        assertThat(gaps(scan("x-slo: {target: 99.5, window: a month}\n"), "SloDef"))
                .containsExactly("the window is no time such as 28d");
    }

    @Test
    void a_budget_gives_its_limits_with_their_units() throws IOException {
        assertThat(scan("x-acme-cost-budget: {cents_per_thousand: 4, cents_per_day: 2500.5}\n")
                        .facts(CostBudget.class))
                .extracting(CostBudget::operation, CostBudget::limit, CostBudget::currency, CostBudget::source)
                .containsExactlyInAnyOrder(
                        tuple("GET /v1/orders", quantity("4", Unit.PIECES), "cents_per_thousand", StateSource.DECLARED),
                        tuple(
                                "GET /v1/orders",
                                quantity("2500.5", Unit.PIECES),
                                "cents_per_day",
                                StateSource.DECLARED));
        assertThat(scan("x-cost-budget: {limit: 0.4, unit: EUR per 1000}\n").facts(CostBudget.class))
                .extracting(CostBudget::limit, CostBudget::currency)
                .containsExactly(tuple(quantity("0.4", Unit.PIECES), "EUR per 1000"));
        assertThat(scan("x-cost-budget: 0.7 USD/1000\n").facts(CostBudget.class))
                .extracting(CostBudget::limit, CostBudget::currency)
                .containsExactly(tuple(quantity("0.7", Unit.PIECES), "USD/1000"));
        assertThat(scan("x-cost-budget: 3\n").facts(CostBudget.class))
                .extracting(CostBudget::currency)
                .containsOnlyNulls();
        Snapshot wrong = scan("x-cost-budget: {limit: cheap}\n");
        assertThat(wrong.facts(CostBudget.class)).isEmpty();
        assertThat(gaps(wrong, "CostBudget")).containsExactly("the limit is no number with a unit");
        assertThat(scan("x-cost-budget: null\n").facts(CostBudget.class)).isEmpty();
    }

    @Test
    void the_context_and_the_day_of_a_maturity_are_those_of_the_extensions() throws IOException {
        ApiOperation operation =
                scan("x-acme-context: billing\nx-acme-maturity: ga\nx-acme-maturity-since: 2025-11-17\n")
                        .facts(ApiOperation.class)
                        .get(0);
        assertThat(operation.context()).isEqualTo("billing");
        assertThat(operation.maturity()).isEqualTo("ga");
        assertThat(operation.maturitySince()).isEqualTo(Instant.parse("2025-11-17T00:00:00Z"));

        ApiOperation without = scan("x-acme-maturity-since: in autumn\n")
                .facts(ApiOperation.class)
                .get(0);
        assertThat(without.context()).isNull();
        assertThat(without.maturitySince()).isNull();
    }
}
