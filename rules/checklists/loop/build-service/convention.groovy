section('convention', 'Convention checks named in the guide') {
    item('require-scope-enforcement') {
        title    'Convention check require-scope-enforcement holds'
        severity blocker
        source   'Loop build-a-service guide, Step 4'
        appliesIf {
            use 'serves-routes'
            use 'known-public-paths'
        }
        use 'scoped-routes'
    }
    item('event-handler-file-required') {
        title    'Convention check event-handler-file-required holds'
        severity blocker
        source   'Loop build-a-service guide, Step 5'
        appliesIf { use 'consumes-events' }
        use 'handled-events'
    }
    item('service-runbook-required') {
        title    'Convention check service-runbook-required holds'
        source   'Loop build-a-service guide, Step 9'
        use 'runbook'
    }
}
