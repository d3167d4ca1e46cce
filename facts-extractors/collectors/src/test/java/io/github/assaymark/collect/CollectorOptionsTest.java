package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.facts.projection.ExportProjection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectorOptionsTest {
    private static final StubCollector STUB = new StubCollector(Set.of(), (request, writer) -> {});

    private static CollectorOptions of(Map<String, List<String>> given) {
        return CollectorOptions.of(STUB, given);
    }

    @Test
    void values_are_typed_and_have_what_holds_otherwise() {
        CollectorOptions options = of(Map.of(
                "base",
                List.of("https://Example.org/x/"),
                "sha",
                List.of("a", "b"),
                "since",
                List.of("2026-03-02T09:30:00Z"),
                "deep",
                List.of("true")));
        assertThat(options.optionalUrl("base")).isEqualTo(URI.create("https://Example.org/x"));
        assertThat(options.texts("sha")).containsExactly("a", "b");
        assertThat(options.moment("since")).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(options.flag("deep")).isTrue();
        assertThat(options.required("of")).isEqualTo("all");
        assertThat(options.number("pages")).isEqualTo(50);
        assertThat(options.requiredDuration("last")).isEqualTo(Duration.ofDays(14));
        CollectorOptions none = of(Map.of());
        assertThat(none.optionalUrl("base")).isNull();
        assertThat(none.moment("since")).isNull();
        assertThat(none.flag("deep")).isFalse();
        assertThatThrownBy(() -> none.text("pages")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pages|many|--pages: no whole number: many // Maybe 10",
                "base|ftp://x.org|--base: no address of HTTP without user, query and fragment // Maybe https://example.org;"
                        + " a credential comes from an environment variable",
                "base|https://u:p@x.org|--base: no address of HTTP without user, query and fragment // Maybe"
                        + " https://example.org; a credential comes from an environment variable",
                "last|14 days|--last: no duration: 14 days // Maybe 90s, 15m, 24h or 14d",
                "since|yesterday|--since: no UTC instant: yesterday // Maybe 2026-03-02T09:30:00Z",
                "deep|maybe|--deep: it takes no value: maybe // Maybe leave the value out",
                "of|' '|--of: no text, or one of more than 1000 characters // Maybe leave it out",
                "depth|1|stub has no option --depth // Maybe see `assay collect stub --help`"
            })
    void slips_are_named_with_a_way_out(String name, String value, String message) {
        assertThatThrownBy(() -> of(Map.of(name, List.of(value))))
                .isInstanceOf(CollectException.class)
                .hasMessage(message.replace(" // ", "\n  "));
    }

    @Test
    void option_is_given_once_unless_it_says_otherwise() {
        assertThatThrownBy(() -> of(Map.of("of", List.of("a", "b"))))
                .hasMessage("--of is given 2 times\n  Maybe run it once for each");
    }

    @Test
    void collectors_that_are_shipped_say_what_they_need() {
        List<Collector> all = ServiceLoader.load(Collector.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        assertThat(all).hasSizeGreaterThan(6);
        assertThat(all).extracting(Collector::name).doesNotHaveDuplicates();
        for (Collector collector : all) {
            assertThat(collector.name()).matches("[a-z][a-z-]+");
            assertThat(collector.help()).matches("[A-Z].*[^.]");
            assertThat(collector.example()).contains("--to state");
            for (CollectorOption option : collector.options()) {
                assertThat(option.name()).matches("[a-z][a-z-]+").isNotIn("to", "max-age", "help", "stacktrace");
                assertThat(option.description()).as(option.name()).matches("(?s)[A-Z].*[^.]");
                assertThat(option.name()).doesNotContain("password", "secret", "token", "key");
            }
            for (SecretVariable secret : collector.secrets())
                assertThat(secret.name()).matches("[A-Z][A-Z_]+");
        }
        for (String kind :
                List.of("github.check-runs", "dns.probes", "http.probes", "oci.manifest", "grafana.dashboard"))
            assertThat(ExportProjection.of(kind)).as(kind).isNotNull();
    }

    @Test
    void parts_of_addresses_are_escaped() {
        URI base = URI.create("https://api.example.org/v3");
        assertThat(Address.below(base)
                        .path("a/b", "..", "ä ?#")
                        .query("x[]", "1&2")
                        .query("y", "z")
                        .uri())
                .isEqualTo(URI.create("https://api.example.org/v3/a%2Fb/%2E%2E/%C3%A4%20%3F%23?x%5B%5D=1%262&y=z"));
    }
}
