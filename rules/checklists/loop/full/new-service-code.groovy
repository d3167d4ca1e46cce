section('new-service-code', 'New service: code') {
    item('template-shape') {
        title    'Layout of the service is that of the template, and its logic sits in classes'
        source   'Loop full checklist, Code'
        no TemplateTrace labelled 'no name of the template is left'
        every PolicyValue where { policyValue.name == 'templateParts' } has RepoFile where {
            repoFile.path == subject.directory + '/' + policyValue.value
        } labelled 'each part the template brings along is there'
        every RepoFile where { repoFile.path.glob('**/src/{services/*.service,db/*.repository}.ts') } has ClassDecl where {
            classDecl.file == repoFile.path && classDecl.exported
        } labelled 'services and repositories are classes'
        fix      'Copy the part from services/_template, and let services and repositories export a class.'
    }
    item('manifest-complete') {
        title    'Service manifest fills its six mandatory fields'
        severity blocker
        source   'Loop full checklist, Code'
        use 'mandatory-fields'
    }
    item('openapi-described-with-examples') {
        title    'OpenAPI description covers every route with prose and an example'
        source   'Loop full checklist, Code'
        appliesIf { use 'serves-routes' }
        use 'operations-described'
    }
    item('require-scope') {
        title    'Each HTTP route asks for a scope'
        severity blocker
        source   'Loop full checklist, Code'
        appliesIf {
            use 'serves-routes'
            use 'known-public-paths'
        }
        use 'scoped-routes'
    }
    item('audit-on-mutation') {
        title    'Each route that changes something labels its audit record'
        severity blocker
        source   'Loop full checklist, Code'
        appliesIf { use 'serves-routes' }
        use 'labelled-mutations'
    }
    item('brand-id-column') {
        title    'Each table has the column of the brand'
        severity blocker
        source   'Loop full checklist, Code'
        appliesIf { use 'owns-tables' }
        use 'tenant-column', mandatory: false
    }
    item('idempotency-keys') {
        title    'Each route that changes something honours an idempotency key'
        source   'Loop full checklist, Code'
        appliesIf { use 'serves-routes' }
        use 'repeatable-mutations'
    }
    item('no-raw-fetch') {
        title    'Hosts of the platform are called through SDK clients only'
        source   'Loop full checklist, Code'
        use 'no-platform-fetch'
    }
    item('no-phi-in-logs') {
        title    'Logs never carry unmasked health data'
        severity blocker
        source   'Loop full checklist, Code'
        use 'safe-logs'
    }
    item('vendor-circuit-breaker') {
        title    'Calls of vendors go through a circuit breaker'
        source   'Loop full checklist, Code'
        use 'vendor-breakers'
    }
}
