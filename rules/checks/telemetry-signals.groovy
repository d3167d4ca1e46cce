// OpenTelemetry starts with the service, under no condition, and sends all three signals.
check('telemetry-signals') {
    some TelemetryInit where {
        telemetryInit.tool == OPENTELEMETRY && telemetryInit.signals.containsAll(['logs', 'metrics', 'traces']) &&
            !telemetryInit.conditional && telemetryInit.first
    }
    fails "${subject.name} does not start OpenTelemetry with logs, metrics and traces"
    fix   'Start the SDK with an exporter of each signal before anything else is imported.'
}
