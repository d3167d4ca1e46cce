// Every route that is not public is under the limit of a class of routes, and the class has one.
check('limited-routes') {
    every Route where { !route.open } has RouteGuard where {
        routeGuard.route == route.key && routeGuard.kind == RATE_LIMIT && (routeGuard.effective || !routeGuard.resolved)
    } unresolved { !routeGuard.resolved } labelled 'a limit is checked before the handler runs'
    every RouteGuard where { routeGuard.kind == RATE_LIMIT } unresolved { !routeGuard.resolved } has anywhere(RateLimitPolicy) where {
        routeGuard.arguments.contains(rateLimitPolicy.routeClass) && rateLimitPolicy.limit > 0
    } labelled 'the class of routes has a limit above zero'
    fix 'Register rateLimit(CLASS) ahead of the route, and give the class a limit in packages/limits.'
}
