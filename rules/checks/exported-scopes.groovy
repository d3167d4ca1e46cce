// Scopes are the ones that @platform/scopes exports.
check('exported-scopes') {
    every RouteGuard where { routeGuard.kind == SCOPE } unresolved { !routeGuard.resolved } has anywhere(ScopeDef) where {
        routeGuard.arguments.contains(scopeDef.scope)
    }
    fix 'Declare the scope in packages/scopes, and pass its constant to requireScope.'
}
