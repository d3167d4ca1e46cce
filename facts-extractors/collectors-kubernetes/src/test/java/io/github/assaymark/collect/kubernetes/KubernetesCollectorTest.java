package io.github.assaymark.collect.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.github.assaymark.collect.CollectException;
import io.github.assaymark.collect.CollectRun;
import io.github.assaymark.collect.CollectSummary;
import io.github.assaymark.collect.Collector;
import io.github.assaymark.collect.EntryOutcome;
import io.github.assaymark.collect.Http;
import io.github.assaymark.collect.Surroundings;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads from the mock server of fabric8, which keeps what real Helm rendered. */
class KubernetesCollectorTest {
    /** Tells of every request; held, as a level is forgotten with its logger. */
    private static final Logger TALKATIVE = Logger.getLogger("io.fabric8.mockwebserver");

    static {
        TALKATIVE.setLevel(Level.WARNING);
    }

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    @TempDir
    Path repository;

    @TempDir
    Path charts;

    private CollectSummary collect(KubernetesCollector collector, String... options)
            throws IOException, InterruptedException {
        Files.createDirectories(repository.resolve("services/billing"));
        Files.writeString(repository.resolve("services/billing/service.yaml"), "name: billing\n");
        Files.writeString(repository.resolve("assay.yaml"), "state: [state]\n");
        Map<String, List<String>> given = new TreeMap<>();
        for (int i = 0; i < options.length; i += 2)
            given.computeIfAbsent(options[i], name -> new ArrayList<>()).add(options[i + 1]);
        Surroundings world = new Surroundings(
                name -> null,
                Clock.fixed(NOW, ZoneOffset.UTC),
                duration -> {},
                new Random(7),
                Http.Patience.DEFAULT,
                (stage, done, total) -> {});
        return new CollectRun(world).run(collector, given, repository.resolve("state"), Duration.ZERO);
    }

    private Snapshot facts() {
        return Extractors.standard().scan(ScanRequest.of(repository).at(NOW)).snapshot();
    }

