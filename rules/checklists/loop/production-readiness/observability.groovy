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
    item('sentry-dsn') {
        title    'Sentry reports to an address of its own in each stage'
        phase    prePromotion
        source   'Loop production readiness, Observability'
        appliesIf { use 'runs-tasks' }
        use 'sentry-per-stage'
    }
    item('cloudwatch-alarms') {
        title    'Alarms go off above 1 % of errors, 1 s of p99 latency and the first dead letter'
        severity blocker
        phase    prePromotion
        source   'Loop production readiness, Observability'
        appliesIf { use 'runs-tasks' }
        use 'alarms-in-time'
        fails    "${subject.name} lacks an alarm in production that is switched on and goes off by 1 % of errors, 1 s of p99 latency or the first dead letter"
        fix      'Add or correct the alarm in infra.ts and deploy it; then export `aws cloudwatch describe-alarms` again.'
    }
    item('pager-routing') {
        title    'Critical alarms page a person, warnings go to the chat'
        phase    prePromotion
        source   'Loop production readiness, Observability'
        use 'routed-alarms'
    }

    item('structured-logs') {
        title    'Logs of requests carry the six agreed fields and no health data'
        phase    prePromotion
        source   'Loop production readiness, Observability'
        appliesIf { use 'serves-routes' }
        some TelemetrySeen where {
            telemetrySeen.signal == 'logs' && telemetrySeen.stage == 'staging' && telemetrySeen.count > 0 &&
                telemetrySeen.fields.containsAll(['request_id', 'route', 'status', 'duration_ms', 'client_id', 'brand_id'])
        } fresh 24.hours labelled 'a sample of staging has the six fields'
        no TelemetrySeen where {
            telemetrySeen.signal == 'logs' && telemetrySeen.fields.containsAny(param.healthFields)
        } labelled 'no sample has a field of health data'
        fails    "logs of ${subject.name} lack one of request_id, route, status, duration_ms, client_id and brand_id, or hold health data"
        fix      'Log requests by the logger of the platform, and export a sample of the logs of staging.'
    }
}
