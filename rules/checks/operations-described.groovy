// Every operation has prose of its own and, where it has a body, an example. Routes are not read yet, so that none is
// missing in the description is stated by a maintainer.
check('operations-described') {
    some ApiSpec where { apiSpec.file == subject.directory + '/openapi.yaml' } labelled 'there is an openapi.yaml'
    some ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' } labelled 'it has operations'
    every ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' } must {
        apiOperation.description.length() >= 10 && apiOperation.description != apiOperation.operationId &&
            !(apiOperation.description =~ '(?i)^\\W*(todo|tbd|fixme)\\b')
    } labelled 'every operation is described'
    every ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' && apiOperation.body } must {
        apiOperation.example
    } labelled 'every operation with a body has an example'
    attested by: 'maintainer' labelled 'a maintainer states that every registered route is in openapi.yaml'
    fix 'Add description and example where the route is defined, generate openapi.yaml anew, and let a maintainer attest that no route is missing.'
}
