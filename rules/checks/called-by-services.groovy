// Another service names this one as a dependency, imports its SDK or calls its host.
check('called-by-services') {
    anyOf('another service calls this one') {
        some anywhere(ManifestField) where {
            manifestField.field =~ '^dependencies\\.\\d+$' && manifestField.value == subject.name && manifestField.owner != subject.owner
        } labelled 'a manifest names it'
        some anywhere(ImportEdge) where {
            importEdge.kind == PRODUCTION && importEdge.toPackage.endsWith('/sdk-' + subject.name) && importEdge.owner != subject.owner &&
                importEdge.owner != ''
        } labelled 'a service imports its SDK'
        some anywhere(OutboundCall) where {
            outboundCall.host == subject.name + '.' + param.platformDomain && outboundCall.owner != subject.owner && outboundCall.owner != ''
        } labelled 'a service calls its host'
    }
}
