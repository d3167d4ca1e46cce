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
    item('slo-alerts') {
        title    'Each service level has an alert that leads to its runbook'
        phase    prePromotion
        source   'Config Service readiness, Observability'
        some SloDef labelled 'service levels are defined'
        every SloDef has AlarmDef where {
            alarmDef.source == DEPLOYED && alarmDef.enabled &&
                (alarmDef.name == sloDef.name || alarmDef.expression.contains('"' + sloDef.name + '"'))
        } fresh 24.hours labelled 'an alert of each is switched on'
        every AlarmDef where { alarmDef.source == DEPLOYED && alarmDef.enabled } has DocSection where {
            alarmDef.runbook == param.repositoryUrl + docSection.key ||
                (alarmDef.runbook != null && !alarmDef.runbook.startsWith(param.repositoryUrl))
        } unresolved { !(alarmDef.runbook == param.repositoryUrl + docSection.key) } labelled 'each alert links a section that is there'
        fails    "${sloDef.name} has no alert that is switched on, or ${alarmDef.name} links ${alarmDef.runbook}, where nothing is"
        fix      'Write the alert with `runbook_url`, a section of a document of this repository, and export the rules of Prometheus.'
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
