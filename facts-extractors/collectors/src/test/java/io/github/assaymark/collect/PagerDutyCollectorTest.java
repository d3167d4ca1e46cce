package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.fact.OnCallSchedule;
import io.github.assaymark.model.fact.PagerRoute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in the shapes of PagerDuty's published description of its REST API (version 2), written by hand. */
class PagerDutyCollectorTest {
    private static final String WINDOW = "since=2026-03-02T09%3A30%3A00Z&until=2026-03-16T09%3A30%3A00Z";

    @TempDir
    Path root = Path.of("");

    private final World world = new World();
    private final Canary canary = new Canary();

    private static String person(String id) {
        return "{\"id\": \"" + id + "\", \"type\": \"user_reference\", \"summary\": \"KANARI\", \"email\": \"KANARI\"}";
    }

    private void serve(StubServer server) throws IOException {
        server.json(
                        "/services?limit=100&offset=0",
                        canary.stuffed(
                                "{\"services\": [{\"id\": \"PS1\", \"name\": \"billing\", \"description\": \"KANARI\","
                                        + " \"status\": \"active\", \"escalation_policy\": {\"id\": \"PE1\", \"summary\":"
                                        + " \"Billing first\"}, \"incident_urgency_rule\": {\"type\": \"constant\", \"urgency\":"
                                        + " \"high\"}, \"integrations\": [{\"integration_key\": \"KANARI\"}]}], \"limit\": 100,"
                                        + " \"offset\": 0, \"more\": true}"))
                .json(
                        "/services?limit=100&offset=100",
                        canary.stuffed("{\"services\": [{\"id\": \"PS2\", \"name\": \"orders\", \"status\": \"active\","
                                + " \"escalation_policy\": {\"id\": \"PE2\"}}], \"more\": false}"))
                .json(
                        "/escalation_policies?limit=100&offset=0",
                        canary.stuffed("{\"escalation_policies\": [{\"id\": \"PE1\", \"name\": \"Billing first\","
                                + " \"escalation_rules\": [{\"targets\": [" + person("PU1")
                                + "]}], \"services\": [{\"summary\": \"billing\"}]}], \"more\": false}"))
                .json(
                        "/oncalls?escalation_policy_ids%5B%5D=PE1&" + WINDOW + "&limit=100&offset=0",
                        canary.stuffed(
                                "{\"oncalls\": [{\"escalation_level\": 1, \"escalation_policy\": {\"id\": \"PE1\","
                                        + " \"summary\": \"Billing first\"}, \"schedule\": {\"id\": \"PSCH\", \"summary\":"
                                        + " \"KANARI\"}, \"user\": " + person("PU1")
                                        + ", \"start\": \"2026-03-02T08:00:00Z\", \"end\": \"2026-03-09T08:00:00Z\"}], \"more\":"
                                        + " false}"))
                .json(
                        "/schedules/PSCH?" + WINDOW,
                        canary.stuffed(
                                "{\"schedule\": {\"id\": \"PSCH\", \"name\": \"KANARI\", \"escalation_policies\":"
                                        + " [{\"id\": \"PE1\", \"summary\": \"Billing first\"}], \"final_schedule\":"
                                        + " {\"rendered_schedule_entries\": [{\"start\": \"2026-03-02T08:00:00Z\", \"end\":"
                                        + " \"2026-03-09T08:00:00Z\", \"user\": " + person("PU1") + "}]}}}"))
                .json(
                        "/event_orchestrations?limit=250",
                        canary.stuffed("{\"orchestrations\": [{\"id\": \"EO1\", \"name\": \"alerts\"}]}"))
                .json(
                        "/event_orchestrations/EO1/router",
                        canary.stuffed(
                                "{\"orchestration_path\": {\"sets\": [{\"id\": \"start\", \"rules\": [{\"label\":"
                                        + " \"KANARI\", \"conditions\": [{\"expression\": \"event.severity matches 'critical'\"}],"
                                        + " \"actions\": {\"route_to\": \"PS1\"}}]}], \"catch_all\": {\"actions\": {\"route_to\":"
                                        + " \"unrouted\"}}}}"));
    }

    @Test
    void routes_and_on_calls_are_collected_without_names_of_people() throws Exception {
        world.environment.put("PAGERDUTY_TOKEN", "key-of-the-rest-api");
        try (StubServer server = new StubServer()) {
            serve(server);
            CollectSummary summary = world.run(
                    new PagerDutyCollector(),
                    root.resolve("state"),
                    "url",
                    server.uri().toString(),
                    "service",
                    "billing",
                    "orchestrations",
                    "true");
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
        world.environment.put("PAGERDUTY_TOKEN", "key-of-the-rest-api");
        try (StubServer server = new StubServer()) {
            serve(server);
            server.json("/services?limit=100&offset=100", 403, "{}");
            CollectSummary denied = world.run(
                    new PagerDutyCollector(),
                    root.resolve("state"),
                    "url",
                    server.uri().toString(),
                    "service",
                    "shipping");
            assertThat(denied.lines())
                    .extracting(line -> line.kind() + " " + line.state() + " " + line.reason())
                    .containsExactly(
                            "pagerduty.services DENIED 127.0.0.1 answered 403: the credential is not allowed to read it",
                            "pagerduty.escalation-policies COMPLETE null",
                            "pagerduty.oncalls FAILED the services of PagerDuty could not be read");
            server.json("/services?limit=100&offset=100", "{\"services\": [], \"more\": false}");
            CollectSummary unknown = world.run(
                    new PagerDutyCollector(),
                    root.resolve("state"),
                    "url",
                    server.uri().toString(),
                    "service",
                    "shipping");
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
}