    private String written() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(repository.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) all.append(Files.readString(file));
        }
        return all.toString();
    }

    private static KubernetesCollector of(KubernetesMockServer server) {
        return new KubernetesCollector(options -> client(server.getHostName(), server.getPort()));
    }

    private static KubernetesClient client(String host, int port) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                        .withMasterUrl("http://" + host + ":" + port)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    @Test
    void workloads_that_helm_rendered_are_read_without_any_secret() throws Exception {
        String rendered =
                new Helm(Chart.write(charts)).template().withName("loop").call();
        assertThat(rendered).contains("replicas: 3", "KANARI");
        KubernetesMockServer server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
        server.init();
        try (KubernetesClient client = client(server.getHostName(), server.getPort())) {
            client.load(new ByteArrayInputStream(rendered.getBytes(StandardCharsets.UTF_8)))
                    .inNamespace("production")
                    .create();
            client.apps()
                    .deployments()
                    .inNamespace("production")
                    .withName("billing")
                    .editStatus(deployment -> {
                        deployment.setStatus(new DeploymentStatusBuilder()
                                .withObservedGeneration(deployment.getMetadata().getGeneration())
                                .withReplicas(3)
                                .withUpdatedReplicas(3)
                                .withReadyReplicas(3)
                                .build());
                        return deployment;
                    });
            CollectSummary summary = collect(of(server), "namespace", "production");
            assertThat(summary.complete()).as(summary.toString()).isTrue();
        } finally {
            server.destroy();
        }
        Snapshot facts = facts();
        assertThat(facts.facts(Workload.class))
                .extracting(workload -> workload.key() + " " + workload.replicas() + " " + workload.ready() + " "
                        + workload.livenessPath() + " " + workload.readiness() + " " + workload.autoscaled() + " "
                        + workload.limited() + " " + workload.unprivileged())
                .containsExactlyInAnyOrder(
                        "prod:production/Deployment/billing 3 3 /healthz true true true true",
                        "prod:production/StatefulSet/ledger 1 -1 null false false false false");
        assertThat(facts.facts(ScalingPolicy.class))
                .extracting(scaling -> scaling.minimum() + "-" + scaling.maximum() + " " + scaling.metric())
                .containsExactly("2-7 cpu");
        assertThat(facts.facts(SecretState.class))
                .allMatch(secret -> secret.name().startsWith("billing-keys"));
        assertThat(written()).doesNotContain("KANARI");
    }

    @Test
    void list_that_is_denied_leaves_a_partial_entry() throws Exception {
        KubernetesMockServer server = new KubernetesMockServer(false);
        server.init();
        try {
            for (ClusterList list : ClusterList.all())
                server.expect()
                        .get()
                        .withPath(list.path("loop") + "?limit=500")
                        .andReturn(
                                list == ClusterList.AUTOSCALERS ? 403 : 200,
                                list == ClusterList.DEPLOYMENTS
                                        ? "{\"metadata\": {\"continue\": \"a b\"}, \"items\": []}"
                                        : list == ClusterList.AUTOSCALERS
                                                ? "{\"message\": \"KANARI\"}"
                                                : "{\"items\": []}")
                        .always();
            server.expect()
                    .get()
                    .withPath(ClusterList.DEPLOYMENTS.path("loop") + "?limit=500&continue=a+b")
                    .andReturn(
                            200,
                            "{\"items\": [{\"metadata\": {\"name\": \"billing\"}, \"spec\": {\"template\": {\"spec\":"
                                    + " {\"containers\": [{\"image\": \"b:1\"}]}}}}]}")
                    .always();
            CollectSummary summary = collect(of(server), "namespace", "loop");
            assertThat(summary.lines())
                    .extracting(line -> line.state() + " " + line.reason())
                    .containsExactly(EntryOutcome.State.PARTIAL
                            + " horizontalpodautoscalers: the cluster answered with HTTP 403");
        } finally {
            server.destroy();
        }
        assertThat(facts().facts(Workload.class)).extracting(Workload::name).containsExactly("billing");
        assertThat(written()).doesNotContain("KANARI");
    }

    @Test
    void cluster_that_denies_all_or_is_not_there_leaves_no_evidence() throws Exception {
        KubernetesMockServer server = new KubernetesMockServer(false);
        server.init();
        int port = server.getPort();
        String host = server.getHostName();
        try {
            for (ClusterList list : ClusterList.all())
                server.expect()
                        .get()
                        .withPath(list.path("") + "?limit=500")
                        .andReturn(403, "{}")
                        .always();
            assertThat(collect(of(server)).lines())
                    .extracting(line -> line.state() + " " + line.reason())
                    .containsExactly("DENIED deployments: the cluster answered with HTTP 403");
        } finally {
            server.destroy();
        }
        assertThat(collect(new KubernetesCollector(options -> client(host, port)))
                        .lines())
                .extracting(line -> line.state() + " " + line.reason())
                .containsExactly("FAILED deployments: no cluster can be reached there");
        assertThat(facts().facts(Workload.class)).isEmpty();
    }

    @Test
    void what_cannot_be_asked_is_refused_with_a_hint() {
        assertThatThrownBy(() -> collect(new KubernetesCollector(), "namespace", "No Such"))
                .isInstanceOf(CollectException.class)
                .hasMessage("--namespace: No Such is no name of one\n  Maybe loop-prod");
        assertThatThrownBy(() -> collect(new KubernetesCollector(), "context", "none-of-them"))
                .isInstanceOf(CollectException.class)
                .hasMessage("--context: no none-of-them is in the configuration of kubectl"
                        + "\n  Maybe see `kubectl config get-contexts`");
    }

    @Test
    void role_lists_what_is_asked_for_and_no_secret() throws Exception {
        assertThat(ClusterList.role()).doesNotContain("secret").contains("verbs: [list]");
        assertThat(Files.readString(Path.of("../../docs/collect-kubernetes-role.yaml")))
                .isEqualTo(ClusterList.role());
        assertThat(ServiceLoader.load(Collector.class).stream()
                        .map(found -> found.type().getSimpleName()))
                .contains("KubernetesCollector");
        assertThat(String.join("\n", new KubernetesCollector().notes())).contains("name: assay-collect");
    }
}
