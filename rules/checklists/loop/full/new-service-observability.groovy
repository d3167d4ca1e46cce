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
    item('sentry-dsn') {
        title    'Sentry reports to an address of its own in each stage'
        phase    prePromotion
        source   'Loop full checklist, Observability'
        appliesIf { use 'runs-tasks' }
        use 'sentry-per-stage'
    }
    item('cloudwatch-alarms') {
        title    'Alarms watch error rate, p99 latency and dead letters'
        severity blocker
        phase    prePromotion
        source   'Loop full checklist, Observability'
        appliesIf { use 'runs-tasks' }
        use 'watching-alarms'
        fails    "${subject.name} lacks an alarm in production that is switched on and watches error rate, p99 latency or dead letters"
        fix      'Add or correct the alarm in infra.ts and deploy it; then export `aws cloudwatch describe-alarms` again.'
    }
    item('pager-routing') {
        title    'Critical alarms page a person, warnings go to the chat'
        phase    prePromotion
        source   'Loop full checklist, Observability'
        use 'routed-alarms'
    }
}
