// Every route is in openapi.yaml, and every operation there has prose of its own and, where it has a body, an example.
check('operations-described') {
    some ApiSpec where { apiSpec.file == subject.directory + '/openapi.yaml' } labelled 'there is an openapi.yaml'
    some ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' } labelled 'it has operations'
    some Route where { !route.open } labelled 'a route that is not public is registered'
    every Route where { !route.open } has ApiOperation where {
        apiOperation.spec == subject.directory + '/openapi.yaml' && apiOperation.key == route.key
    } labelled 'every route that is not public is in it'
    every ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' } must {
        apiOperation.description.length() >= 10 && apiOperation.description != apiOperation.operationId &&
            !(apiOperation.description =~ '(?i)^\\W*(todo|tbd|fixme)\\b')
    } labelled 'every operation is described'
    every ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' && apiOperation.body } must {
        apiOperation.example
    } labelled 'every operation with a body has an example'
    fix 'Add description and example where the route is defined, and generate openapi.yaml anew.'
}
