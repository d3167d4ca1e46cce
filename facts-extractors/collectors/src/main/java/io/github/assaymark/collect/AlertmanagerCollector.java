package io.github.assaymark.collect;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** Routes and receivers of a running Alertmanager. */
public final class AlertmanagerCollector implements Collector {
    private static final String KIND = "alertmanager.status";

    static final SecretVariable TOKEN =
            new SecretVariable("ALERTMANAGER_TOKEN", "a token that is sent as `Authorization: Bearer`", false);

    /** For {@link java.util.ServiceLoader}. */
    public AlertmanagerCollector() {}

    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public String help() {
        return "Routes and receivers of a running Alertmanager";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(Told.url("Alertmanager").needed(), Told.SERVICE, Told.STAGE);
    }

    @Override
    public List<SecretVariable> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public String example() {
        return "--url http://localhost:9093 --stage prod --to state/alertmanager";
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
                .path("api", "v2", "status")
                .uri();
        AskedOnce.ask(
                request, writer, EntryRequest.of(KIND, Address.request(uri)), uri, AskedOnce.headers(request, TOKEN));
    }
}
