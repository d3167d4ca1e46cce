section('idempotency', 'Idempotency') {
    item('idempotency-key') {
        title    'Endpoints that change something accept an idempotency key'
        severity blocker
        source   'Loop production readiness, Idempotency'
        appliesIf { use 'serves-routes' }
        use 'repeatable-mutations'
    }
    item('event-dedupe') {
        title    'Handlers ignore repeated events, told by event id and handler'
        source   'Loop production readiness, Idempotency'
        appliesIf { use 'consumes-events' }
        use 'deduped-handlers'
    }
    item('cron-retry-safe') {
        title    'Endpoints a schedule calls may be called again'
        phase    prePromotion
        source   'Loop production readiness, Idempotency'
        appliesIf { some anywhere(BackgroundJob) where { backgroundJob.target == subject.name } labelled 'a job calls the service' }
        every anywhere(BackgroundJob) where { backgroundJob.target == subject.name } has Route where {
            route.path == backgroundJob.path
        } labelled 'the endpoint exists'
        anyOf('repeated requests are recognised, or somebody looked') {
            every anywhere(BackgroundJob) where { backgroundJob.target == subject.name } has RouteGuard where {
                routeGuard.route == backgroundJob.method + ' ' + backgroundJob.path && routeGuard.kind == IDEMPOTENCY && routeGuard.effective
            } labelled 'repeated requests are recognised'
            attested within: 365.days labelled 'somebody saw that a second call changes nothing'
        }
        fix      'Register the idempotency middleware ahead of the endpoint, or call it twice and attest that nothing changed.'
    }
}
