section('new-service-docs', 'New service: documents') {
    item('readme') {
        title    'README explains the service and how to run it locally'
        source   'Loop full checklist, Docs'
        use 'described'
        use 'run-locally'
        fails    "README.md of ${subject.name} does not say what the service is and how to run it"
    }
    item('runbook') {
        title    'Runbook lists alarms, dashboards and remediation'
        source   'Loop full checklist, Docs'
        use 'runbook'
    }
    item('openapi-populated') {
        title    'OpenAPI description holds prose and an example for every route'
        source   'Loop full checklist, Docs'
        appliesIf { use 'serves-routes' }
        use 'operations-described'
    }
}
