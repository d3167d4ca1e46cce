package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.DnsRecord;
import io.github.assaymark.model.fact.HealthProbe;
import io.github.assaymark.model.fact.StateSource;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Records of a zone of Cloudflare (Cloudflare API: DNS Records for a Zone), answers of resolvers and answers of
 * endpoints of health. A resolver that says that there is no such name is evidence; one that failed or refused is not.
 */
final class ProbeKinds {
    private ProbeKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                                "cloudflare.dns-records",
                                "records of a zone of Cloudflare",
                                "curl --header 'Authorization: Bearer TOKEN' 'https://api.cloudflare.com/client/v4/zones/ZONE/dns_records?per_page=5000'",
                                ExportKind.Format.JSON,
                                List.of("result[].name, type, content, proxied", "success, result_info.total_pages"),
                                List.of(DnsRecord.class),
                                ProbeKinds::zone)
                        .declaring(List.of(DnsRecord.class)),
                new ExportKind(
                        "dns.probes",
                        "answers of a resolver: a list `probes` of name, type, resolver, rcode, answers, aliases, wildcardSuspected, at",
                        "a program of yours that asks a resolver",
                        ExportKind.Format.JSON,
                        List.of("probes[].name, type, rcode, answers, aliases, wildcardSuspected, stage, at"),
                        List.of(DnsRecord.class),
                        ProbeKinds::answers),
                new ExportKind(
                        "http.probes",
                        "answers of endpoints of health: a list `probes` of url, service, stage, status, latencyMs, sha, at, or error",
                        "assay collect http --probe URL --allow HOST --to DIR, or a program of yours that asks for the URLs",
                        ExportKind.Format.JSON,
                        List.of("probes[].url without query and user, service, stage, status, latencyMs, sha, at"),
                        List.of(HealthProbe.class),
                        ProbeKinds::health));
    }

    /** A name in lower case, without the last dot. */
    static String domain(String name) {
        String lower = Exported.shown(name).toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** A name belongs to the service that its first label is the name of. */
    private static String owner(Exported file, String name) {
        int dot = name.indexOf('.');
        String named = file.owner(dot < 0 ? name : name.substring(0, dot));
        return file.entry().service() == null ? named : file.owner(file.entry().service());
    }

    /** A record that a zone is meant to hold. */
    static void declared(
            Exported file,
            Provenance place,
            String name,
            String type,
            String target,
            boolean proxied,
            @Nullable String stage) {
        boolean all = name.startsWith("*.");
        record(
                file,
                place,
                domain(name),
                Exported.shown(type.toUpperCase(Locale.ROOT)),
                Exported.shown(target),
                proxied,
                all,
                StateSource.DECLARED,
                stage,
                file.observedAt());
    }

    private static void record(
            Exported file,
            Provenance place,
            String name,
            String type,
            @Nullable String target,
            boolean proxied,
            boolean wildcard,
            StateSource source,
            @Nullable String named,
            Instant at) {
        String stage = file.stage(named);
        file.fact(new DnsRecord(
                file.key(name + "/" + type + (stage == null ? "" : "/" + stage) + "/" + source),
                owner(file, name),
                place,
                name,
                type,
                target,
                target != null,
                proxied,
                wildcard,
                stage,
                source,
                at));
    }

    private static void zone(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        List<JsonValue> pages = root.node().isList() ? root.items() : List.of(root);
        int most = 1;
        for (JsonValue page : pages) {
            if (page.get("result") == null || "false".equals(page.text("success"))) {
                file.gap(page, "it is no answer with a result");
                continue;
            }
            JsonValue info = page.get("result_info");
            if (info != null) most = Math.max(most, info.integer("total_pages", 1));
            for (JsonValue value : page.list("result")) {
                String name = file.required(value, "name");
                String type = file.required(value, "type");
                String target = file.required(value, "content");
                if (name == null || type == null || target == null) continue;
                declared(file, file.at(value), name, type, target, value.is("proxied"), value.text("stage"));
            }
        }
        if (pages.size() < most) file.gap("", "it holds " + pages.size() + " of " + most + " pages");
    }

    private static void answers(Exported file) {
        for (JsonValue value : file.elements("probes")) {
            String name = file.required(value, "name");
            String type = file.required(value, "type");
            String rcode = file.required(value, "rcode");
            if (name == null || type == null || rcode == null) continue;
            Instant at = value.get("at") == null ? file.observedAt() : file.requiredInstant(value, "at");
            if (at == null) continue;
            String code = rcode.toUpperCase(Locale.ROOT);
            if (!code.equals("NOERROR") && !code.equals("NXDOMAIN")) {
                file.gap(value, "the resolver did not say whether there is `" + domain(name) + "`: " + code);
                continue;
            }
            List<String> found = code.equals("NXDOMAIN")
                    ? List.of()
                    : value.texts("answers").isEmpty() ? value.texts("aliases") : value.texts("answers");
            boolean wildcard = value.is("wildcardSuspected");
            if (found.isEmpty())
                record(
                        file,
                        file.at(value),
                        domain(name),
                        type,
                        null,
                        false,
                        wildcard,
                        StateSource.DEPLOYED,
                        value.text("stage"),
                        at);
            for (String target : found)
                record(
                        file,
                        file.at(value),
                        domain(name),
                        type,
                        domain(target),
                        false,
                        wildcard,
                        StateSource.DEPLOYED,
                        value.text("stage"),
                        at);
        }
    }

    private static void health(Exported file) {
        for (JsonValue value : file.elements("probes")) {
            String url = value.text("url");
            String shown = url == null ? null : plain(url);
            if (shown == null) {
                file.gap(value, "it has no url such as https://billing.example.org/healthz");
                continue;
            }
            Instant at = value.get("at") == null ? file.observedAt() : file.requiredInstant(value, "at");
            int status = value.integer("status", 0);
            if (status != 0 && (status < 100 || status > 599)) {
                file.gap(value, "its status is none of HTTP");
                continue;
            }
            if (status == 0 && value.get("error") == null) {
                file.gap(value, "it has neither a status nor an error");
                continue;
            }
            if (at == null) continue;
            BigDecimal latency = value.decimal("latencyMs");
            String service = file.service(value.text("service"));
            String sha = value.text("sha");
            file.fact(new HealthProbe(
                    file.key(shown + "@" + at),
                    file.owner(service),
                    file.at(value),
                    service,
                    file.stage(value.text("stage")),
                    shown,
                    status,
                    latency == null ? null : new Quantity(latency, Quantity.Unit.MILLISECONDS),
                    sha == null ? file.entry().commit() : Exported.revision(sha),
                    at));
        }
    }

    /** The URL without user, query and fragment; null when it is none of HTTP. */
    private static @Nullable String plain(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme();
            if (uri.getHost() == null || scheme == null || !scheme.matches("(?i)https?")) return null;
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            return Exported.shown(
                    scheme.toLowerCase(Locale.ROOT) + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
