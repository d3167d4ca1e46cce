// The six fields every manifest of the platform must fill.
check('mandatory-fields') {
    use 'readable-manifest'
    some ManifestField where {
        manifestField.field == 'name' && manifestField.value == subject.name
    } labelled 'name is the name of the directory'
    use 'manifest-field', field: 'owner' labelled 'owner'
    some ManifestField where {
        manifestField.field =~ '^(on_call|on-call|oncall)(\\.primary)?$' && manifestField.shape == TEXT &&
            !manifestField.placeholder && !manifestField.value.isBlank()
    } labelled 'on-call'
    use 'manifest-field', field: 'status' labelled 'status'
    some ManifestField where {
        (manifestField.field in ['brand_scope', 'data.brand_scope']) && manifestField.shape == LIST && manifestField.size > 0 &&
            !manifestField.placeholder
    } labelled 'brand_scope'
    some ManifestField where {
        manifestField.field.startsWith('contracts.') && manifestField.shape != NOTHING && !manifestField.placeholder
    } labelled 'contracts'
    fails "the manifest of ${subject.name} lacks a real value for name, owner, on-call, status, brand_scope or contracts"
    fix   'Fill the missing field in service.yaml; an empty value or one of the template does not count.'
}
