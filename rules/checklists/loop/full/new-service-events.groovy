section('new-service-events', 'New service: events') {
    item('published-registered') {
        title    'Events the service publishes stand in the registry of schemas'
        severity blocker
        source   'Loop full checklist, Events'
        appliesIf { use 'publishes-events' }
        use 'registered-events'
    }
    item('subscribed-handler-files') {
        title    'Each event the service consumes has its handler module'
        severity blocker
        source   'Loop full checklist, Events'
        appliesIf { use 'consumes-events' }
        use 'handled-events'
    }
    item('outbox-same-tx') {
        title    'Events leave with the transaction of the change they tell of'
        severity blocker
        source   'Loop full checklist, Events'
        appliesIf { use 'publishes-events' }
        use 'transactional-events'
    }
    item('consumer-dedupe') {
        title    'Handlers ignore repeated events, told by event id and handler'
        source   'Loop full checklist, Events'
        appliesIf { use 'consumes-events' }
        use 'deduped-handlers'
    }
}
