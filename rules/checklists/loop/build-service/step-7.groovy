section('step-7', 'Step 7: description and SDK') {
    item('sdk-typed-client') {
        title    'Package of the SDK has a method for each operation'
        source   'Loop build-a-service guide, Step 7'
        appliesIf { use 'serves-routes' }
        some anywhere(RepoFile) where { repoFile.path == param.sdkPackages + subject.name + '/package.json' } labelled 'the package is there'
        some ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' } labelled 'openapi.yaml has operations'
        anyOf('its client has a method for each operation') {
            every ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' } has anywhere(GeneratedArtifact) where {
                generatedArtifact.path.startsWith(param.sdkPackages + subject.name + '/src/') &&
                    generatedArtifact.names.contains(apiOperation.operationId)
            } labelled 'a generated module exports them'
            every ApiOperation where { apiOperation.spec == subject.directory + '/openapi.yaml' } has anywhere(ClassDecl) where {
                classDecl.file.startsWith(param.sdkPackages + subject.name + '/src/') && classDecl.exported &&
                    classDecl.methods.contains(apiOperation.operationId)
            } labelled 'an exported class has them'
        }
        fix      'Generate the SDK with `pnpm sdk:gen`, and commit it.'
    }
}
