section('observability', 'Observability') {
    item('otel-signals') {
        title    'Logs, traces and metrics are sent by OpenTelemetry'
        phase    prePromotion
        source   'Loop production readiness, Observability'
        appliesIf { use 'runs-tasks' }
        use 'telemetry-signals'
    }
    item('otel-service-name') {
        title    'Telemetry names the service'
        severity minor
        phase    prePromotion
        source   'Loop production readiness, Observability'
        use 'telemetry-name'
    }
}
