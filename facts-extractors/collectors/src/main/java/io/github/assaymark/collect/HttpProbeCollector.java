package io.github.assaymark.collect;

import io.github.assaymark.facts.structured.JsonText;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks endpoints of health. Where the addresses come from is not known here, perhaps from the repository that is
 * judged: so hosts must be allowed one by one, and hosts inside of a network are never asked.
 */
public final class HttpProbeCollector implements Collector {
    private static final String KIND = "http.probes";

    private final HttpProbe.Addresses addresses;
    private final Predicate<InetAddress> allowed;
    private final SSLSocketFactory tls;

    /** For {@link java.util.ServiceLoader}: only public addresses, certificates as Java trusts them. */
    public HttpProbeCollector() {
        this(InetAddress::getAllByName, PublicAddress::is, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    HttpProbeCollector(HttpProbe.Addresses addresses, Predicate<InetAddress> allowed, SSLSocketFactory tls) {
        this.addresses = addresses;
        this.allowed = allowed;
        this.tls = tls;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String help() {
        return "Answers of endpoints of health: their status, never a body";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(
                CollectorOption.of("probe", CollectorOption.Type.URL, "URL", "An address to ask with GET")
                        .needed()
                        .repeated(),
                CollectorOption.of(
                                "allow",
                                CollectorOption.Type.TEXT,
                                "HOST",
                                "A host that may be asked, *.example.org for all below one; hosts of private networks never")
                        .needed()
                        .repeated(),
                CollectorOption.of("wait", CollectorOption.Type.DURATION, "TIME", "Wait no longer for an answer")
                        .otherwise("10s"),
                Told.SERVICE,
                Told.STAGE);
    }

    @Override
    public String example() {
        return "--probe https://billing.example.org/healthz --allow billing.example.org --stage prod --to state/http";
    }

    @Override
    public String subject(CollectorOptions options) {
        return Told.probed(options);
    }

    @Override
    public Set<String> kinds(CollectorOptions options) {
        return Set.of(KIND);
    }

    @Override
    public void collect(CollectRequest request, ExportWriter writer) throws InterruptedException {
        CollectorOptions options = request.options();
        for (URI url : options.urls("probe"))
            if (options.texts("allow").stream().noneMatch(host -> isAllowed(host, url.getHost())))
                throw new CollectException("--probe: " + url.getHost() + " is not allowed" + "\n  Maybe --allow "
                        + url.getHost() + ", when you mean this host to be asked");
        for (URI url : options.urls("probe")) {
            EntryRequest entry = EntryRequest.of(KIND, Address.request(url)).scope("url", url.toString());
            writer.entry(Told.scoped(entry, options), pages -> {
                Map<String, Object> probe = new LinkedHashMap<>(
                        new HttpProbe(request.clock(), options.requiredDuration("wait"), addresses, allowed, tls)
                                .ask(url));
                String service = options.text("service");
                if (service != null) probe.put("service", service);
                String stage = options.text("stage");
                if (stage != null) probe.put("stage", stage);
                pages.add(JsonText.of((Object) Map.of("probes", List.of(probe))));
            });
        }
    }

    private static boolean isAllowed(String pattern, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String of = pattern.toLowerCase(Locale.ROOT);
        return of.startsWith("*.")
                ? name.endsWith(of.substring(1)) && name.length() > of.length() - 1
                : name.equals(of);
    }
}
