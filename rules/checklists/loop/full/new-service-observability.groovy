section('new-service-observability', 'New service: observability') {
    item('otel-signals') {
        title    'Logs, traces and metrics are sent by OpenTelemetry'
        phase    prePromotion
        source   'Loop full checklist, Observability'
        appliesIf { use 'runs-tasks' }
        use 'telemetry-signals'
    }
    item('otel-service-name') {
        title    'Telemetry names the service'
        severity minor
        phase    prePromotion
        source   'Loop full checklist, Observability'
        use 'telemetry-name'
    }
}
