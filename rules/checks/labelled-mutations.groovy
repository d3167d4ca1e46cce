// Every route that changes something says how the change is called in the audit record, whatever way its handler takes.
check('labelled-mutations') {
    anyOf('the handlers say it, or middleware does') {
        every Route where { route.mutation } has HandlerCall where {
            handlerCall.route == route.key && handlerCall.name == 'set' && handlerCall.arguments.contains('audit_event_type') &&
                handlerCall.arguments.size() == 2 && !handlerCall.arguments.containsAny(['undefined', 'null', '']) &&
                !handlerCall.conditional
        } labelled 'each handler sets audit_event_type'
        every Route where { route.mutation } has RouteGuard where {
            routeGuard.route == route.key && routeGuard.kind == AUDIT && routeGuard.effective && !routeGuard.arguments.isEmpty()
        } labelled 'middleware ahead of each handler sets it'
    }
    fix "Call c.set('audit_event_type', …) in the handler, before anything it may return."
}
