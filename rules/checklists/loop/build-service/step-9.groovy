section('step-9', 'Step 9: documents') {
    item('readme') {
        title    'README has purpose, entry points and local run'
        source   'Loop build-a-service guide, Step 9'
        use 'described'
        some DocSection where {
            docSection.document == subject.directory + '/README.md' && docSection.listItems > 0 && docSection.placeholders == 0 &&
                docSection.heading =~ '(?i)(entry ?points?|key files|code map|where to (start|look)|structure|layout)'
        } labelled 'a list of entry points'
        use 'run-locally'
        fails    "README.md of ${subject.name} does not say what the service is, where it begins and how to run it"
    }
    item('runbook') {
        title    'Runbook covers alarms, dashboards and remediation'
        source   'Loop build-a-service guide, Step 9'
        use 'runbook'
    }
}
