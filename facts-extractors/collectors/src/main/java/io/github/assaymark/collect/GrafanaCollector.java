package io.github.assaymark.collect;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Dashboards and alert rules of Grafana (its HTTP API). */
public final class GrafanaCollector implements Collector {
    private static final String SEARCH = "grafana.search";
    private static final String DASHBOARD = "grafana.dashboard";
    private static final String RULES = "grafana.alert-rules";
    private static final int LIMIT = 5000;

    static final SecretVariable TOKEN =
            new SecretVariable("GRAFANA_TOKEN", "a token of a service account that may view", false);

    /** For {@link java.util.ServiceLoader}. */
    public GrafanaCollector() {}

    @Override
    public String name() {
        return "grafana";
    }

    @Override
    public String help() {
        return "Dashboards and alert rules of Grafana";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(
                Told.url("Grafana").needed(),
                CollectorOption.of(
                                "dashboard",
                                CollectorOption.Type.TEXT,
                                "UID",
                                "The panels of this dashboard, which the list of all dashboards does not tell")
                        .repeated(),
                CollectorOption.flag("alert-rules", "Alert rules too; only editors may read them"),
                Told.SERVICE,
                Told.STAGE);
    }

    @Override
    public List<SecretVariable> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public String example() {
        return "--url https://grafana.example.org --dashboard UID --to state/grafana";
    }

    @Override
    public String subject(CollectorOptions options) {
        return options.requiredUrl("url").toString();
    }

    @Override
    public Set<String> kinds(CollectorOptions options) {
        Set<String> kinds = new TreeSet<>(Set.of(SEARCH));
        if (!options.texts("dashboard").isEmpty()) kinds.add(DASHBOARD);
        if (options.flag("alert-rules")) kinds.add(RULES);
        return kinds;
    }

    @Override
    public void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        URI base = request.options().requiredUrl("url");
        Map<String, String> headers = AskedOnce.headers(request, TOKEN);
        URI search = Address.below(base)
                .path("api", "search")
                .query("type", "dash-db")
                .query("limit", String.valueOf(LIMIT))
                .uri();
        AskedOnce.ask(request, writer, EntryRequest.of(SEARCH, Address.request(search)), search, headers);
        for (String uid : request.options().texts("dashboard")) {
            URI uri = Address.below(base).path("api", "dashboards", "uid", uid).uri();
            EntryRequest entry =
                    EntryRequest.of(DASHBOARD, Address.request(uri)).scope("dashboard", uid);
            AskedOnce.ask(request, writer, entry, uri, headers);
        }
        if (!request.options().flag("alert-rules")) return;
        URI rules = Address.below(base)
                .path("api", "v1", "provisioning", "alert-rules")
                .uri();
        AskedOnce.ask(request, writer, EntryRequest.of(RULES, Address.request(rules)), rules, headers);
    }
}
