package io.github.assaymark.collect;

/** Routes and receivers of a running Alertmanager. */
public final class AlertmanagerCollector extends OneAnswerCollector {
    /** For {@link java.util.ServiceLoader}. */
    public AlertmanagerCollector() {
        super(
                "Alertmanager",
                "Routes and receivers of a running Alertmanager",
                "alertmanager.status",
                9093,
                "api",
                "v2",
                "status");
    }
}
