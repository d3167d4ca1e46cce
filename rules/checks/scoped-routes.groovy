// Every route that is not listed as public asks for a scope before its handler runs, and for one that exists.
check('scoped-routes') {
    some Route where { !route.open } labelled 'a route that is not public is registered'
    every Route where { !route.open } has RouteGuard where {
        routeGuard.route == route.key && routeGuard.kind == SCOPE && (routeGuard.effective || !routeGuard.resolved)
    } unresolved { !routeGuard.resolved } labelled 'a scope is asked for before the handler runs'
    use 'exported-scopes' labelled 'the scope exists'
    fix 'Register requireScope(SCOPES.…) ahead of the route, on a path that covers it and under no condition.'
}
