// False only when the manifest says that there is no API.
check('describes-api') {
    no ManifestField where {
        manifestField.field == 'contracts.openapi' && manifestField.value == 'none'
    } labelled 'the manifest does not say `contracts.openapi: none`'
}
