check('guard-order') {
    takes {
        first text
        second text
    }
    anyOf('the stages stand in their order') {
        no RouteGuard where { routeGuard.route == subject.key && routeGuard.name.lower().contains(arg.second) }
        every RouteGuard where {
            routeGuard.route == subject.key && routeGuard.name.lower().contains(arg.second)
        } hasNo RouteGuard, as: 'earlier' where {
            earlier.route == subject.key && earlier.name.lower().contains(arg.first) && earlier.order > routeGuard.order
        }
    }
}
