section('step-1', 'Step 1: scaffold') {
    item('scaffold-copied') {
        title    'Service lies below services/ and no name of the template is left in it'
        source   'Loop build-a-service guide, Step 1'
        some RepoFile where {
            repoFile.path.startsWith('services/' + subject.name + '/')
        } labelled 'it lies at services/<name>'
        no TemplateTrace labelled 'no name of the template is left'
        fails    "${templateTrace.file} still says ${templateTrace.text}"
        fix      'Move the service below services/ and replace what is left of the template.'
    }
    item('manifest-identity') {
        title    'Name, display name, owner and status are the own ones of the service'
        source   'Loop build-a-service guide, Step 1'
        forEach(['name', 'display_name', 'owner']) { key ->
            use 'manifest-field', field: key
            every ManifestField where { manifestField.field == key } hasNo anywhere(ManifestField), as: 'original' where {
                original.template && original.field == key && original.value == manifestField.value
            }
        }
        use 'manifest-field', field: 'status'
        fails    "the manifest of ${subject.name} lacks name, display_name, owner or status, or has the value of the template"
        fix      'Replace the values of the template in service.yaml.'
    }
    item('package-name') {
        title    'Package is named after the service'
        source   'Loop build-a-service guide, Step 1'
        some PackageManifest where {
            packageManifest.path == subject.directory + '/package.json' && packageManifest.name == param.packageScope + subject.name
        }
        fails    "package.json of ${subject.name} is not named ${param.packageScope}${subject.name}"
        fix      'Write the name with its scope into package.json.'
    }
    item('template-parts') {
        title    'Parts the template brings along are all there'
        source   'Loop build-a-service guide, Step 1'
        every PolicyValue where { policyValue.name == 'templateParts' } has RepoFile where {
            repoFile.path == subject.directory + '/' + policyValue.value
        } labelled 'barrels, schema and configuration'
        some RepoFile where { repoFile.path.startsWith(subject.directory + '/tests/') } labelled 'tests'
        some PackageManifest where {
            packageManifest.path == subject.directory + '/package.json' && packageManifest.scripts.contains('openapi:gen')
        } labelled 'the script that generates openapi.yaml'
        fix      'Copy the missing part from services/_template; an empty barrel is fine.'
    }
    item('entrypoint-updated') {
        title    'Entry point carries the name and the schema of the service'
        source   'Loop build-a-service guide, Step 1'
        no TemplateTrace where {
            templateTrace.file == subject.directory + '/src/index.ts'
        } labelled 'no name of the template is left in it'
        some CodeCall where {
            codeCall.file == subject.directory + '/src/index.ts' && codeCall.arguments.contains(subject.name)
        } labelled 'it names the service'
        anyOf('it names its schema, or has none') {
            allOf {
                some ManifestField where { manifestField.field =~ '^(data\\.)?schemas_owned\\.\\d+$' } labelled 'the manifest lists a schema'
                every ManifestField where { manifestField.field =~ '^(data\\.)?schemas_owned\\.\\d+$' } has CodeCall where {
                    codeCall.file == subject.directory + '/src/index.ts' && codeCall.arguments.contains(manifestField.value)
                } labelled 'it names each'
            }
            some ManifestField where {
                (manifestField.field in ['schemas_owned', 'data.schemas_owned']) && manifestField.shape == LIST && manifestField.size == 0
            } labelled 'the manifest says that there is none'
        }
        fails    "${subject.directory}/src/index.ts does not carry the name and the schemas of the service"
        fix      'Put the name and the schema of the service into src/index.ts.'
    }
}
