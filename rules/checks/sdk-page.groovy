// The page of the SDK was made from openapi.yaml of the service as it is, was not changed by hand, and names every operation.
check('sdk-page') {
    some anywhere(GeneratedArtifact) where {
        generatedArtifact.path == param.sdkPages + '/' + subject.name + '.mdx' &&
            generatedArtifact.inputs.contains(subject.directory + '/openapi.yaml') &&
            (generatedArtifact.current == null || generatedArtifact.current == true) &&
            (generatedArtifact.intact == null || generatedArtifact.intact == true)
    } unresolved { generatedArtifact.current == null } labelled 'it was made from openapi.yaml as it is'
    some ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' } labelled 'openapi.yaml has operations'
    every ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' } has anywhere(Document) where {
        document.path == param.sdkPages + '/' + subject.name + '.mdx' && document.terms.contains(apiOperation.operationId)
    } labelled 'it names each operation'
    fails "the page of the SDK of ${subject.name} was not generated from openapi.yaml as it is"
    fix   'Generate the page; its front matter names the openapi.yaml it was made from, with the SHA-256 of its bytes.'
}
