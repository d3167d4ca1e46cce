section('artifacts', 'Artifacts') {
    item('manifest-complete-stable') {
        title    'Service manifest is complete and says stable'
        severity blocker
        source   'Loop production readiness, Artifacts'
        use 'mandatory-fields'
        some ManifestField where {
            manifestField.field == 'status' && manifestField.value == 'stable'
        } labelled 'status is stable'
        fix      'Fill the missing field, and write `status: stable` in the change that promotes the service.'
    }
    item('readme') {
        title    'README at the root of the service tells how to run it locally'
        source   'Loop production readiness, Artifacts'
        use 'run-locally'
    }
    item('runbook') {
        title    'Runbook covers alarms, dashboards, remediation, escalation and recent incidents'
        source   'Loop production readiness, Artifacts'
        use 'runbook'
        use 'written-section', file: 'RUNBOOK.md', topic: 'escalation', heading: '(?i)\\bescalat' labelled 'escalation'
        use 'written-section', file: 'RUNBOOK.md', topic: 'recent incidents', heading: '(?i)\\bincident' labelled 'recent incidents'
    }
    item('openapi-complete') {
        title    'Every route in openapi.yaml has a description and an example'
        severity blocker
        source   'Loop production readiness, Artifacts'
        appliesIf { use 'serves-routes' }
        use 'operations-described'
    }
}
