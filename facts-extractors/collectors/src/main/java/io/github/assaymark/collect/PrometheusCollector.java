package io.github.assaymark.collect;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** Rules that a running Prometheus evaluates. */
public final class PrometheusCollector implements Collector {
    private static final String KIND = "prometheus.rules";

    static final SecretVariable TOKEN =
            new SecretVariable("PROMETHEUS_TOKEN", "a token that is sent as `Authorization: Bearer`", false);

    /** For {@link java.util.ServiceLoader}. */
    public PrometheusCollector() {}

    @Override
    public String name() {
        return "prometheus";
    }

    @Override
    public String help() {
        return "Rules that a running Prometheus evaluates";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(Told.url("Prometheus").needed(), Told.SERVICE, Told.STAGE);
    }

    @Override
    public List<SecretVariable> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public String example() {
        return "--url http://localhost:9090 --stage prod --to state/prometheus";
    }

    @Override
    public String subject(CollectorOptions options) {
        return options.requiredUrl("url").toString();
    }

    @Override
    public Set<String> kinds(CollectorOptions options) {
        return Set.of(KIND);
    }

    @Override
    public void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        URI uri = Address.below(request.options().requiredUrl("url"))
                .path("api", "v1", "rules")
                .uri();
        AskedOnce.ask(
                request, writer, EntryRequest.of(KIND, Address.request(uri)), uri, AskedOnce.headers(request, TOKEN));
    }
}
