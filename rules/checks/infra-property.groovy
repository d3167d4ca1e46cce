// The fragment sets a property to something.
check('infra-property') {
    takes {
        pattern text
    }
    some InfraProperty where {
        infraProperty.file == subject.directory + '/infra.ts' && infraProperty.name =~ arg.pattern
    } unresolved { !infraProperty.resolved }
}
