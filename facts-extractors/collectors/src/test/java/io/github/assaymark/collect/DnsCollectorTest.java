package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.DnsRecord;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DnsCollectorTest {
    private static final String ZONE = """
            $TTL 60
            @         IN SOA ns1 hostmaster 7 3600 600 86400 60
                      IN NS  ns1
            ns1       IN A   127.0.0.1
            billing   IN CNAME lb
            lb        IN A   192.0.2.31
            lb        IN A   192.0.2.30
            *.preview IN A   192.0.2.99
            """;

    @TempDir
    Path folder;

    private final World world = new World();

    private CollectSummary collect(int port, String... more) throws InterruptedException {
        List<String> options = new ArrayList<>(List.of("resolver", "127.0.0.1:" + port, "wait", "2s"));
        options.addAll(List.of(more));
        return world.run(new DnsCollector(), folder.resolve("state"), options.toArray(String[]::new));
    }

    private List<String> told() throws IOException {
        Files.writeString(folder.resolve("assay.yaml"), "state: [state]\n");
        Snapshot snapshot =
                Extractors.standard().scan(ScanRequest.of(folder).at(World.NOW)).snapshot();
        return snapshot.facts(DnsRecord.class).stream()
                .map(record -> record.name() + " " + record.type() + " " + record.exists() + " " + record.target() + " "
                        + record.wildcard() + " " + record.stage())
                .sorted()
                .toList();
    }

    private String written() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) all.append(Files.readString(file));
        }
        return all.toString();
    }

    @Test
    void real_server_tells_names_that_are_there_and_that_are_not() throws Exception {
        try (RealNamed named = RealNamed.of(folder, ZONE)) {
            CollectSummary summary = collect(
                    named.port,
                    "stage",
                    "production",
                    "type",
                    "CNAME",
                    "type",
                    "a",
                    "name",
                    "billing.example.test",
                    "name",
                    "orders.example.test",
                    "name",
                    "pr-7.preview.example.test");
            assertThat(summary.complete()).isTrue();
        }
        assertThat(told())
                .containsExactly(
                        "billing.example.test A true 192.0.2.30 false prod",
                        "billing.example.test A true 192.0.2.31 false prod",
                        "billing.example.test CNAME true lb.example.test false prod",
                        "orders.example.test A false null false prod",
                        "orders.example.test CNAME false null false prod",
                        "pr-7.preview.example.test A true 192.0.2.99 true prod",
                        "pr-7.preview.example.test CNAME false null false prod");
        assertThat(written()).contains("\"resolver\": \"127.0.0.1:").contains("lb.example.test.");
    }

    @Test
    void server_that_refuses_or_fails_says_nothing_about_a_name() throws Exception {
        try (RealNamed named = RealNamed.of(folder, ZONE)) {
            collect(
                    named.port,
                    "type",
                    "A",
                    "name",
                    "www.example.org",
                    "name",
                    "www.broken.test",
                    "name",
                    "lb.example.test");
        }
        assertThat(told())
                .containsExactly(
                        "lb.example.test A true 192.0.2.30 false null", "lb.example.test A true 192.0.2.31 false null");
        assertThat(written()).contains("\"rcode\": \"REFUSED\"", "\"rcode\": \"SERVFAIL\"");
    }

    @Test
    void resolver_that_is_not_there_leaves_a_failed_entry() throws Exception {
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        CollectSummary summary = collect(port, "name", "billing.example.test");
        assertThat(summary.complete()).isFalse();
        assertThat(summary.lines().get(0).reason())
                .isEqualTo("the resolver 127.0.0.1:" + port + " gave no answer to anything");
        assertThat(told()).isEmpty();
        assertThat(written()).contains("UNREACHABLE");
    }

    @Test
    void resolver_that_keeps_silent_leaves_a_failed_entry() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            CollectSummary summary = world.run(
                    new DnsCollector(),
                    folder.resolve("state"),
                    "resolver",
                    "127.0.0.1:" + silent.getLocalPort(),
                    "wait",
                    "1s",
                    "name",
                    "billing.example.test");
            assertThat(summary.complete()).isFalse();
        }
        assertThat(told()).isEmpty();
    }

    @Test
    void what_cannot_be_asked_is_refused_with_a_hint() {
        assertThatThrownBy(() -> collect(53, "name", "billing"))
                .isInstanceOf(CollectException.class)
                .hasMessage("--name: billing is no name with all its labels\n  Maybe billing.platform.example.org");
        assertThatThrownBy(() -> collect(53, "name", "a.b", "type", "ANY"))
                .hasMessage("--type: ANY is not asked for\n  Maybe one of A, AAAA, CNAME, MX, NS, TXT");
        assertThatThrownBy(() -> world.run(new DnsCollector(), folder, "name", "a.b", "resolver", "127.0.0.1:99999"))
                .hasMessage("--resolver: 127.0.0.1:99999 is no host with a port\n  Maybe 192.0.2.53:53");
        assertThatThrownBy(() -> world.run(new DnsCollector(), folder, "name", "a.b", "resolver", "none.invalid:53"))
                .hasMessage("--resolver: none.invalid is not known to this machine\n  Maybe its address");
    }
}
