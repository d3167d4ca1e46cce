package io.github.assaymark.model.fact;

/** What telemetry is sent with. */
public enum TelemetryTool {
    /** OpenTelemetry. */
    OPENTELEMETRY,
    /** Sentry. */
    SENTRY,
    /** Anything else. */
    OTHER
}
