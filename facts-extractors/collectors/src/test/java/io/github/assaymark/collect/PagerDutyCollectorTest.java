package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.fact.OnCallSchedule;
import io.github.assaymark.model.fact.PagerRoute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagerDutyCollectorTest {
    @TempDir
    Path root = Path.of("");

    private final World world = new World();
    private final Canary canary = new Canary();

    private CollectSummary collect(StubServer server, String service, String... more) throws InterruptedException {
        world.environment.put("PAGERDUTY_TOKEN", "key-of-the-rest-api");
        return world.run(
                new PagerDutyCollector(),
                root.resolve("state"),
                Stream.concat(Stream.of("url", server.uri().toString(), "service", service), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void routes_and_on_calls_are_collected_without_names_of_people() throws Exception {
        try (StubServer server = new StubServer()) {
            new PagerDutyAnswers(server, canary, null).served();
            CollectSummary summary = collect(server, "billing", "orchestrations", "true");
            assertThat(summary.lines())
                    .extracting(line -> line.kind() + " " + line.state())
                    .containsExactly(
                            "pagerduty.services COMPLETE",
                            "pagerduty.escalation-policies COMPLETE",
                            "pagerduty.oncalls COMPLETE",
                            "pagerduty.schedule COMPLETE",
                            "pagerduty.orchestration-router COMPLETE");
            assertThat(server.asked).allMatch(request -> request.endsWith(" Token token=key-of-the-rest-api"));
        }
        Scanned.repository(root);
        Scanned scanned = Scanned.of(root);
        assertThat(scanned.all(OnCallSchedule.class))
                .extracting(of -> of.layer() + " " + of.people() + " " + of.owner())
                .containsExactlyInAnyOrder(
                        "primary [PU1] services/billing",
                        "primary [PU1] services/billing",
                        "rendered [PU1] services/billing");
        assertThat(scanned.all(PagerRoute.class))
                .extracting(of -> of.service() + " " + of.receiver() + " " + of.target())
                .contains("billing Billing first PAGE", "orders PE2 PAGE");
        assertThat(scanned.coverage(OnCallSchedule.class)).containsExactly("[] COMPLETE[]");
        assertThat(canary.planted).hasSizeGreaterThan(40);
        assertThat(canary.in(scanned.facts().toString())).isEmpty();
        try (Stream<Path> files = Files.walk(root.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(canary.in(Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
        }
    }

    @Test
    void service_that_is_not_known_there_is_said_so() throws Exception {
        try (StubServer server = new StubServer()) {
            new PagerDutyAnswers(server, canary, null).served();
            server.json("/services?limit=100&offset=100", 403, "{}");
            CollectSummary denied = collect(server, "shipping");
            assertThat(denied.lines())
                    .extracting(line -> line.kind() + " " + line.state() + " " + line.reason())
                    .containsExactly(
                            "pagerduty.services DENIED 127.0.0.1 answered 403: the credential is not allowed to read it",
                            "pagerduty.escalation-policies COMPLETE null",
                            "pagerduty.oncalls FAILED the services of PagerDuty could not be read");
            server.json("/services?limit=100&offset=100", "{\"services\": [], \"more\": false}");
            CollectSummary unknown = collect(server, "shipping");
            assertThat(unknown.lines().get(2).reason()).isEqualTo("no service of PagerDuty is called `shipping`");
        }
    }

    @Test
    void nothing_is_asked_without_a_key() {
        assertThatThrownBy(() -> world.run(new PagerDutyCollector(), root.resolve("state")))
                .isInstanceOf(CollectException.class)
                .hasMessage("the environment variable PAGERDUTY_TOKEN is not set: a key of the REST API that may only"
                        + " read\n  Maybe export PAGERDUTY_TOKEN=...; a credential is never given on the command line,"
                        + " where others can read it");
        assertThat(root.resolve("state")).doesNotExist();
    }

    @Test
    void schedule_of_the_newer_kind_is_not_asked_for_where_it_is_unknown() throws Exception {
        try (StubServer server = new StubServer()) {
            new PagerDutyAnswers(server, canary, null).served();
            server.json(
                    PagerDutyAnswers.ON_CALLS,
                    "{\"oncalls\": [{\"escalation_level\": 2, \"escalation_policy\": {\"id\": \"PE1\"}, \"schedule\":"
                            + " {\"id\": \"PNEW\", \"type\": \"schedule_v3_reference\"}, \"user\": {\"id\": \"PU2\"}, \"start\":"
                            + " \"2026-03-02T08:00:00Z\", \"end\": \"2026-03-09T08:00:00Z\"}], \"more\": false}");
            for (String time : List.of("first", "kept")) {
                CollectSummary summary = collect(server, "billing");
                assertThat(summary.lines())
                        .as(time)
                        .extracting(CollectSummary.Line::kind)
                        .containsExactly("pagerduty.services", "pagerduty.escalation-policies", "pagerduty.oncalls");
            }
            assertThat(server.asked).noneMatch(request -> request.contains("/schedules/"));
        }
        Scanned.repository(root);
        Scanned scanned = Scanned.of(root);
        assertThat(scanned.coverage(OnCallSchedule.class)).containsExactly("[] COMPLETE[]");
        assertThat(scanned.all(OnCallSchedule.class))
                .filteredOn(of -> of.schedule().equals("PNEW"))
                .extracting(of -> of.layer() + " " + of.people())
                .containsExactly("secondary [PU2]");
    }

    @Test
    void pages_that_are_not_read_make_it_partial_and_each_entry_is_told_of_as_it_is_asked_for() throws Exception {
        try (StubServer server = new StubServer()) {
            new PagerDutyAnswers(server, canary, null).served();
            CollectSummary summary = collect(server, "billing", "max-pages", "1");
            assertThat(summary.lines())
                    .extracting(line -> line.kind() + " " + line.state() + " " + line.reason())
                    .containsExactly(
                            "pagerduty.services PARTIAL there are more than 1 pages, which were not asked for: see"
                                    + " --max-pages",
                            "pagerduty.escalation-policies COMPLETE null",
                            "pagerduty.oncalls COMPLETE null",
                            "pagerduty.schedule COMPLETE null");
            assertThat(server.asked).noneMatch(request -> request.contains("offset=100"));
        }
        assertThat(world.progress)
                .containsExactly(
                        "collecting pagerduty.services 0/4",
                        "collecting pagerduty.escalation-policies 1/4",
                        "collecting pagerduty.oncalls 2/4",
                        "collecting pagerduty.schedule 3/4");
    }
}
