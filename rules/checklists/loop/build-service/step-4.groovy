section('step-4', 'Step 4: routes') {
    item('route-metadata') {
        title    'Routes carry tags and a description'
        severity minor
        source   'Loop build-a-service guide, Step 4'
        appliesIf { use 'serves-routes' }
        some ApiOperation labelled 'there is an operation'
        every ApiOperation must {
            !apiOperation.tags.isEmpty() && !apiOperation.description.isBlank() && apiOperation.description != null
        } labelled 'every operation has a tag and a description'
        every Route where { !route.open } has ApiOperation where {
            apiOperation.key == route.key
        } labelled 'every route that is not public is described'
        fix      'Add tags and description where the route is defined.'
    }
    item('route-file') {
        title    'Routes lie in src/routes/<resource>.routes.ts'
        severity minor
        source   'Loop build-a-service guide, Step 4'
        appliesIf { use 'serves-routes' }
        every Route where { !route.open } must { route.file.glob(subject.directory + '/src/routes/*.routes.ts') }
        fails    "${route.key} is registered in ${route.file}"
        fix      'Move the route to src/routes/<resource>.routes.ts.'
    }
    item('typed-routes') {
        title    'Routes are typed with schemas'
        source   'Loop build-a-service guide, Step 4'
        appliesIf { use 'serves-routes' }
        every Route where { !route.open } must { route.typed }
        fails    "${route.key} is registered without schemas"
        fix      'Register the route with app.openapi(createRoute({ … }), handler).'
    }
    item('require-scope') {
        title    'Every route asks for a scope'
        severity blocker
        source   'Loop build-a-service guide, Step 4'
        appliesIf {
            use 'serves-routes'
            use 'known-public-paths'
        }
        use 'scoped-routes'
    }
    item('scope-constant') {
        title    'Scopes are those of the scopes package'
        source   'Loop build-a-service guide, Step 4'
        appliesIf { use 'serves-routes' }
        use 'exported-scopes'
    }
    item('request-schema') {
        title    'Inputs are read validated'
        severity minor
        source   'Loop build-a-service guide, Step 4'
        appliesIf { use 'serves-routes' }
        every Route where { !route.open } hasNo HandlerCall where {
            handlerCall.route == route.key &&
                handlerCall.callee =~ '(^|\\.)req\\.(param|query|queries|json|parseBody|formData|text)$'
        }
        fails    "the handler of ${handlerCall.route} reads ${handlerCall.callee} unvalidated"
        fix      'Declare the input in `request`, and read it with c.req.valid.'
    }
    item('response-schemas') {
        title    'Each status a handler answers with is described'
        severity minor
        source   'Loop build-a-service guide, Step 4'
        appliesIf { use 'serves-routes' }
        every HandlerCall where {
            handlerCall.file.contains('/src/routes/') && (handlerCall.name in ['json', 'body', 'text', 'html']) && !handlerCall.callee.contains('req.')
        } has ApiResponse where {
            apiResponse.operation == handlerCall.route &&
                (handlerCall.arguments.contains(apiResponse.status) || (handlerCall.arguments.size() == 1 && apiResponse.status == '200'))
        }
        fails    "the handler of ${handlerCall.route} answers with a status that its description does not list: ${handlerCall.arguments}"
        fix      'Add the answer to `responses` of the route.'
    }
    item('error-shape') {
        title    'Answers that report an error have error and message'
        severity minor
        source   'Loop build-a-service guide, Step 4'
        every ErrorPath unresolved { !errorPath.bodyKnown && !errorPath.bodyKeys.containsAll(['error', 'message']) } must {
            errorPath.bodyKeys.containsAll(['error', 'message'])
        }
        fails    "${errorPath.file} answers ${errorPath.status} with ${errorPath.bodyKeys}, not with error and message"
        fix      "Answer with c.json({ error: 'code', message: '…' }, status)."
    }
    item('brand-from-auth') {
        title    'Handlers take the brand from the verified token'
        source   'Loop build-a-service guide, Step 4'
        appliesIf { use 'serves-routes' }
        every Route where { !route.open } hasNo HandlerCall where {
            handlerCall.route == route.key &&
                handlerCall.callee =~ '(^|\\.)req\\.(param|query|queries|header)$' &&
                handlerCall.arguments.containsAny(param.brandInputs)
        } labelled 'no brand is read from the request'
        every Route where { !route.open } hasNo HandlerCall where {
            handlerCall.route == route.key && handlerCall.arguments.containsAny(param.brandFromRequest)
        } labelled 'no brand of the request is handed on'
        every Route where { !route.open } has HandlerCall where { handlerCall.route == route.key } unresolved {
            !handlerCall.arguments.containsAny(param.brandFromToken)
        } labelled 'the brand of the token is handed on'
        fix      'Hand on auth.brand_id, which was verified.'
    }
    item('routes-factory') {
        title    'Routes are built by a function that is given the service'
        severity info
        source   'Loop build-a-service guide, Step 4'
        appliesIf { use 'serves-routes' }
        some Route where { !route.open } labelled 'a route that is not public is registered'
        every Route where { !route.open } has CodeCall where {
            codeCall.file == route.file && codeCall.enclosingFunction =~ '^create\\w*Routes$' &&
                codeCall.callee =~ '^(app|api|router|routes)\\.(openapi|get|post|put|patch|delete|all|on)$'
        } labelled 'a function create…Routes registers them'
        no ImportEdge where {
            importEdge.fromLayer == 'routes' && importEdge.toLayer == 'services' && !importEdge.typeOnly
        } labelled 'it does not build the service itself'
        fix      'Export a function create<Resource>Routes that takes the service and gives the app.'
    }
}
