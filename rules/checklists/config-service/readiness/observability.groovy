section('observability', 'Observability') {
    item('traces-staging') {
        title    'Tempo shows traces of staging'
        phase    afterStagingDeploy
        source   'Config Service readiness, Observability'
        some TelemetrySeen where {
            telemetrySeen.signal == 'traces' && telemetrySeen.stage == 'staging' && telemetrySeen.count > 0 &&
                telemetrySeen.at - telemetrySeen.lastSeen <= 24.hours
        } fresh 24.hours
        fails    "Tempo holds no trace of ${subject.name} in staging of the last day"
        fix      'Start the exporter, send a request, and export what Tempo finds.'
    }
    item('dashboard-overview') {
        title    'Grafana shows the dashboard Config Service Overview'
        severity minor
        phase    prePromotion
        source   'Config Service readiness, Observability'
        use 'live-dashboard', title: 'Config Service Overview'
    }
    item('dashboard-resolution') {
        title    'Grafana shows the dashboard Resolution Pipeline Breakdown'
        severity minor
        phase    prePromotion
        source   'Config Service readiness, Observability'
        use 'live-dashboard', title: 'Resolution Pipeline Breakdown'
    }
}
