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
        attested by: 'maintainer' labelled 'a maintainer states that every registered route is in openapi.yaml'
        fix      'Add tags and description where the route is defined.'
    }
}
