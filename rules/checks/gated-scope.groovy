// A scope that opens health data asks for a signed agreement wherever it opens a route.
check('gated-scope') {
    some anywhere(ScopeDef) where { scopeDef.key == subject.key && scopeDef.baaRequired } labelled 'the scope is declared to need an agreement'
    every anywhere(RouteGuard) where {
        routeGuard.kind == SCOPE && (routeGuard.arguments.contains(subject.scope) || !routeGuard.resolved)
    } unresolved { !routeGuard.resolved } has anywhere(RouteGuard), as: 'gate' where {
        gate.owner == routeGuard.owner && gate.route == routeGuard.route && (gate.name in param.baaGates) &&
            (gate.effective || !gate.resolved)
    } unresolved { !gate.resolved } labelled 'each route it opens is behind the gate'
    fails "${subject.scope} opens a route without the gate for a signed agreement, or is not declared to need one"
    fix   'Set `baaRequired` for the scope, and register the gate ahead of each route it opens.'
}
