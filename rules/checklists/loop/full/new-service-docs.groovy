section('new-service-docs', 'New service: documents') {
    item('readme') {
        title    'README explains the service and how to run it locally'
        source   'Loop full checklist, Docs'
        use 'described'
        use 'run-locally'
        fails    "README.md of ${subject.name} does not say what the service is and how to run it"
    }
    item('runbook') {
        title    'Runbook lists alarms, dashboards and remediation'
        source   'Loop full checklist, Docs'
        use 'runbook'
    }
    item('service-page-committed') {
        title    'Generated page of the service is in the repository and current'
        severity minor
        source   'Loop full checklist, Docs'
        some anywhere(RepoFile) where {
            repoFile.path == param.servicePages + '/' + subject.name + '.mdx' && repoFile.tracked && repoFile.bytes > 0
        } labelled 'it is committed'
        every anywhere(GeneratedArtifact) where {
            generatedArtifact.path == param.servicePages + '/' + subject.name + '.mdx'
        } must {
            (generatedArtifact.current == null || generatedArtifact.current == true) &&
                (generatedArtifact.intact == null || generatedArtifact.intact == true)
        } labelled 'its own record of what it was made from holds'
        use 'green-check', name: param.pageCheck labelled 'making it anew changes nothing'
        fails    "the page of ${subject.name} is not committed, or is not what the manifest gives"
        fix      'Run the generator of the pages and commit what it writes.'
    }
    item('openapi-populated') {
        title    'OpenAPI description holds prose and an example for every route'
        source   'Loop full checklist, Docs'
        appliesIf { use 'serves-routes' }
        use 'operations-described'
    }
    item('catalog-entry') {
        title    'Catalogue shows the true status, owner and on-call of the service'
        severity minor
        phase    prePromotion
        source   'Loop full checklist, Docs'
        some anywhere(RegistryEntry) where {
            registryEntry.file == param.serviceCatalog && registryEntry.entry == subject.name
        } labelled 'the catalogue lists the service'
        use 'catalogued', field: 'status', property: 'status='
        use 'catalogued', field: 'owner', property: 'owner='
        use 'catalogued', field: 'on_call.primary', property: 'onCall='
        every anywhere(RegistryEntry) where {
            registryEntry.file == param.serviceCatalog && registryEntry.entry == subject.name
        } has anywhere(TeamMember) where {
            teamMember.active && (registryEntry.values.contains('owner=' + teamMember.handle) || registryEntry.values.contains('owner=' + teamMember.team))
        } labelled 'its owner is known'
        every anywhere(RegistryEntry) where {
            registryEntry.file == param.serviceCatalog && registryEntry.entry == subject.name
        } has anywhere(TeamMember) where {
            teamMember.active && (registryEntry.values.contains('onCall=' + teamMember.handle) || registryEntry.values.contains('onCall=' + teamMember.team))
        } labelled 'whoever is on call is known'
        fails    "the catalogue does not say of ${subject.name} what service.yaml says, or names somebody who is not there"
        fix      'Write the catalogue anew from service.yaml, or correct that.'
    }
}
