package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.fact.HealthProbe;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProbeCollectorTest {
    @TempDir
    Path root = Path.of("");

    private final World world = new World();
    private final HttpProbeCollector anywhere = new HttpProbeCollector(
            InetAddress::getAllByName, address -> true, (SSLSocketFactory) SSLSocketFactory.getDefault());

    private CollectSummary probe(Collector collector, String... urls) throws InterruptedException {
        String[] options = Stream.concat(
                        Stream.of("allow", "127.0.0.1", "allow", "localhost", "service", "billing", "stage", "prod"),
                        Stream.of(urls).flatMap(url -> Stream.of("probe", url)))
                .toArray(String[]::new);
        return world.run(collector, root.resolve("state"), options);
    }

    @Test
    void answers_are_probes_and_bodies_are_never_kept() throws Exception {
        try (StubServer server = new StubServer()) {
            Canary canary = new Canary();
            server.json("/healthz", "{\"status\": \"" + canary.token() + "\"}")
                    .json("/ready", 503, canary.token())
                    .on("/moved", e -> StubServer.send(e, 302, canary.token(), "Location", "/healthz"))
                    .on("/away", e -> StubServer.send(e, 302, "", "Location", "https://elsewhere.example.org/"))
                    .on("/closed", e -> e.close());
            String url = server.uri().toString();
            CollectSummary summary = probe(
                    anywhere, url + "/healthz", url + "/ready", url + "/moved", url + "/away", "http://127.0.0.1:1/x");
            assertThat(summary.complete()).as(summary.toString()).isTrue();
            Scanned.repository(root);
            assertThat(Scanned.of(root).all(HealthProbe.class))
                    .extracting(of ->
                            of.url().replaceAll(":\\d+", "") + " " + of.status() + " " + of.stage() + " " + of.owner())
                    .containsExactlyInAnyOrder(
                            "http://127.0.0.1/healthz 200 prod services/billing",
                            "http://127.0.0.1/ready 503 prod services/billing",
                            "http://127.0.0.1/moved 200 prod services/billing",
                            "http://127.0.0.1/away 302 prod services/billing",
                            "http://127.0.0.1/x 0 prod services/billing");
            assertThat(server.asked).allMatch(request -> request.startsWith("GET "));
            try (Stream<Path> files = Files.walk(root.resolve("state"))) {
                for (Path file : files.filter(Files::isRegularFile).toList())
                    assertThat(canary.in(Files.readString(file))).isEmpty();
            }
        }
    }

    @Test
    void hosts_inside_of_a_network_are_not_asked_by_whatever_name() throws Exception {
        try (StubServer server = new StubServer()) {
            int port = server.uri().getPort();
            CollectSummary summary =
                    probe(new HttpProbeCollector(), "http://localhost:" + port + "/healthz", server.uri() + "/healthz");
            assertThat(summary.lines())
                    .extracting(line -> line.state() + " " + line.reason())
                    .containsExactly(
                            "FAILED localhost has the address 127.0.0.1, which is not one of the public internet",
                            "FAILED 127.0.0.1 has the address 127.0.0.1, which is not one of the public internet");
            assertThat(server.asked).isEmpty();
        }
    }

    /** One whose resolver gives these answers, one after the other; only 127.0.0.1 counts as public. */
    private static HttpProbeCollector resolving(List<String> asked, String... answers) {
        return new HttpProbeCollector(
                host -> {
                    asked.add(host);
                    List<InetAddress> all = new ArrayList<>();
                    for (String one : answers[Math.min(asked.size(), answers.length) - 1].split(" ", -1))
                        all.add(InetAddress.getByAddress(
                                host, InetAddress.getByName(one).getAddress()));
                    return all.toArray(InetAddress[]::new);
                },
                address -> address.getHostAddress().equals("127.0.0.1"),
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @Test
    void resolver_that_changes_its_answer_leads_nowhere_else() throws Exception {
        try (StubServer server = new StubServer()) {
            server.json("/healthz", "{}")
                    .on("/moved", e -> StubServer.send(e, 302, "", "Location", "/healthz"))
                    .on("/inside", e -> StubServer.send(e, 302, "", "Location", "http://169.254.169.254/latest"));
            String url = "http://localhost:" + server.uri().getPort();
            List<String> asked = new ArrayList<>();
            // The second answer would be that of the connection, were the host looked up again for it.
            assertThat(probe(resolving(asked, "127.0.0.1", "192.168.1.1"), url + "/healthz")
                            .complete())
                    .isTrue();
            assertThat(asked).containsExactly("localhost");
            asked.clear();
            assertThat(probe(resolving(asked, "127.0.0.1", "192.168.1.1"), url + "/moved")
                            .lines())
                    .extracting(CollectSummary.Line::reason)
                    .containsExactly("localhost has the address 192.168.1.1, which is not one of the public internet");
            asked.clear();
            assertThat(probe(resolving(asked, "127.0.0.1 10.0.0.1"), url + "/both")
                            .lines())
                    .extracting(CollectSummary.Line::reason)
                    .containsExactly("localhost has the address 10.0.0.1, which is not one of the public internet");
            asked.clear();
            assertThat(probe(resolving(asked, "127.0.0.1"), url + "/inside").complete())
                    .isTrue();
            assertThat(asked).containsExactly("localhost");
            assertThat(server.asked).containsExactly("GET /healthz", "GET /moved", "GET /inside");
        }
    }

    @Test
    void hosts_are_allowed_one_by_one() {
        assertThatThrownBy(() -> probe(anywhere, "https://billing.example.org/healthz"))
                .isInstanceOf(CollectException.class)
                .hasMessage("--probe: billing.example.org is not allowed\n  Maybe --allow billing.example.org, when you"
                        + " mean this host to be asked");
        assertThatThrownBy(() -> world.run(anywhere, root.resolve("state"), "probe", "https://a.example.org"))
                .hasMessageStartingWith("--allow is missing: A host that may be asked");
        assertThatThrownBy(() -> probe(anywhere, "https://u:p@localhost/x"))
                .hasMessageStartingWith("--probe: no address of HTTP without user, query and fragment\n");
        assertThatThrownBy(() -> world.run(
                        anywhere,
                        root.resolve("state"),
                        "allow",
                        "*.example.org",
                        "probe",
                        "https://evilexample.org/x"))
                .hasMessageStartingWith("--probe: evilexample.org is not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "192.0.2.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
                "64:ff9b:1::808:808",
                "192.88.99.1",
                "3fff:fff::1",
                "2001:db8::1",
                "::7f00:1"
            })
    void addresses_that_are_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "193.0.0.1", "2606:4700::1111", "64:ff9b::808:808"})
    void addresses_that_are_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void slow_and_endless_answers_end() throws Exception {
        try (StubServer server = new StubServer()) {
            server.on("/slow", e -> Thread.sleep(60_000));
            URI url = URI.create(server.uri() + "/slow");
            CollectSummary summary = world.run(
                    anywhere, root.resolve("state"), "allow", "127.0.0.1", "wait", "1s", "probe", url.toString());
            assertThat(summary.complete()).isTrue();
            Scanned.repository(root);
            assertThat(Scanned.of(root).all(HealthProbe.class))
                    .extracting(HealthProbe::status)
                    .containsExactly(0);
        }
    }
}
