package io.github.assaymark.collect;

/** Rules that a running Prometheus evaluates. */
public final class PrometheusCollector extends OneAnswerCollector {
    /** For {@link java.util.ServiceLoader}. */
    public PrometheusCollector() {
        super(
                "Prometheus",
                "Rules that a running Prometheus evaluates",
                "prometheus.rules",
                9090,
                "api",
                "v1",
                "rules");
    }
}
