check('catalogued') {
    takes { field text; property text }
    some ManifestField where { manifestField.field == arg.field && manifestField.value != null && !manifestField.placeholder } labelled 'the manifest says it'
    every ManifestField where { manifestField.field == arg.field } has anywhere(RegistryEntry) where {
        registryEntry.file == param.serviceCatalog && registryEntry.entry == subject.name &&
            registryEntry.values.contains(arg.property + manifestField.value)
    } labelled 'the catalogue says the same'
}
