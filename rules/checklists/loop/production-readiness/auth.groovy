section('auth', 'Access') {
    item('require-scope') {
        title    'Every route that is not public asks for a scope'
        severity blocker
        source   'Loop production readiness, Auth'
        appliesIf {
            use 'serves-routes'
            use 'known-public-paths'
        }
        use 'scoped-routes'
    }
    item('public-paths') {
        title    'Public paths are listed, and are health and well-known paths only'
        severity blocker
        source   'Loop production readiness, Auth'
        appliesIf { use 'known-public-paths' }
        every Route where { route.open } must {
            route.path == '/healthz' || route.path.startsWith('/.well-known/')
        } labelled 'each public route is a health or well-known path'
        every RegistryEntry where { registryEntry.registry == 'publicPaths' } must {
            registryEntry.entry == '/healthz' || registryEntry.entry =~ '^/\\.well-known/[\\w./-]+$'
        } labelled 'so is each listed path'
        every Route where { !route.open } has RouteGuard where {
            routeGuard.route == route.key && routeGuard.kind == SCOPE && (routeGuard.effective || !routeGuard.resolved)
        } unresolved { !routeGuard.resolved } labelled 'each route without a scope is listed'
        fix      'Take the path out of publicPaths, or ask for a scope.'
    }
    item('baa-gate') {
        title    'Scopes that open health data sit behind the gate for a signed agreement'
        severity blocker
        judges   ScopeDef
        source   'Loop production readiness, Auth'
        appliesIf {
            some anywhere(ScopeDef) where {
                scopeDef.key == subject.key && (scopeDef.phi || !scopeDef.classified)
            } unresolved { !scopeDef.classified } labelled 'the scope opens health data'
            some anywhere(RouteGuard) where {
                routeGuard.kind == SCOPE && (routeGuard.arguments.contains(subject.scope) || !routeGuard.resolved)
            } unresolved { !routeGuard.resolved } labelled 'a route asks for it'
        }
        use 'gated-scope'
    }
    item('m2m-client') {
        title    'Identity knows a client for machines where other services call this one'
        phase    prePromotion
        source   'Loop production readiness, Auth'
        appliesIf { use 'called-by-services' }
        use 'called-client'
    }
}
