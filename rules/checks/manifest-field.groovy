// The manifest has a text of the service's own for a key.
check('manifest-field') {
    takes {
        field text
    }
    use 'readable-manifest'
    some ManifestField where {
        manifestField.field == arg.field && manifestField.shape == TEXT && !manifestField.placeholder && !manifestField.value.isBlank()
    }
    fails "the manifest of ${subject.name} has no real text for ${arg.field}"
    fix   'Fill the key in service.yaml with a text of your own.'
}
