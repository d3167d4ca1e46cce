check('has-hostname') {
    no ManifestField where {
        manifestField.field == 'hostname' && manifestField.value == 'none'
    } labelled 'the manifest does not say `hostname: none`'
}
