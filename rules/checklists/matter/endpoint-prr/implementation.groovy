section('implementation', 'Implementation') {
    item('service-wiring') {
        title    'Service packages get Prisma and the emitter by typed Deps'
        judges   Service
        severity minor
        source   'Matter production-readiness review, Implementation'
        appliesIf {
            some ImportEdge where { importEdge.kind == PRODUCTION && !importEdge.typeOnly && importEdge.toContext.glob(param.servicePackages) }
        }
        every ImportEdge where {
            importEdge.kind == PRODUCTION && !importEdge.typeOnly && importEdge.toContext.glob(param.servicePackages)
        } has anywhere(ClassDecl) where {
            classDecl.file.startsWith(importEdge.toContext + '/') && classDecl.role == SERVICE && classDecl.injected.contains('Deps')
        } labelled 'a service class takes Deps'
        no anywhere(ImportEdge), as: 'database' where {
            database.kind == PRODUCTION && database.fromContext.glob(param.servicePackages) && database.toModule =~ 'prisma|database' && !database.typeOnly
        } labelled 'service packages import no client of the database'
        fails    "a service package is not wired by Deps"
        fix      'Give the service class one constructor parameter of type Deps, and import types only from the database package.'
    }
    item('handler-lines') {
        title    'Route handler has at most 50 lines'
        severity minor
        source   'Matter production-readiness review, Implementation'
        some Route where { route.key == subject.key } unresolved { route.handlerLines == null } labelled 'the code serves the operation'
        every Route where { route.key == subject.key } unresolved { route.handlerLines == null } must { route.handlerLines <= param.handlerLines }
        fails    "the handler of ${subject.key} is too long, or nothing serves it"
        fix      'Leave parsing, one call of the service and the answer in the handler; move the rest into the service.'
    }
    item('middleware-pipeline') {
        title    'The canonical middleware runs, all stages in their order'
        severity blocker
        source   'Matter production-readiness review, Implementation'
        some Route where { route.key == subject.key } labelled 'the code serves the operation'
        every PolicyValue where { policyValue.name == 'pipelineStages' } has RouteGuard where {
            routeGuard.route == subject.key && routeGuard.name.lower().contains(policyValue.value) && routeGuard.effective && routeGuard.kind != OTHER
        } unresolved { !routeGuard.resolved } labelled 'auth, scope, rate limit and audit always run'
        anyOf('it changes nothing, or the stages of changes run') {
            no ApiOperation where { apiOperation.key == subject.key && apiOperation.mutation } labelled 'it only reads'
            every PolicyValue where { policyValue.name == 'mutationStages' } has RouteGuard where {
                routeGuard.route == subject.key && routeGuard.name.lower().contains(policyValue.value) && routeGuard.effective &&
                    !(routeGuard.name.lower().contains('without')) && !(routeGuard.name.lower().contains('skip'))
            } unresolved { !routeGuard.resolved }
        }
        use 'guard-order', first: 'auth', second: 'scope'
        use 'guard-order', first: 'scope', second: 'ratelimit'
        use 'guard-order', first: 'ratelimit', second: 'idempotency'
        use 'guard-order', first: 'idempotency', second: 'dryrun'
        use 'guard-order', first: 'dryrun', second: 'audit'
        use 'guard-order', first: 'audit', second: 'event'
        use 'guard-order', first: 'ratelimit', second: 'audit'
        fails    "a stage of the pipeline of ${subject.key} is missing, conditional or out of order"
        fix      'Wrap the handler in the seven stages in their order; an operation that only reads needs auth, scope, rate limit and audit.'
    }
    item('pure-logic') {
        title    'Pure logic lies in the library and its tests run it'
        severity minor
        source   'Matter production-readiness review, Implementation'
        appliesIf {
            every HandlerReach where { handlerReach.route == subject.key } unresolved { handlerReach.files.isEmpty() } has anywhere(RepoFile) where {
                handlerReach.files.contains(repoFile.path) && repoFile.path.startsWith(param.primitives)
            } labelled 'the handler calls more than a service'
        }
        every HandlerReach where { handlerReach.route == subject.key } hasNo anywhere(ImportEdge) where {
            handlerReach.files.contains(importEdge.fromFile) && importEdge.fromFile.startsWith(param.primitives) &&
                !importEdge.typeOnly && ((importEdge.toModule in param.ioModules) || (importEdge.toPackage in param.ioModules))
        } labelled 'it imports nothing that reads or writes'
        every HandlerReach where { handlerReach.route == subject.key } hasNo anywhere(OutboundCall) where {
            handlerReach.files.contains(outboundCall.file) && outboundCall.file.startsWith(param.primitives)
        } labelled 'it calls no other system'
        every HandlerReach where { handlerReach.route == subject.key } has anywhere(CoverageReport) where {
            handlerReach.files.contains(coverageReport.scope) && coverageReport.scope.startsWith(param.primitives) && coverageReport.lines > 0.percent
        } at revision labelled 'tests of this commit run it'
        every HandlerReach where { handlerReach.route == subject.key } hasNo anywhere(CoverageReport) where {
            handlerReach.files.contains(coverageReport.scope) && coverageReport.scope.startsWith(param.primitives) &&
                coverageReport.sha == subject.sha && coverageReport.lines <= 0.percent
        } labelled 'no part of it is left out'
        fails    "what ${subject.key} calls in ${param.primitives} reads or writes, or no test runs it"
        fix      'Leave reading and writing to the service, and let vitest run the rest.'
    }
    item('architecture-lint') {
        title    'Architecture lint passes'
        severity major
        source   'Matter production-readiness review, Implementation'
        some anywhere(ToolRun) where { toolRun.tool == param.architectureLint } at revision labelled 'this commit was linted'
        every anywhere(ToolRun) where { toolRun.tool == param.architectureLint && toolRun.sha == subject.sha } must {
            toolRun.exitCode == 0 && toolRun.errors <= 0
        } labelled 'the lint is green'
        no anywhere(ImportEdge) where {
            importEdge.kind == PRODUCTION && !importEdge.typeOnly && importEdge.fromContext.glob(param.servicePackages) &&
                importEdge.toContext.glob(param.servicePackages) && importEdge.fromContext != importEdge.toContext
        } labelled 'no context imports another, but for types'
        no anywhere(QueryUse) where { queryUse.raw && !queryUse.file.startsWith(param.databasePackage) } labelled 'text of SQL stands in the database package only'
        fails    "the architecture lint is not green, or the code shows what it forbids"
        fix      'Move the query into the database package, and let contexts speak through the API.'
    }
}
