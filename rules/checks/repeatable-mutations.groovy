// Every route that changes something recognises a request that comes twice.
check('repeatable-mutations') {
    every Route where { route.mutation } has RouteGuard where {
        routeGuard.route == route.key && routeGuard.kind == IDEMPOTENCY && (routeGuard.effective || !routeGuard.resolved)
    } unresolved { !routeGuard.resolved }
    fails "${route.method} ${route.path} runs again when the same request comes twice"
    fix   'Register the idempotency middleware ahead of the route.'
}
