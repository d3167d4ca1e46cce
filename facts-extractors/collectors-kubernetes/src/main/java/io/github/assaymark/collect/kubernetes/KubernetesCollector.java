package io.github.assaymark.collect.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.github.assaymark.collect.CollectException;
import io.github.assaymark.collect.CollectRequest;
import io.github.assaymark.collect.Collector;
import io.github.assaymark.collect.CollectorOption;
import io.github.assaymark.collect.CollectorOptions;
import io.github.assaymark.collect.EntryRequest;
import io.github.assaymark.collect.ExportWriter;
import io.github.assaymark.collect.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks a cluster for its workloads and what scales them, with the credentials that {@code kubectl} would use. Secrets
 * are never asked for: that their names exist is known by workloads that could not have started without them.
 */
public final class KubernetesCollector implements Collector {
    private static final String KIND = "kubernetes.workloads";

    private final Function<CollectorOptions, KubernetesClient> clients;

    /** For {@link java.util.ServiceLoader}. */
    public KubernetesCollector() {
        this(KubernetesCollector::client);
    }

    /** One that asks another cluster than the one of the configuration. */
    KubernetesCollector(Function<CollectorOptions, KubernetesClient> clients) {
        this.clients = clients;
    }

    private static KubernetesClient client(CollectorOptions options) {
        Config found = Config.autoConfigure(options.text("context"));
        String context = options.text("context");
        boolean known = context == null || found.getContexts().stream().anyMatch(of -> context.equals(of.getName()));
        if (!known)
            throw new CollectException("--context: no " + context + " is in the configuration of kubectl"
                    + "\n  Maybe see `kubectl config get-contexts`");
        Config config = new ConfigBuilder(found)
                .withRequestTimeout(60_000)
                .withRequestRetryBackoffLimit(3)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public String help() {
        return "Workloads of a cluster with what scales them, and runs of its jobs";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(
                CollectorOption.of(
                        "context",
                        CollectorOption.Type.TEXT,
                        "NAME",
                        "A context of the configuration of kubectl; the current one where none is given"),
                CollectorOption.of(
                                "namespace",
                                CollectorOption.Type.TEXT,
                                "NAME",
                                "A namespace; all of the cluster where none is given")
                        .repeated(),
                Told.maxPages(200),
                Told.SERVICE,
                Told.STAGE);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(List.of("The role it needs, which lists no secret:"));
        ClusterList.role().lines().forEach(notes::add);
        return List.copyOf(notes);
    }

    @Override
    public String example() {
        return "--context prod --namespace loop --stage prod --to state/kubernetes";
    }

    @Override
    public String subject(CollectorOptions options) {
        return Told.subject(options, "context", "stage", "service");
    }

    @Override
    public Set<String> kinds(CollectorOptions options) {
        return Set.of(KIND);
    }

    @Override
    public void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        CollectorOptions options = request.options();
        List<String> namespaces = options.texts("namespace");
        for (String namespace : namespaces)
            if (!namespace.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"))
                throw new CollectException("--namespace: " + namespace + " is no name of one\n  Maybe loop-prod");
        try (KubernetesClient client = clients.apply(options)) {
            for (String namespace : namespaces.isEmpty() ? List.of("") : namespaces) {
                EntryRequest entry = EntryRequest.of(
                        KIND,
                        "list "
                                + ClusterList.all().stream()
                                        .map(ClusterList::plural)
                                        .collect(Collectors.joining(", ")));
                if (!namespace.isEmpty()) entry = entry.scope("namespace", namespace);
                entry = Told.with(entry, "context", options.text("context"));
                writer.entry(
                        Told.scoped(entry, options),
                        pages -> new ClusterRun(client, options.number("max-pages")).read(namespace, pages));
            }
        }
    }
}
