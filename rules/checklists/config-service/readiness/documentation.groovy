section('documentation', 'Documentation') {
    item('all-docs') {
        title    'All 17 documents exist and none is a stub'
        severity blocker
        source   'Config Service readiness, Documentation'
        atLeast(17) of PolicyValue where { policyValue.name == 'requiredDocuments' } labelled 'the list names 17 documents'
        every PolicyValue where { policyValue.name == 'requiredDocuments' } has Document where {
            document.path == policyValue.value && document.words >= param.stubWords
        } labelled 'each document is more than a stub'
        every DocSection where { (docSection.document in param.requiredDocuments) } must {
            docSection.words > 0 || docSection.codeBlocks > 0 || docSection.listItems > 0
        } labelled 'no section is empty'
        no DocPlaceholder where {
            (docPlaceholder.document in param.requiredDocuments) &&
                (docPlaceholder.section == null || !(docPlaceholder.section =~ '(?i)^sign[- ]?off')) // rows nobody has signed yet
        } labelled 'nothing is to be determined'
        no DocField where {
            (docField.document in param.requiredDocuments) && docField.field == 'status' && docField.value.equalsIgnoreCase('stub')
        } labelled 'no document calls itself a stub'
        fails    "${policyValue.value} is missing or a stub"
        fix      'Write the document, or fill the sections that hold nothing yet.'
    }
    item('overview-reviewed') {
        title    'SERVICE_OVERVIEW.md was reviewed by the tech lead'
        severity major
        phase    prePromotion
        source   'Config Service readiness, Documentation'
        use 'reviewed-document', path: 'docs/SERVICE_OVERVIEW.md', roles: ['tech-lead']
    }
    item('api-contracts') {
        title    'API_CONTRACTS.md was reviewed, and the OpenAPI description is what the code gives'
        severity major
        phase    prePromotion
        source   'Config Service readiness, Documentation'
        use 'reviewed-document', path: 'docs/API_CONTRACTS.md', roles: param.contractReviewers
        some ApiSpec where {
            apiSpec.file == param.openapiFile && apiSpec.operations > 0
        } unresolved { apiSpec.parseErrors > 0 } labelled 'the description is there and can be read'
        use 'clean-run', command: param.openapiCommand
        no GeneratedArtifact where {
            generatedArtifact.path == param.openapiFile && (generatedArtifact.current == false || generatedArtifact.intact == false)
        } labelled 'it does not say itself that it is out of date'
        fails    "docs/API_CONTRACTS.md or ${param.openapiFile} is missing, or `${param.openapiCommand}` changed files on ${subject.sha}"
        fix      'Write both, commit what the generator gives, export its run, and have somebody attest the text as it stands.'
    }
    item('security-model') {
        title    'SECURITY_MODEL.md was reviewed by the security team'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Documentation'
        use 'reviewed-document', path: 'docs/SECURITY_MODEL.md', roles: ['security']
    }
    item('migration-plan') {
        title    'MIGRATION_PLAN.md was approved by the platform team'
        severity major
        phase    prePromotion
        source   'Config Service readiness, Documentation'
        use 'reviewed-document', path: 'docs/MIGRATION_PLAN.md', roles: ['platform']
    }
}
