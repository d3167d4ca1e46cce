// False only when the manifest says that there is no API, and no source registers a route.
check('serves-routes') {
    anyOf('the service has routes') {
        no ManifestField where {
            manifestField.field == 'contracts.openapi' && manifestField.value == 'none'
        } labelled 'the manifest does not say `contracts.openapi: none`'
        some Route labelled 'a source registers a route'
    }
}
