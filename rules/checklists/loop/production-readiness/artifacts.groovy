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
        use 'document-with-sections', path: 'RUNBOOK.md', sections: ['escalat'] labelled 'escalation'
        use 'document-with-sections', path: 'RUNBOOK.md', sections: ['incident'] labelled 'recent incidents'
        fails    "RUNBOOK.md of ${subject.name} lacks alarms, dashboards with a link, remediation, escalation or recent incidents"
        fix      'Write the missing section; a few true lines are enough, a heading or TBD is not.'
    }
    item('openapi-complete') {
        title    'Every route in openapi.yaml has a description and an example'
        severity blocker
        source   'Loop production readiness, Artifacts'
        appliesIf { use 'serves-routes' }
        use 'operations-described'
    }
}
