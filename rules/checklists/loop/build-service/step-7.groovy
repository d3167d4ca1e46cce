section('step-7', 'Step 7: description and SDK') {
    item('openapi-gen') {
        title    'Generation of the description runs'
        source   'Loop build-a-service guide, Step 7'
        appliesIf { use 'serves-routes' }
        use 'service-script', script: 'openapi:gen'
    }
    item('sdk-gen') {
        title    'Generation of the SDK runs'
        source   'Loop build-a-service guide, Step 7'
        appliesIf { use 'describes-api' }
        use 'clean-run', command: param.sdkCommand
    }
    item('committed') {
        title    'Generated description and SDK are committed and current'
        source   'Loop build-a-service guide, Step 7'
        appliesIf { use 'serves-routes' }
        some RepoFile where { repoFile.path == subject.directory + '/openapi.yaml' && repoFile.tracked } labelled 'openapi.yaml is committed'
        some anywhere(GeneratedArtifact) where {
            generatedArtifact.path.startsWith(param.sdkPackages + subject.name + '/') && generatedArtifact.tracked &&
                generatedArtifact.inputs.contains(subject.directory + '/openapi.yaml') &&
                (generatedArtifact.current == null || generatedArtifact.current == true) &&
                (generatedArtifact.intact == null || generatedArtifact.intact == true)
        } unresolved { generatedArtifact.current == null } labelled 'the SDK is committed, and made from openapi.yaml as it is'
        use 'service-script', script: 'openapi:gen', clean: true labelled 'openapi.yaml is what the code gives'
        use 'clean-run', command: param.sdkCommand labelled 'the SDK is what openapi.yaml gives'
        fails    "the description or the SDK of ${subject.name} is not committed, or generating it anew changes files"
        fix      'Generate both, commit them, and export the runs of the generators with their `cleanTree`.'
    }
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
