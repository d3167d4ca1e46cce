package io.github.assaymark.collect;

import io.github.assaymark.facts.structured.JsonText;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xbill.DNS.ResolverConfig;

/**
 * Asks one resolver for names. Which resolver answered is part of what is written, as others may answer otherwise, and
 * beside each name one is asked for that nobody can have set: where it is answered too, the answer proves nothing.
 */
public final class DnsCollector implements Collector {
    private static final String KIND = "dns.probes";
    private static final Set<String> TYPES = Set.of("A", "AAAA", "CNAME", "MX", "NS", "TXT");

    /** A host or an address with or without a port; an address of IPv6 stands in brackets before a port. */
    private static final Pattern RESOLVER =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}\\]|[A-Za-z0-9.-]{1,253})(?::(\\d{1,5}))?");

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,62}");

    /** For {@link java.util.ServiceLoader}. */
    public DnsCollector() {}

    @Override
    public String name() {
        return "dns";
    }

    @Override
    public String help() {
        return "What a resolver answers for names, and whether it answers for any name beside them";
    }

    @Override
    public List<CollectorOption> options() {
        return List.of(
                CollectorOption.of("name", CollectorOption.Type.TEXT, "NAME", "A name to ask for, with all its labels")
                        .needed()
                        .repeated(),
                CollectorOption.of(
                                "type",
                                CollectorOption.Type.TEXT,
                                "TYPE",
                                "A type of records to ask for: A, AAAA, CNAME, MX, NS or TXT")
                        .repeated()
                        .otherwise("CNAME"),
                CollectorOption.of(
                        "resolver",
                        CollectorOption.Type.TEXT,
                        "HOST:PORT",
                        "The resolver to ask; the first one of this machine where none is given"),
                CollectorOption.of("wait", CollectorOption.Type.DURATION, "TIME", "Wait no longer for an answer")
                        .otherwise("5s"),
                Told.SERVICE,
                Told.STAGE);
    }

    @Override
    public String example() {
        return "--name billing.platform.example.org --type CNAME --type A --stage prod --to state/dns";
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
        List<String> types = new ArrayList<>();
        for (String type : options.texts("type")) {
            String upper = type.toUpperCase(Locale.ROOT);
            if (!TYPES.contains(upper))
                throw new CollectException(
                        "--type: " + type + " is not asked for\n  Maybe one of A, AAAA, CNAME, MX, NS, TXT");
            types.add(upper);
        }
        for (String name : options.texts("name"))
            if (!isWhole(name))
                throw new CollectException("--name: " + name + " is no name with all its labels"
                        + "\n  Maybe billing.platform.example.org");
        InetSocketAddress resolver = resolver(options);
        String shown = resolver.getHostString() + (resolver.getPort() == 53 ? "" : ":" + resolver.getPort());
        EntryRequest entry = EntryRequest.of(KIND, "ask " + shown + " for " + String.join(", ", options.texts("name")))
                .scope("resolver", shown);
        writer.entry(Told.scoped(entry, options), pages -> {
            DnsProbes probes = new DnsProbes(
                    resolver, shown, options.requiredDuration("wait"), request.clock(), options.text("stage"));
            List<Map<String, Object>> answers = new ArrayList<>();
            for (String name : options.texts("name")) for (String type : types) answers.add(probes.ask(name, type));
            if (probes.unanswered())
                throw new CollectFailure(
                        CollectFailure.Code.UNREACHABLE, "the resolver " + shown + " gave no answer to anything");
            pages.add(JsonText.of((Object) Map.of("probes", answers)));
        });
    }

    /** Whether it has labels below a domain; it may end with the dot of the root. */
    private static boolean isWhole(String name) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        String[] labels = plain.split("\\.", -1);
        return plain.length() < 254
                && labels.length > 1
                && Stream.of(labels).allMatch(label -> LABEL.matcher(label).matches());
    }

    private static InetSocketAddress resolver(CollectorOptions options) {
        String text = options.text("resolver");
        if (text == null) {
            InetSocketAddress own = ResolverConfig.getCurrentConfig().server();
            if (own == null)
                throw new CollectException("this machine names no resolver\n  Maybe --resolver 192.0.2.53");
            return own;
        }
        Matcher parts = RESOLVER.matcher(text);
        int port = !parts.matches() ? -1 : parts.group(2) == null ? 53 : Integer.parseInt(parts.group(2));
        if (port < 1 || port > 65535)
            throw new CollectException("--resolver: " + text + " is no host with a port\n  Maybe 192.0.2.53:53");
        try {
            return new InetSocketAddress(InetAddress.getByName(parts.group(1)), port);
        } catch (UnknownHostException e) {
            throw new CollectException(
                    "--resolver: " + parts.group(1) + " is not known to this machine\n  Maybe its address");
        }
    }
}
