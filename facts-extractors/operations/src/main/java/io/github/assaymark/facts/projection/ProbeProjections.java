package io.github.assaymark.facts.projection;

import static io.github.assaymark.facts.projection.Projections.json;

import java.util.List;

/** What our own probes write: it holds nothing else in the first place. */
final class ProbeProjections {
    private ProbeProjections() {}

    static List<ExportProjection> all() {
        return List.of(
                json(
                        "dns.probes",
                        1,
                        "probes[].name",
                        "probes[].type",
                        "probes[].resolver",
                        "probes[].rcode",
                        "probes[].answers[]",
                        "probes[].aliases[]",
                        "probes[].wildcardSuspected",
                        "probes[].stage",
                        "probes[].at"),
                json(
                        "http.probes",
                        1,
                        "probes[].url",
                        "probes[].service",
                        "probes[].stage",
                        "probes[].status",
                        "probes[].latencyMs",
                        "probes[].tlsNotAfter",
                        "probes[].error",
                        "probes[].at"));
    }
}
